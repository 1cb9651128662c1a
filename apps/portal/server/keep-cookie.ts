interface CookieJar {
  set(cookie: {
    name: string;
    value: string;
    path?: string;
    expires?: Date;
    maxAge?: number;
    httpOnly?: boolean;
    secure?: boolean;
    sameSite?: 'lax' | 'strict' | 'none';
  }): unknown;
}

/** Hands a Set-Cookie header, as the API writes it, to the page framework. Works in actions only: a page cannot set cookies. */
export function keepCookie(jar: CookieJar, header: string): void {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
  const split = pair.indexOf('=');
  if (split < 1) return;
  const given = new Map(
    attributes.map((attribute): [string, string] => {
      const at = attribute.indexOf('=');
      return at < 0 ? [attribute.toLowerCase(), ''] : [attribute.slice(0, at).toLowerCase(), attribute.slice(at + 1)];
    }),
  );
  const expires = given.get('expires');
  const maxAge = given.get('max-age');
  jar.set({
    name: pair.slice(0, split),
    value: decodeURIComponent(pair.slice(split + 1)),
    path: given.get('path') ?? '/',
    ...(expires ? { expires: new Date(expires) } : {}),
    ...(maxAge ? { maxAge: Number(maxAge) } : {}),
    httpOnly: given.has('httponly'),
    secure: given.has('secure'),
    sameSite: readSameSite(given.get('samesite')),
  });
}

function readSameSite(value: string | undefined): 'lax' | 'strict' | 'none' {
  const lower = value?.toLowerCase();
  return lower === 'strict' || lower === 'none' ? lower : 'lax';
}
