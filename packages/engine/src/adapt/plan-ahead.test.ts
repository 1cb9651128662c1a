import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import type { Load } from '../load.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { Prescription, Program, ProgramWeek } from '../program.ts';
import type { Reason } from '../reason.ts';
import { estimateMinutes } from '../session-minutes.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { type Done, lightOn, logSession, rewrite, sessionOf } from '../testing/lived-program.ts';
import { type AheadInput, addDoseReason, planAhead } from './plan-ahead.ts';
import { buildRecord } from './training-record.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
/** Deadlifts in session A of weeks 1 to 6: 45 kg in the first, easy week, then 50 kg for 4, 5 and 6 reps, then 52.5 kg. */
const { program } = built.value;
const context = { profile: articleRunner, parameters: defaultParameters };

/** The program after session A of week 2, done in one way or another. */
function ahead(done: Done = {}, more: Partial<AheadInput> = {}, from: Program = program) {
  const record = buildRecord(logSession(from, 'w02-A', done), context);
  return planAhead({ ...context, program: from, record, ...more });
}
/** Three reps short with nothing left: 5 % off, to 47.5 kg. */
const failed: Done = { more: -3, rir: 0 };
const deadliftIn = (from: Program, key: string) => {
  const line = sessionOf(from, key).prescriptions.find(({ slot }) => slot === 'A2');
  if (!line) throw new Error(`No A2 in ${key}`);
  return line;
};
const told = (from: Program, ...keys: readonly string[]) =>
  keys.map((key) => {
    const { load, amount } = deadliftIn(from, key);
    return `${amount} at ${load === null ? 'none' : load.hundredths / 100}`;
  });
const weekLike = (number: number, change: Partial<ProgramWeek>, from: Program = program): Program => ({
  ...from,
  weeks: from.weeks.map((week) => (week.number === number ? { ...week, ...change } : week)),
});
const setLoad = (key: string, load: Load | null, from: Program = program) =>
  rewrite(from, (line, session) => (session.key === key && line.slot === 'A2' ? { ...line, load } : line));
const because = (code: string): Reason => ({ code, rule: 'TEST', data: {} });
const markLine = (key: string, code: string, from: Program = program, more: Partial<Prescription> = {}) =>
  rewrite(from, (line, session) =>
    session.key === key && line.slot === 'A2' ? { ...line, ...more, reasons: [...line.reasons, because(code)] } : line,
  );

describe('what is still to come (rulebook 5)', () => {
  test('the next session asks for what the last one led to, those after it as if all goes to plan', () => {
    expect(told(ahead(failed).program, 'w02-A', 'w03-A', 'w04-A', 'w05-A', 'w06-A')).toEqual([
      '4 at 50',
      '4 at 47.5',
      '5 at 47.5',
      '6 at 47.5',
      '6 at 47.5',
    ]);
  });

  test('a session that goes as planned changes nothing, and the program is the same', () => {
    const { program: after, changes } = ahead({}, { until: '2026-01-26' });
    expect(after).toBe(program);
    expect(changes).toEqual([]);
    expect(planAhead({ ...context, program, record: buildRecord([], context) })).toEqual({ program, changes: [] });
  });

  test('weeks and sessions that stay are the same ones', () => {
    const after = ahead(failed).program;
    expect(after.weeks[1]).toBe(program.weeks[1]);
    expect(sessionOf(after, 'w03-B')).toBe(sessionOf(program, 'w03-B'));
    expect(sessionOf(after, 'w03-A')).not.toBe(sessionOf(program, 'w03-A'));
    // In block 2 other exercises stand, of which nothing is known.
    expect(after.weeks[8]).toBe(program.weeks[8]);
    expect(sessionOf(after, 'w03-A').minutes).toBe(estimateMinutes(sessionOf(after, 'w03-A').prescriptions));
  });

  test('twelve reps of an exercise in one session are no more than eleven in another that has no room for them', () => {
    const asked = { exerciseId: 'gm_clam', goal: 'stability', measure: 'reps', load: null, amount: 12 } as const;
    const places: Readonly<Record<string, Partial<Prescription>>> = {
      A4: { ...asked, range: [8, 12] },
      B5: { ...asked, range: [8, 11], amount: 8 },
    };
    const twice = rewrite(program, (line) => ({ ...line, ...places[line.slot] }));
    const { program: after } = ahead({}, {}, twice);
    expect(sessionOf(after, 'w02-B').prescriptions.find(({ slot }) => slot === 'B5')).toMatchObject({ amount: 11 });
  });

  test('every field says what changed it: the load that it was too heavy, the reps that they start again', () => {
    const { changes } = ahead({ more: -3, rir: 0 }, {}, markLine('w02-A', 'HOLD', program, { amount: 6 }));
    const next = changes.filter(({ target, slot }) => target.session === 'w03-A' && slot === 'A2');
    expect(
      next.map(({ code, target, kind, before, after, why }) => [target.field, code, kind, before, after, why.code]),
    ).toEqual([
      ['load', 'BACKOFF', 'change', inKg(50), inKg(47.5), 'BACKOFF'],
      ['amount', 'REPS_RESTART', 'change', 5, 4, 'BACKOFF'],
    ]);
    expect(deadliftIn(ahead(failed).program, 'w03-A').reasons.map(({ code }) => code)).toContain('BACKOFF');
  });
});

