import { makeAthletes, nextSet, sendSet } from './athletes.ts';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { isReady, openRig, pause } from './rig.ts';

/** The pool waits three seconds, a statement eight: nobody waits longer than both and a moment of a busy machine. */
const longestAnswerMs = 12_000;
const backWithinMs = 5000;

/** Somebody holds a table, so that writers take every connection and keep it, while many more ask. */
export async function run({ pool }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  try {
    const { athletes } = await makeAthletes(rig.owner, pool.askers);
    const app = await rig.startApp('portal', { env: { GROUNDWORK_POOL_SIZE: String(pool.size) } });
    const holder = await rig.owner.owner.connect();
    await holder.query('begin; lock table set_log in access exclusive mode');
    const began = performance.now();
    const answers: { readonly status: number; readonly ms: number; readonly isPage: boolean }[] = [];
    const timed = async (isPage: boolean, asking: () => Promise<number>) => {
      const start = performance.now();
      const status = await asking();
      answers.push({ status, ms: performance.now() - start, isPage });
    };
    let unready = false;
    const asking = athletes.map(async (athlete) => {
      while (performance.now() - began < pool.heldMs) {
        await timed(false, () => sendSet(app.url, nextSet(athlete)));
        // A page that needs no database is there whatever the pool does.
        await timed(true, () =>
          fetch(`${app.url}/`, { signal: AbortSignal.timeout(15_000) }).then(
            ({ status }) => status,
            () => 0,
          ),
        );
        unready ||= !(await isReady(app.url));
      }
    });
    await pause(pool.heldMs);
    await holder.query('rollback');
    holder.release();
    const freed = performance.now();
    const [first] = athletes;
    while (first && (await sendSet(app.url, nextSet(first))) !== 200);
    const back = performance.now() - freed;
    await Promise.all(asking);
    const ready = await isReady(app.url);
    const calls = answers.filter(({ isPage }) => !isPage);
    const pages = answers.filter(({ isPage }) => isPage);
    const refused = calls.filter(({ status }) => status === 503).length;
    const odd = calls.filter(({ status }) => status !== 503 && status !== 200).length;
    const lostPages = pages.filter(({ status }) => status !== 200).length;
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    return [
      {
        claim: 'pool exhausted: 503, no hang, pages go on, recovery within 5 s',
        done: `a table held for ${pool.heldMs / 1000} s under ${pool.askers} clients who log sets through a pool of ${pool.size}`,
        found: `${refused} of ${calls.length} answers 503, ${odd} others but 200; ${lostPages} of ${pages.length} pages failed; slowest ${Math.round(slowest)} ms; ${unready ? 'not ready meanwhile' : 'ready all the while'}; a set logged ${Math.round(back)} ms after, then ${ready ? 'ready' : 'NOT ready'}`,
        holds:
          refused > 0 &&
          odd === 0 &&
          lostPages === 0 &&
          unready &&
          ready &&
          slowest < longestAnswerMs &&
          back < backWithinMs,
      },
    ];
  } finally {
    await rig.close();
  }
}
