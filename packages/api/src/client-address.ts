import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

let known: { readonly source: string; readonly proxies: BlockList } | undefined;

/**
 * The proxies of `GROUNDWORK_TRUSTED_PROXIES`: addresses and ranges ("10.0.0.2, 172.16.0.0/12"), split by commas.
 * @throws when one is neither.
 */
function trustedProxies(): BlockList {
  const source = process.env.GROUNDWORK_TRUSTED_PROXIES ?? '';
  if (known?.source === source) return known.proxies;
  const proxies = new BlockList();
  for (const part of source.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [address = '', bits] = part.split('/');
    const family = familyOf(address);
    if (family === undefined) throw new Error(`GROUNDWORK_TRUSTED_PROXIES: "${part}" is no address`);
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  known = { source, proxies };
  return proxies;
}

/**
 * The address that a request comes from. What X-Forwarded-For says counts only as far as proxies that the operator named have written it: from
 * the right, the first that is none of them. Anything further left is anybody's claim.
 */
export function addressOf(request: IncomingMessage): string {
  const proxies = trustedProxies();
  let address = plain(request.socket.remoteAddress ?? '');
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
  for (const claim of forwarded) {
    const next = plain(claim.trim());
    const family = familyOf(address);
    if (family === undefined || !proxies.check(address, family) || familyOf(next) === undefined) break;
    address = next;
  }
  return address;
}

/** Whether one of the operator's proxies handed a request on: then it may say more than anybody could. */
export function isFromProxy(request: IncomingMessage): boolean {
  const address = plain(request.socket.remoteAddress ?? '');
  const family = familyOf(address);
  return family !== undefined && trustedProxies().check(address, family);
}

/** What proxies add to what they hand on, and browsers never send. */
const proxyHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto', 'via'];

/** Whether somebody whom the operator did not name says that he hands the request on: a proxy of hers, or whoever makes it up. */
export const isFromUnnamedProxy = (request: IncomingMessage): boolean =>
  proxyHeaders.some((name) => request.headers[name] !== undefined) && !isFromProxy(request);

/**
 * Whether a request is the operator's own: it comes from this very machine, no unnamed proxy handed it on, and the app is not meant to be reached
 * from another machine. Where it is, a proxy stands in front, and one that adds no header makes every visitor look like the operator.
 */
export function isOperators(request: IncomingMessage, publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  if (!/(^|\.)localhost$/.test(hostname) && !isLoopback(hostname.replace(/^\[|\]$/g, ''))) return false;
  return isLoopback(addressOf(request)) && !isFromUnnamedProxy(request);
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function isLoopback(address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && loopback.check(address, family);
}

/** IPv4 that a socket for both families writes as IPv6 is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}
