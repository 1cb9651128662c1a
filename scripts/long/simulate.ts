import { simulate } from '@groundwork/engine/simulate/simulate';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';

const weeks = 52;

/** Lives a population through a year under the engine; the gate's own sibling is `simulate.test.ts`, with a quarter of the runners. */
export async function run({ simulate: { runners } }: Parameters): Promise<readonly Claim[]> {
  const { breaches, groups } = simulate({ runners, weeks, seed: 1 });
  // The mistakes of the article that the engine never makes, whatever else is set.
  const isClean = groups.every(({ clean }) => [clean[1], clean[3], clean[4]].every((share) => share === 100));
  const codes = [...new Set(breaches.map(({ code }) => code))].join(', ');
  return [
    {
      claim: 'a simulated year',
      done: `${runners} runners live ${weeks} weeks: sessions logged, time off, health questions, other rules`,
      found: `${breaches.length} broken rules, loads beyond their caps or changes without a reason${codes ? ` (${codes})` : ''}; ${groups.length} groups, ${isClean ? 'each' : 'not each'} clean of the mistakes 1, 3 and 4`,
      holds: breaches.length === 0 && isClean,
    },
  ];
}
