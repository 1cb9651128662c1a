import type { IncomingMessage, ServerResponse } from 'node:http';
import { builtPagePolicies, type HeaderOptions } from './response-headers.ts';

/** What the framework's own parts of a page are asked for with: those answers are not the page. */
const isFrameworkHeader = (name: string): boolean => name === 'rsc' || name.startsWith('next-');

/** Shared caches may keep a page until it is built anew, as the framework itself says; browsers ask whether it is still the same. */
const caching = 's-maxage=31536000';
const varying = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding';

/**
 * Answers with the pages that the build made for everybody, from memory: the framework's handler takes four times as long to find the same
 * bytes. Anything but a plain request for such a page is left to it.
 * @returns whether the request was answered.
 */
export function makeBuiltPageServer(
  options: HeaderOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const policyOf = builtPagePolicies(options);
  return (request, response) => {
    const { method, headers, url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const path = url.split('?', 1)[0] ?? '/';
    const page = options.built.pageOf(path);
    const policy = page && policyOf(path);
    if (page === undefined || policy === undefined || Object.keys(headers).some(isFrameworkHeader)) return false;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', caching);
    response.setHeader('Vary', varying);
    response.setHeader('ETag', page.entityTag);
    if (isSame(headers['if-none-match'], page.entityTag)) {
      response.statusCode = 304;
      response.end();
      return true;
    }
    const isPacked = takesGzip(headers['accept-encoding']);
    const body = isPacked ? page.gzip : page.html;
    if (isPacked) response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Length', body.byteLength);
    response.end(method === 'HEAD' ? undefined : body);
    return true;
  };
}

const takesGzip = (asked: string | string[] | undefined): boolean =>
  String(asked ?? '')
    .split(',')
    .some((one) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?:1|0?\.\d*[1-9]).*)?$/.test(one));

const isSame = (asked: string | undefined, tag: string): boolean =>
  (asked ?? '').split(',').some((one) => one.trim() === tag);
