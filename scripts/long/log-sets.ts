import { seedRandom } from '@groundwork/engine/simulate/seeded-random';
import { countSets, makeAthletes, nextSet, sendSet } from './athletes.ts';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig } from './rig.ts';

const senders = 16;

/** Every set sent one to five times, shuffled, to whichever of two instances: a row each. */
export async function run({ logSets }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  try {
    // So many that no account asks more often than one may in a minute.
    const { athletes } = await makeAthletes(rig.owner, 60);
    const apps = [await rig.startApp('portal'), await rig.startApp('portal')];
    const sets = Array.from({ length: logSets.sets }, (_, index) => {
      const athlete = athletes[index % athletes.length];
      if (!athlete) throw new Error('There are athletes');
      return nextSet(athlete);
    });
    const random = seedRandom(4711).next;
    const posts = sets.flatMap((set) => Array(1 + Math.floor(random() * logSets.mostSends)).fill(set) as typeof sets);
    for (let last = posts.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [posts[last], posts[other]] = [posts[other], posts[last]] as [(typeof sets)[number], (typeof sets)[number]];
    }
    let refused = 0;
    let next = 0;
    await Promise.all(
      Array.from({ length: senders }, async () => {
        for (let index = next++; index < posts.length; index = next++) {
          const set = posts[index];
          const url = apps[index % 2]?.url ?? '';
          if (set && (await sendSet(url, set)) !== 200) refused++;
        }
      }),
    );
    const { rows } = await rig.owner.owner.query('select count(*)::int as all from set_log');
    const found = await countSets(
      rig.owner,
      sets.map(({ id }) => id),
    );
    return [
      {
        claim: 'logging is idempotent',
        done: `${sets.length} sets sent 1 to ${logSets.mostSends} times (${posts.length} posts), shuffled, over two instances`,
        found: `${rows[0].all} rows, ${found} of the sets, ${refused} posts refused`,
        holds: rows[0].all === sets.length && found === sets.length && refused === 0,
      },
    ];
  } finally {
    await rig.close();
  }
}
