import 'server-only';

/** True when a form was posted by a page of this very site: a foreign page must not sign anybody in or out. */
export function isOwnForm(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === request.headers.get('host');
}

/** Sends the browser on by GET, with cookies to keep. The address is relative: behind a proxy only the browser knows the full one. */
export function sendTo(path: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' });
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** The browser of a request, as the sign-in wants it. */
export const browserOf = (request: Request) => ({
  userAgent: request.headers.get('user-agent') ?? '',
  cookieHeader: request.headers.get('cookie'),
});
