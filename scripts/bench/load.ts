import autocannon from 'autocannon';
import type { Spans } from './time-calls.ts';

export interface Asked {
  readonly url: string;
  readonly cookie?: string;
  /** What each request asks, in its own words; the address alone when left out. */
  readonly each?: () => { readonly path: string; readonly cookie: string; readonly body?: string };
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

async function runRound({ url, cookie, each, headers }: Asked, seconds: number): Promise<Throughput> {
  const common = { ...(cookie === undefined ? {} : { cookie }), ...headers };
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: common,
    requests: [
      each === undefined ? { method: 'GET' } : { setupRequest: (request) => ({ ...request, ...describe(each()) }) },
    ],
  });

  function describe(asked: ReturnType<NonNullable<Asked['each']>>) {
    const { path, body } = asked;
    const own = { ...common, cookie: asked.cookie };
    if (body === undefined) return { method: 'GET' as const, path, headers: own };
    const posted = { ...own, 'content-type': 'application/json', origin: new URL(url).origin };
    return { method: 'POST' as const, path, headers: posted, body };
  }
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken, ${result.timeouts} late`);
  }
  return { perSecond: result.requests.total / result.duration, p95Ms: result.latency.p97_5 };
}
