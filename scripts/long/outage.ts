import { makeAthletes } from './athletes.ts';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig, pause } from './rig.ts';

/** The first answers after the blow may still be those of requests that were under way. */
const settleMs = 500;
const longestAnswerMs = 3000;

/** The database is stopped under readers of the API and of pages, and started again. */
export async function run({ outage }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  try {
    const { athletes } = await makeAthletes(rig.owner, 2);
    const app = await rig.startApp('portal');
    const cookie = athletes[0]?.cookie ?? '';
    const answers: {
      readonly at: number;
      readonly ms: number;
      readonly status: number;
      readonly retryAfter: string | null;
    }[] = [];
    let going = true;
    const paths = ['/api/trpc/today', '/today', '/week', '/sign-in'] as const;
    const readers = Array.from({ length: outage.readers }, async (_, index) => {
      while (going) {
        const began = performance.now();
        const response = await fetch(`${app.url}${paths[index % paths.length]}`, {
          headers: { cookie },
          redirect: 'manual',
        });
        await response.arrayBuffer();
        const at = performance.now();
        answers.push({ at, ms: at - began, status: response.status, retryAfter: response.headers.get('retry-after') });
        await pause(20);
      }
    });
    await pause(1000);
    const before = answers.filter(({ status }) => status === 200).length;
    const stopped = performance.now();
    await rig.stopDatabase();
    const away = performance.now();
    await pause(outage.awayMs);
    await rig.startDatabase();
    const back = performance.now();
    await pause(outage.backWithinMs);
    going = false;
    await Promise.all(readers);
    const during = answers.filter(({ at }) => at > away + settleMs && at < back - outage.awayMs / 4);
    const wrong = during.filter(
      ({ status, retryAfter }) => !(status === 200 || (status === 503 && retryAfter !== null)),
    );
    const refused = during.filter(({ status }) => status === 503).length;
    const slowest = Math.max(...answers.filter(({ at }) => at > stopped).map(({ ms }) => ms));
    const lastRefusal = Math.max(back, ...answers.filter(({ status }) => status >= 500).map(({ at }) => at));
    const healed = lastRefusal - back;
    return [
      {
        claim: `database stopped for ${outage.awayMs / 1000} s: 503 with Retry-After, no hang, recovery within ${outage.backWithinMs / 1000} s`,
        done: `${outage.readers} readers of the API and of pages, ${before} answers before`,
        found: `while it was away ${refused} of ${during.length} answers 503 with Retry-After, ${during.length - refused - wrong.length} from pages that need no database, ${wrong.length} others; slowest answer ${Math.round(slowest)} ms; last refusal ${Math.round(healed)} ms after it was back`,
        holds:
          before > 0 && refused > 0 && wrong.length === 0 && slowest < longestAnswerMs && healed < outage.backWithinMs,
      },
    ];
  } finally {
    await rig.close();
  }
}
