import { describe, expect, test } from 'vitest';
import { defaultParameters, type ParameterValues } from '../parse-parameters.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { comparePrograms, countChangedSessions, type ProgramComparison } from './compare-programs.ts';
import { articleRules, type ClientRules } from './rule-set.ts';

const input = { profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 } as const;
const tuned = (values: Partial<ParameterValues>): ClientRules => ({
  ...articleRules,
  parameters: { ...defaultParameters, ...values },
});
const compare = (after: ClientRules): ProgramComparison => {
  const compared = comparePrograms(input, articleRules, after);
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  return compared.value;
};

describe('comparePrograms', () => {
  test('a program against itself changes nothing', () => {
    expect(compare(articleRules)).toEqual({
      counts: { sessions: 24, added: 0, gone: 0, moved: 0, redosed: 0 },
      parameters: [],
      days: [],
      slots: [],
    });
  });

  test('counts sessions that go to another day, get another dose, or are no more', () => {
    expect(compare({ ...articleRules, name: 'hard_days_hard' }).counts.moved).toBe(12);
    expect(compare(tuned({ restStrength: 240 })).counts).toMatchObject({ moved: 0, redosed: 18 });
    expect(compare(tuned({ sessionsPerWeek: 1 })).counts.gone).toBe(12);
    const after = tuned({ sessionsPerWeek: 1, restStrength: 240 });
    const alone = countChangedSessions(input, articleRules, after);
    expect(alone).toEqual({ ok: true, value: compare(after).counts });
  });

  test('a tuned rest changes the rests, once for all their weeks, because of the dose', () => {
    const { parameters, days, slots } = compare(tuned({ restStrength: 240 }));
    expect(parameters).toEqual([{ name: 'restStrength', before: 180, after: 240 }]);
    expect(days).toEqual([]);
    expect(new Set(slots.map(({ field }) => field))).toEqual(new Set(['restSeconds']));
    const lunge = slots.find(({ slot }) => slot === 'A1');
    expect(lunge).toMatchObject({ before: 180, after: 240, weeks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
    expect(lunge?.why.map(({ code }) => code)).toEqual(['DOSE_STRENGTH']);
  });

  test('hard days hard moves the second session to the day of speed, week by week', () => {
    const { days } = compare({ ...articleRules, name: 'hard_days_hard' });
    expect(
      days.filter(({ week }) => week === 3).map(({ day, before, after, why }) => [day, before, after, why[0]?.code]),
    ).toEqual([
      ['wed', null, 'full', 'X1_ON_SPEED'],
      ['thu', 'full', null, 'RULES_ELSEWHERE'],
    ]);
  });

  test('a slot that is there under one of the two only is named with its exercise', () => {
    const { slots } = compare(tuned({ heavySlotsPerSession: 1 }));
    for (const { field, before, after, why } of slots) {
      expect(why.length).toBeGreaterThan(0);
      if (field === 'slot') expect([before, after]).toContain(null);
    }
  });

  test('each of them says which exercise came or went, in which weeks', () => {
    const { slots } = compare(tuned({ slotsMax: 4 }));
    const gone = slots.filter(({ field }) => field === 'slot');
    expect(gone.length).toBeGreaterThan(0);
    for (const { session, slot, before, after, weeks, why } of gone) {
      expect(`${session}${slot}`).toMatch(/^(AA|BB)[1-6]$/);
      expect(typeof before === 'string' || typeof after === 'string').toBe(true);
      expect(weeks.length).toBeGreaterThan(0);
      expect(why.length).toBeGreaterThan(0);
    }
    const back = comparePrograms(input, tuned({ slotsMax: 4 }), articleRules);
    const came = back.ok ? back.value.slots.filter(({ field }) => field === 'slot') : [];
    const swapped = came.map(({ before, after, ...place }) => ({ ...place, before: after, after: before, why: [] }));
    expect(new Set(swapped.map((one) => JSON.stringify(Object.entries(one).toSorted())))).toEqual(
      new Set(gone.map((one) => JSON.stringify(Object.entries({ ...one, why: [] }).toSorted()))),
    );
  });

  test('a session more is added, one fewer is gone', () => {
    const one = comparePrograms(input, tuned({ sessionsPerWeek: 1 }), articleRules);
    expect(one.ok && one.value.counts).toMatchObject({ sessions: 12, added: 12, gone: 0 });
    expect(compare(tuned({ sessionsPerWeek: 1 })).counts).toMatchObject({ sessions: 24, added: 0, gone: 12 });
  });

  test('what leans on the tuned number stands before what is only new', () => {
    const { slots } = compare(tuned({ rir: 3 }));
    const reserve = slots.find(({ field, slot, weeks }) => field === 'rir' && slot === 'A1' && weeks.includes(2));
    expect(reserve).toMatchObject({ before: 2, after: 3 });
    expect(reserve?.why.map(({ code }) => code)).toEqual(['DOSE_STRENGTH', 'LOAD_KNOWN']);
    // Under other days nothing was tuned: then what is said now and was not before.
    const moved = compare({ ...articleRules, name: 'hard_days_hard' }).slots;
    for (const { why } of moved) expect(why.length).toBeGreaterThan(0);
  });

  test.each<[string, ClientRules, string, readonly string[]]>([
    [
      'what leans on the tuned number',
      tuned({ blockWeeks: 4 }),
      'A A1 exerciseId qd_rev_lunge → qd_bulgarian in 5, 6',
      ['NEXT_RUNG'],
    ],
    [
      'else what was not said before',
      tuned({ slotsMax: 4 }),
      'B B4 exerciseId fi_short_foot → am_wall_rock in 1, 2, 3, 4, 5, 6',
      ['AREA_SLOT', 'DOSE_MOBILITY'],
    ],
    [
      'else all that is said of what goes',
      tuned({ slotsMax: 4 }),
      'B B5 slot am_wall_rock → null in 1, 2, 3, 4, 5, 6',
      ['AREA_SLOT', 'START_RUNG', 'DOSE_MOBILITY', 'DELOAD_FIRST_WEEK'],
    ],
  ])('a change says why: %s', (_, after, told, codes) => {
    const change = compare(after).slots.find(
      ({ session, slot, field, before, after, weeks }) =>
        `${session} ${slot} ${field} ${before} → ${after} in ${weeks.join(', ')}` === told,
    );
    expect(change?.why.map(({ code }) => code)).toEqual(codes);
  });

  test('what is wrong with the input is said once', () => {
    const compared = comparePrograms({ ...input, weeks: 7 }, articleRules, articleRules);
    expect(countChangedSessions({ ...input, weeks: 7 }, articleRules, articleRules)).toEqual(compared);
    expect(compared.ok ? [] : compared.problems.map(({ code }) => code)).toEqual(['no_blocks']);
  });
});
