import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { isDatabaseInDoubt } from '@groundwork/db/availability';
import { hashScript } from './built-pages.ts';
import { refuse } from './http.ts';
import { barePolicy } from './response-headers.ts';

/** Seconds that browsers and proxies are asked to wait. */
const retryAfterSeconds = '1';

/** The look of both apps, as far as it goes without a file of theirs. */
const style =
  ':root{color-scheme:light dark;--paper:#f5f2ea;--ink:#1d1b16}@media(prefers-color-scheme:dark){:root{--paper:#171612;--ink:#eee9dd}}' +
  'body{margin:0;padding:3.5rem 1.25rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}' +
  'main{max-width:34rem;margin:0 auto}h1{margin:0 0 .75rem;font:500 2rem/1.2 Georgia,serif}p{margin:0}';
const policy = `${barePolicy}; style-src ${hashScript(style)}`;

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="2"><title>Back in a moment</title><style>${style}</style></head>
<body><main><h1>Back in a moment</h1><p>Our database does not answer. This page tries again by itself; nothing you saved is lost.</p></main></body>
</html>
`;

/** Paths that the build rendered ahead, which need no database. None where there is no build. */
const renderedAhead: ReadonlySet<string> = readRenderedAhead();

function readRenderedAhead(): ReadonlySet<string> {
  try {
    const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')) as { routes: object };
    return new Set(Object.keys(routes));
  } catch {
    return new Set();
  }
}

/** Whether a request can be answered without the database: a file, or a page that was rendered ahead. */
export function isServedWhileAway(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '/';
  return path.startsWith('/_next/') || /\.[a-z0-9]+$/i.test(path) || renderedAhead.has(path);
}

/** 503 at once, in the words of whoever asked: nobody waits for a database that is known to be away. */
export function answerAway(response: ServerResponse, isApi: boolean): void {
  response.setHeader('Retry-After', retryAfterSeconds);
  response.setHeader('Cache-Control', 'private, no-store');
  if (isApi) {
    refuse(response, 'UNAVAILABLE');
    return;
  }
  response.statusCode = 503;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', policy);
  response.end(page);
}

/** A page that fails because the database has just gone says 503 and when to come back, not 500. */
export function softenFailure(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  const soften: ServerResponse['writeHead'] = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || !isDatabaseInDoubt()) return writeHead(status, ...(rest as []));
    response.setHeader('Retry-After', retryAfterSeconds);
    return writeHead(503, ...(rest as []));
  };
  response.writeHead = soften;
}
