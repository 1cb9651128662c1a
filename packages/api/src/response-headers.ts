import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BuiltPages, errorPage, hashScript, notFoundPage } from './built-pages.ts';

export interface HeaderOptions {
  /** Where people reach the app: decides whether browsers are told to stay on https. */
  readonly publicUrl: string;
  /** In development the bundler needs eval, style attributes and a web socket, which production refuses. */
  readonly dev?: boolean | undefined;
  readonly built: BuiltPages;
  /** Inline scripts that every page has, to the letter: the one that sets the theme before the first paint. */
  readonly inlineScripts: readonly string[];
}

const twoYears = 63_072_000;

const sources = (options: HeaderOptions, scripts: readonly string[]): string =>
  [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}${options.dev ? " 'unsafe-eval'" : ''}`,
    // A moving figure brings its keyframes in a style element of its own; attributes bring nothing.
    "style-src 'self' 'unsafe-inline'",
    ...(options.dev ? [] : ["style-src-attr 'none'"]),
    "img-src 'self' data: blob:",
    // Its own: without it a worker would fall back to what the page's scripts may do.
    "worker-src 'self'",
    `connect-src 'self'${options.dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps(options) ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

const isHttps = ({ publicUrl }: HeaderOptions): boolean => publicUrl.startsWith('https:');

/** For what is no page: nothing in it may run or load, wherever it is opened. */
export const barePolicy = "default-src 'none'; frame-ancestors 'none'";

/** What every answer of the process carries, whatever answers. */
export function commonHeaders(options: HeaderOptions): readonly (readonly [string, string])[] {
  return [
    ['Content-Security-Policy', barePolicy],
    ['Cache-Control', 'private, no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // Mailed links carry tokens in their address: no other site may see them.
    ['Referrer-Policy', 'same-origin'],
    [
      'Permissions-Policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), screen-wake-lock=(self), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ...(isHttps(options) ? [['Strict-Transport-Security', `max-age=${twoYears}; includeSubDomains`] as const] : []),
  ];
}

/**
 * Gives a page's answer its policy and its caching, and the page its nonce. A page made for this request names its scripts by a nonce that no
 * other answer has, and is kept by nobody. One that the build made for everybody has no place for a nonce: its policy names its inline
 * scripts by their hashes. Which of the two it is shows only when the answer begins, so that is when the headers are settled.
 */
export function settlePageHeaders(options: HeaderOptions, request: IncomingMessage, response: ServerResponse): void {
  const { built } = options;
  const path = pathOf(request);
  const everywhere = options.inlineScripts.map(hashScript);
  const nonce = randomBytes(18).toString('base64');
  const own = sources(options, ["'self'", `'nonce-${nonce}'`, ...everywhere, "'strict-dynamic'"]);
  // The framework reads the nonce from the request's header of this name; what a browser sends there is dropped.
  request.headers['content-security-policy'] = own;
  delete request.headers['content-security-policy-report-only'];
  // The framework says how long what the build made may be kept, but only where nothing else was said.
  if (built.isStatic(path)) response.removeHeader('Cache-Control');
  const writeHead = response.writeHead;
  response.writeHead = ((...parameters: Parameters<typeof writeHead>) => {
    const [status] = parameters;
    const isPrerendered = response.getHeader('x-nextjs-prerender') !== undefined || built.hashesOf(path) !== undefined;
    const hashes = isPrerendered ? built.hashesOf(pageOf(status, path)) : undefined;
    response.setHeader(
      'Content-Security-Policy',
      hashes ? sources(options, ["'self'", ...everywhere, ...hashes]) : own,
    );
    const mayBeKept = status < 400 && built.isStatic(path) && response.hasHeader('Cache-Control');
    if (!mayBeKept) response.setHeader('Cache-Control', 'private, no-store');
    return writeHead.apply(response, parameters);
  }) as typeof writeHead;
}

/**
 * The policy of a page that the build made, by its path: no nonce, so it is the same for everybody and made once.
 * @returns undefined where the build made none.
 */
export function builtPagePolicies(options: HeaderOptions): (path: string) => string | undefined {
  const everywhere = options.inlineScripts.map(hashScript);
  const known = new Map<readonly string[], string>();
  return (path) => {
    const hashes = options.built.hashesOf(path);
    if (hashes === undefined) return undefined;
    const policy = known.get(hashes) ?? sources(options, ["'self'", ...everywhere, ...hashes]);
    known.set(hashes, policy);
    return policy;
  };
}

const pageOf = (status: number, path: string): string =>
  status === 404 ? notFoundPage : status >= 500 ? errorPage : path;

/** As the framework sees it: without the query, decoded where it can be. */
function pathOf(request: IncomingMessage): string {
  const [path = '/'] = (request.url ?? '/').split('?');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
