import { request as askPlain } from 'node:http';
import { request as askSealed } from 'node:https';

/** Ports of instances on this machine. */
export interface Instances {
  readonly coach: readonly number[];
  readonly portal: readonly number[];
}

/** A proxy in front of both apps. */
export interface Front {
  readonly name: 'nginx' | 'Caddy';
  readonly coachUrl: string;
  readonly portalUrl: string;
  /** The certificate of whoever vouches for it; undefined where it speaks no TLS. */
  readonly authority?: string;
  readonly close: () => Promise<void>;
}

export interface Answer {
  /** 0 when no answer came. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

const patienceMs = 15_000;

/** Asks once, over a connection of its own. Names that end in `.localhost` are this machine, which not every resolver knows. */
export function ask(
  front: Front,
  url: string,
  asked: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<Answer> {
  const { protocol, hostname, port, pathname, search, host } = new URL(url);
  const options = {
    host: '127.0.0.1',
    port,
    path: pathname + search,
    method: asked.body === undefined ? 'GET' : 'POST',
    headers: { host, ...asked.headers },
    agent: false,
    timeout: patienceMs,
    servername: hostname,
    ...(front.authority ? { ca: front.authority } : {}),
  } as const;
  return new Promise((settle) => {
    const silence = () => settle({ status: 0, headers: {}, body: '' });
    const request = (protocol === 'https:' ? askSealed : askPlain)(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on('error', silence);
    });
    request.on('error', silence).on('timeout', () => request.destroy());
    request.end(asked.body);
  });
}
