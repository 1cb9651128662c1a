import 'server-only';

/** Sends the browser on by GET, with cookies to keep. The address is relative: behind a proxy only the browser knows the full one. */
export function sendTo(path: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' });
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** The browser of a request, as the sign-in wants it. */
export const browserOf = (request: Request) => ({
  userAgent: request.headers.get('user-agent') ?? '',
  // The server has put the one address there that may be believed.
  address: request.headers.get('x-forwarded-for') ?? '',
  cookieHeader: request.headers.get('cookie'),
});
