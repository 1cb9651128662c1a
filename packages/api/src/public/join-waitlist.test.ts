import { newId } from '@groundwork/db/new-id';
import { howOftenLonger } from '@groundwork/db/testing/how-often-longer';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it } from 'vitest';
import { callVisitor, testNow } from '../testing/call-as.ts';

const database = useTestDatabase();

const rounds = 40;
/** Beyond it one would learn something by asking forty times. */
const telling = 0.2;

it('joining takes as long whether she is new, in line or coached there, and would tell if less was done for one', async () => {
  const practice = await makePractice(database);
  const coached = practice.clients[0]?.email ?? '';
  const join = async (round: number, turn: number, email: string, website = '') => {
    // An hour apart, so that each gets a letter; from a network of its own, so that no limit is met.
    const now = new Date(testNow.getTime() + round * 3_600_000);
    const visitor = callVisitor({ address: `2001:db8:${round}:${turn}::1`, now });
    const start = performance.now();
    const wish = { id: newId(), slug: practice.slug, email, name: 'Jo', goal: 'marathon', letters: false } as const;
    await visitor.waitlist.join({ ...wish, website });
    return performance.now() - start;
  };
  await join(0, 0, 'waiting@example.org');
  const kinds = ['fresh', 'waiting', 'coached', 'unheard'] as const;
  const times: Record<(typeof kinds)[number], number[]> = { fresh: [], waiting: [], coached: [], unheard: [] };
  for (let round = 1; round <= rounds; round++) {
    const emails = {
      fresh: `new${round}@example.org`,
      waiting: 'waiting@example.org',
      coached,
      unheard: 'bot@example.org',
    };
    // Who goes first changes, so that nobody is the one who warms up.
    for (let turn = 0; turn < kinds.length; turn++) {
      const kind = kinds[(round + turn) % kinds.length] ?? 'fresh';
      // For a program that fills in what people do not see nothing is done: that is what a difference looks like.
      times[kind].push(await join(round, turn, emails[kind], kind === 'unheard' ? 'https://spam.example' : ''));
    }
  }
  const longerThan = (kind: (typeof kinds)[number]) => Math.abs(howOftenLonger(times.fresh, times[kind]) - 0.5);
  expect(longerThan('waiting')).toBeLessThan(telling);
  expect(longerThan('coached')).toBeLessThan(telling);
  expect(longerThan('unheard')).toBeGreaterThan(telling);
  const { rows } = await database.owner.query(
    `select (select count(*)::int from waitlist_entry where email = $2 and practice_id = $1) as entries,
       (select count(*)::int from mail where recipient = $2 and practice_id = $1) as letters`,
    [practice.practiceId, coached],
  );
  expect(rows, 'what was done for whom is coached is undone').toEqual([{ entries: 0, letters: 0 }]);
}, 60_000);
