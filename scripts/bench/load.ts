import autocannon from 'autocannon';
import type { Spans } from './time-calls.ts';

export interface Asked {
  readonly url: string;
  readonly cookie?: string;
  /** Makes a POST of JSON, with a body of its own for each request. */
  readonly body?: () => string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Throughput {
  readonly perSecond: number;
  readonly p95Ms: number;
}

const CONNECTIONS = 10;
const ROUNDS = 3;

/**
 * Requests a second over ten connections: the median of three rounds.
 * @throws when any answer is no 2xx: a fast error is no figure.
 */
export async function measureLoad(asked: Asked, spans: Spans): Promise<Throughput> {
  await runRound(asked, spans.warmUp);
  const rounds: Throughput[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await runRound(asked, spans.round));
  rounds.sort((one, other) => one.perSecond - other.perSecond);
  return rounds[Math.floor(ROUNDS / 2)] as Throughput;
}

async function runRound({ url, cookie, body, headers }: Asked, seconds: number): Promise<Throughput> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', origin: new URL(url).origin }),
      ...headers,
    },
    requests: [
      body === undefined
        ? { method: 'GET' }
        : { method: 'POST', setupRequest: (request) => ({ ...request, body: body() }) },
    ],
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken, ${result.timeouts} late`);
  }
  return { perSecond: result.requests.total / result.duration, p95Ms: result.latency.p97_5 };
}
