import { describe, expect, test } from 'vitest';
import { findPairBar, settlePairs } from './superset.ts';
import { listTurns, restAfterRound } from './turns.ts';
import type { SupersetLetter } from './vocabulary.ts';

const line = (id: string, superset: SupersetLetter | null = null) => ({ id, superset });
const reps = (exerciseId: string, goal: 'strength' | 'power' | 'stability', amount: number) =>
  ({ exerciseId, goal, measure: 'reps', amount }) as const;

describe('pairs', () => {
  test('stand together at the place of their first', () => {
    const lines = [line('squat', 'A'), line('deadlift'), line('plank'), line('rocks', 'A')];
    expect(listTurns(lines).map((turn) => turn.map(({ id }) => id).join('+'))).toEqual([
      'squat+rocks',
      'deadlift',
      'plank',
    ]);
    expect(settlePairs(lines).map(({ id }) => id)).toEqual(['squat', 'rocks', 'deadlift', 'plank']);
  });

  test('are lettered in the order of the session, and one without its partner is on its own', () => {
    const lines = [line('squat', 'C'), line('rocks', 'C'), line('curl', 'B'), line('raise', 'A'), line('plank', 'A')];
    expect(settlePairs(lines).map(({ superset }) => superset)).toEqual(['A', 'A', null, 'B', 'B']);
  });

  test('are never two heavy lifts, and never power', () => {
    const lunge = reps('qd_rev_lunge', 'strength', 6);
    const plank = { exerciseId: 'cl_side_plank', goal: 'stability', measure: 'seconds', amount: 30 } as const;
    expect(findPairBar(lunge, reps('gx_deadlift', 'strength', 5))).toBe('both_heavy');
    expect(findPairBar(reps('pl_cmj', 'power', 4), plank)).toBe('power');
    expect(findPairBar(lunge, plank)).toBeNull();
    // Light enough not to count as heavy: the coach may.
    expect(findPairBar(lunge, reps('gx_deadlift', 'stability', 12))).toBeNull();
  });
});

describe('the rest of a round', () => {
  const lunge = { restSeconds: 180, passedSeconds: 80, waitSeconds: 0 };
  test('is what the lift still has to rest', () => {
    expect(restAfterRound([lunge, { restSeconds: 45, passedSeconds: 0, waitSeconds: 60 }])).toBe(100);
  });
  test('gives the second its own rest too, less what the first takes', () => {
    expect(restAfterRound([lunge, { restSeconds: 200, passedSeconds: 0, waitSeconds: 60 }])).toBe(140);
  });
  test('is over when the partner took longer', () => {
    expect(restAfterRound([{ ...lunge, passedSeconds: 200 }])).toBe(0);
  });
});