describe('which sessions are to come', () => {
  const changed = (more: Partial<AheadInput>) =>
    [...new Set(ahead(failed, more).changes.map(({ target }) => target.session))].filter((key) => key?.endsWith('A'));

  test('from today on, today among them; without a day, all after the last one done', () => {
    expect(changed({ today: '2026-01-19' })).toEqual(['w03-A', 'w04-A', 'w05-A', 'w06-A']);
    expect(changed({ today: '2026-01-20' })).toEqual(['w04-A', 'w05-A', 'w06-A']);
    expect(changed({})).toEqual(['w03-A', 'w04-A', 'w05-A', 'w06-A']);
    const late = buildRecord([...logSession(program, 'w02-A', failed), ...logSession(program, 'w03-B')], context);
    const after = planAhead({ ...context, program, record: late }).changes.map(({ target }) => target.session);
    expect(after).not.toContain('w03-A');
    expect(after).toContain('w04-A');
  });

  test('to the last day that is asked for, that one too', () => {
    expect(changed({ until: '2026-01-26' })).toEqual(['w03-A', 'w04-A']);
    expect(changed({ until: '2026-01-25' })).toEqual(['w03-A']);
  });

  test('none that is settled', () => {
    expect(changed({ fixed: new Set(['w03-A', 'w05-A']) })).toEqual(['w04-A', 'w06-A']);
  });
});

describe('what the coach pinned', () => {
  const pin = (fields: Prescription['pinned']) => rewrite(program, (line) => ({ ...line, pinned: fields }));

  test('is only suggested, and leaves the line as it was', () => {
    const pinned = pin(['load', 'amount', 'tempo']);
    const { program: after, changes } = ahead(failed, {}, pinned);
    expect(after).toBe(pinned);
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['suggestion']));
  });

  test('beside it the other fields change', () => {
    const { program: after } = ahead(failed, {}, pin(['load']));
    expect(told(after, 'w03-A')).toEqual(['4 at 50']);
  });
});

describe('a block that has not begun', () => {
  test('starts with its own reps, at the load that is known', () => {
    const on = rewrite(program, (line, { key }) =>
      line.exerciseId === 'gx_sl_rdl' && key > 'w08' ? { ...line, exerciseId: 'gx_deadlift' } : line,
    );
    expect(told(on, 'w08-A', 'w09-A')).toEqual(['4 at none', '5 at none']);
    expect(told(ahead({ rir: 5 }, {}, on).program, 'w06-A', 'w08-A', 'w09-A')).toEqual([
      '6 at 52.5',
      '4 at 55',
      '5 at 55',
    ]);
  });
});

describe('lighter weeks and days', () => {
  test('a deload takes a tenth off what is known, and keeps its reps', () => {
    expect(told(ahead(failed, {}, weekLike(4, { phase: 'deload' })).program, 'w04-A')).toEqual(['6 at 42.5']);
    expect(told(ahead({}, {}, setLoad('w04-A', null, weekLike(4, { phase: 'deload' }))).program, 'w04-A')).toEqual([
      '6 at 45',
    ]);
  });

  test('a taper and a season between races keep the load that is known, and their reps', () => {
    for (const phase of ['taper', 'maintain'] as const) {
      expect(told(ahead(failed, {}, weekLike(4, { phase })).program, 'w04-A')).toEqual(['6 at 47.5']);
      expect(told(ahead({ rir: 5 }, {}, weekLike(4, { phase })).program, 'w04-A')).toEqual(['6 at 52.5']);
    }
  });

  test('after a race and on days off no load rises; what has become too heavy falls', () => {
    for (const phase of ['return', 'off'] as const) {
      expect(told(ahead(failed, {}, weekLike(4, { phase })).program, 'w04-A')).toEqual(['6 at 47.5']);
      expect(told(ahead({ rir: 5 }, {}, weekLike(4, { phase })).program, 'w04-A')).toEqual(['6 at 50']);
      expect(told(ahead({}, {}, setLoad('w04-A', null, weekLike(4, { phase }))).program, 'w04-A')).toEqual([
        '6 at none',
      ]);
    }
  });

  test('on a light day neither, and it says nothing for the days after', () => {
    expect(told(ahead({ rir: 5 }, {}, lightOn(program, 'w04-A')).program, 'w04-A')).toEqual(['6 at 50']);
    expect(told(ahead(failed, {}, lightOn(program, 'w04-A')).program, 'w04-A', 'w05-A')).toEqual([
      '6 at 47.5',
      '5 at 47.5',
    ]);
  });
});

