import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { listProcedures } from '@groundwork/api/authorisation/list-procedures';
import { coachRouter } from '@groundwork/api/coach/coach-router';
import { portalRouter } from '@groundwork/api/portal-router';
import type { Claim } from './claim.ts';
import type { Besieged, SiegeOrder } from './hostile-part.ts';
import type { Parameters } from './parameters.ts';

const mostP99Ms = 200;
/** Processes, each with an installation of its own. */
const sieges = 2;

/** Sends every procedure inputs that nobody means, over HTTP; the gate's own sibling is `hostile-input.test.ts`. */
export async function run({ hostile }: Parameters): Promise<readonly Claim[]> {
  const chosen = process.env.GROUNDWORK_TEST_PATHS?.split(',');
  const paths = listProcedures({ coach: coachRouter, portal: portalRouter })
    .map(({ path }) => path)
    .filter((path) => !chosen || chosen.includes(path));
  const besieged: Besieged[] = [];
  const besiege = async () => {
    const part = fork(fileURLToPath(new URL('hostile-part.ts', import.meta.url)));
    try {
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
        part.send({ path, ...hostile } satisfies SiegeOrder);
        const [done] = (await Promise.race([
          once(part, 'message'),
          once(part, 'exit').then(() => Promise.reject(new Error(`The siege of ${path} ended by itself`))),
        ])) as [Besieged];
        besieged.push(done);
        console.log(`  ${path}: ${done.times.length} calls, p99 ${Math.round(p99(done.times))} ms`);
      }
    } finally {
      part.disconnect();
    }
  };
  await Promise.all(Array.from({ length: sieges }, besiege));
  const breaches = besieged.flatMap((one) => one.breaches);
  const all = besieged.flatMap(({ times }) => times);
  const slowest = besieged.map(({ path, times }) => ({ path, ms: p99(times) })).sort((one, other) => other.ms - one.ms);
  const [worst] = slowest;
  return [
    {
      claim: 'hostile input',
      done: `${all.length} calls over HTTP: the worst in every place of a valid input, then ${hostile.runs} generated ones, for each of ${besieged.length} procedures; what was saved is read back after every ${hostile.lookEvery}th`,
      found: `${breaches.length} server errors or changes by a refused call${breaches.length > 0 ? ` (${breaches.join('; ').replaceAll('|', '/').slice(0, 300)})` : ''}; p99 ${Math.round(p99(all))} ms, of the slowest procedure (${worst?.path}) ${Math.round(worst?.ms ?? 0)} ms`,
      holds: breaches.length === 0 && slowest.every(({ ms }) => ms <= mostP99Ms),
    },
  ];
}

const p99 = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