describe('what was eased for the first week back', () => {
  const back = ['2026-01-19', '2026-01-26'] as const;

  test('keeps its load, from the first of its days to the last', () => {
    const lighter = setLoad('w05-A', inKg(40), setLoad('w04-A', inKg(40), setLoad('w03-A', inKg(40))));
    expect(told(ahead({}, { weekBack: back }, lighter).program, 'w03-A', 'w04-A', 'w05-A')).toEqual([
      '5 at 40',
      '6 at 40',
      '6 at 40',
    ]);
    expect(told(ahead({}, { weekBack: ['2026-01-20', '2026-01-25'] }, lighter).program, 'w03-A')).toEqual(['5 at 50']);
  });

  test.each(['GAP_EASE', 'GAP_RESTART'])(
    'keeps it wherever the line says so (%s), but for a later log of less',
    (code) => {
      const eased = markLine('w03-A', code, setLoad('w03-A', inKg(45)));
      expect(told(ahead({}, {}, eased).program, 'w03-A')).toEqual(['5 at 45']);
      const above = markLine('w03-A', code, setLoad('w03-A', inKg(60)));
      expect(told(ahead({}, {}, above).program, 'w03-A')).toEqual(['5 at 50']);
      const deload = weekLike(3, { phase: 'deload' }, eased);
      expect(
        told(ahead({}, {}, weekLike(3, { phase: 'deload', sessions: sessionsOf(eased, 3) }, deload)).program, 'w03-A'),
      ).toEqual(['5 at 45']);
      const heavy = weekLike(3, { phase: 'deload' }, above);
      expect(told(ahead({}, {}, heavy).program, 'w03-A')).toEqual(['5 at 45']);
    },
  );

  test('halved jumps stay halved', () => {
    const halved = markLine('w03-A', 'TODAY_JUMPS_HALVED', program, { amount: 4 });
    expect(told(ahead({}, {}, halved).program, 'w03-A')).toEqual(['4 at 50']);
    expect(told(ahead({}, {}, markLine('w03-A', 'HOLD', program, { amount: 4 })).program, 'w03-A')).toEqual([
      '5 at 50',
    ]);
  });
});

describe('while something speaks against more, such as pain', () => {
  const pain = because('PAIN_HOLD');
  const held = (done: Done, from = program) =>
    ahead(done, { findHold: (id) => (id === 'gx_deadlift' ? pain : undefined) }, from);

  test('no load goes above the last one lifted, and no reps above the plan’s', () => {
    expect(told(ahead({ rir: 5 }).program, 'w03-A')).toEqual(['4 at 52.5']);
    expect(told(held({ rir: 5 }).program, 'w03-A', 'w04-A')).toEqual(['4 at 50', '5 at 50']);
    expect(told(held({}, markLine('w03-A', 'HOLD', program, { amount: 4 })).program, 'w03-A')).toEqual(['4 at 50']);
  });

  test('no set gets slower than the plan has it: a slower one is a step up', () => {
    const slow = (...keys: readonly string[]) =>
      rewrite(program, (line, { key }) =>
        line.slot === 'A2' && keys.includes(key) ? { ...line, tempo: '3-1-1' } : line,
      );
    const tempoAfter = ({ program: after }: ReturnType<typeof ahead>) => deadliftIn(after, 'w03-A').tempo;
    expect(tempoAfter(ahead({}, {}, slow('w02-A')))).toBe('3-1-1');
    expect(tempoAfter(held({}, slow('w02-A')))).toBeNull();
    expect(tempoAfter(held({}, slow('w02-A', 'w03-A')))).toBe('3-1-1');
  });

  test('what is too heavy still falls, and the line says why it is held', () => {
    const { program: after, changes } = held(failed);
    expect(told(after, 'w03-A')).toEqual(['4 at 47.5']);
    const own = changes.filter(({ target }) => target.exerciseId === 'gx_deadlift');
    expect(new Set(own.map(({ code }) => code))).toEqual(new Set(['PAIN_HOLD']));
    expect(deadliftIn(after, 'w03-A').reasons).toContainEqual(pain);
  });

  test('other exercises go on', () => {
    const lunge = (from: Program) => sessionOf(from, 'w03-A').prescriptions.find(({ slot }) => slot === 'A1');
    expect(lunge(held({ more: 1 }).program)).toMatchObject({ amount: 5, load: inKg(18) });
    expect(lunge(held(failed).program)).toMatchObject({ load: inKg(16) });
    expect(lunge(held(failed).program)?.reasons).not.toContainEqual(pain);
  });
});

test('a reason for the dose takes the place of the last one; others stay', () => {
  const said = [because('AREA_SLOT'), because('START_OF_RANGE'), because('RISE_REPS')];
  expect(addDoseReason(said, because('BACKOFF')).map(({ code }) => code)).toEqual(['AREA_SLOT', 'BACKOFF']);
  expect(addDoseReason(said, because('PAIN_RED')).map(({ code }) => code)).toEqual([
    'AREA_SLOT',
    'START_OF_RANGE',
    'RISE_REPS',
    'PAIN_RED',
  ]);
});

function sessionsOf(from: Program, number: number): ProgramWeek['sessions'] {
  return from.weeks[number - 1]?.sessions ?? [];
}
