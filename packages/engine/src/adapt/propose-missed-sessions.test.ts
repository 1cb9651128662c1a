import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { Program } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { logSession, tellEdits } from '../testing/lived-program.ts';
import { planOn } from '../testing/plan-on.ts';
import { proposeMissedSessions } from './propose-missed-sessions.ts';
import { buildRecord } from './training-record.ts';
import type { WorkingPlan } from './working-plan.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 4, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
/** The article's week: strength on Monday and Thursday, speed on Wednesday, the long run on Saturday. Friday is open. */
const { program } = built.value;
const context = { profile: articleRunner, parameters: defaultParameters };
const propose = (today: PlainDate, done: readonly string[], more: Partial<WorkingPlan> = {}, from: PlainDate = today) =>
  proposeMissedSessions(
    planOn(
      program,
      today,
      done.flatMap((key) => logSession(program, key)),
      more,
    ),
    from,
  );
const tell = (...given: Parameters<typeof propose>) =>
  propose(...given).map((proposal) => {
    const [edit] = tellEdits([proposal]);
    return proposal.code === 'MISSED_DROP' ? `${edit}: ${proposal.data.because}` : edit;
  });
const firstWeek = ['w01-A', 'w01-B'];
const another = (more: Partial<Profile>): Profile => ({ ...articleRunner, ...more });
const withWeek = (nth: number, change: (week: Program['weeks'][number]) => Program['weeks'][number]): Program => ({
  ...program,
  weeks: program.weeks.map((week, index) => (index === nth - 1 ? change(week) : week)),
});

describe('a missed session', () => {
  test('moves to the open day of its week', () => {
    expect(tell('2026-01-16', [...firstWeek, 'w02-A'])).toEqual(['w02-B 2026-01-15 → 2026-01-16']);
    expect(propose('2026-01-16', [...firstWeek, 'w02-A'])).toMatchObject([
      { topic: 'missed', kind: 'change', code: 'MISSED_MOVE', session: 'w02-B' },
    ]);
  });

  test('is let go where no day is left', () => {
    expect(tell('2026-01-17', [...firstWeek, 'w02-A'])).toEqual(['w02-B 2026-01-15 let go: no_day']);
    expect(propose('2026-01-17', [...firstWeek, 'w02-A'])).toMatchObject([
      { topic: 'missed', kind: 'change', code: 'MISSED_DROP', rule: 'MISSED', session: 'w02-B' },
    ]);
  });

  test('is never stacked next to another one: two days apart', () => {
    // Tuesday is open, but two days before Thursday stands Wednesday's speed, and Friday follows Thursday.
    expect(tell('2026-01-13', firstWeek)).toEqual(['w02-A 2026-01-12 let go: too_close']);
    // Nor on the day of today's own, or the day after it.
    expect(tell('2026-01-15', firstWeek)).toEqual(['w02-A 2026-01-12 let go: too_close']);
  });

  test('is none on its own day, nor when it is done, settled or let go', () => {
    expect(tell('2026-01-15', [...firstWeek, 'w02-A'])).toEqual([]);
    expect(tell('2026-01-16', [...firstWeek, 'w02-A', 'w02-B'])).toEqual([]);
    expect(tell('2026-01-16', [...firstWeek, 'w02-A'], { fixed: new Set(['w02-B']) })).toEqual([]);
    const gone = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.map((one) => ({
        ...one,
        reasons: [...one.reasons, { code: 'MISSED_DROP', rule: 'MISSED', data: {} }],
      })),
    }));
    expect(tell('2026-01-16', firstWeek, { program: gone })).toEqual([]);
  });

  test('of the week before is let go; of a week before that, it is for the rule on gaps', () => {
    expect(tell('2026-01-19', [...firstWeek, 'w02-A'])).toEqual(['w02-B 2026-01-15 let go: no_day']);
    expect(tell('2026-01-25', [...firstWeek, 'w02-A', 'w03-A', 'w03-B'])).toEqual(['w02-B 2026-01-15 let go: no_day']);
    expect(tell('2026-01-26', [...firstWeek, 'w02-A', 'w03-A', 'w03-B'])).toEqual([]);
  });

  test('two of them never land on one day or next to each other', () => {
    expect(tell('2026-01-16', firstWeek)).toEqual([
      'w02-A 2026-01-12 → 2026-01-16',
      'w02-B 2026-01-15 let go: too_close',
    ]);
  });

  test('a session that was let go leaves its day', () => {
    const gone = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.map((one) =>
        one.key === 'w02-B'
          ? { ...one, reasons: [...one.reasons, { code: 'TODAY_SKIPPED', rule: 'READINESS', data: {} }] }
          : one,
      ),
    }));
    expect(tell('2026-01-13', firstWeek, { program: gone })).toEqual(['w02-A 2026-01-12 → 2026-01-15']);
  });

  test('one that was done keeps its distance', () => {
    // Done on Thursday: Friday is too near for Monday's.
    expect(tell('2026-01-16', [...firstWeek, 'w02-B'])).toEqual(['w02-A 2026-01-12 let go: too_close']);
  });

  test('from sixty on three days lie between (rulebook 2.8)', () => {
    const moved = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.filter(({ key }) => key === 'w02-B'),
    }));
    // From Thursday to Friday; the next session is on Monday, three days later.
    expect(tell('2026-01-16', firstWeek, { program: moved, profile: another({ age: 60 }) })).toEqual([
      'w02-B 2026-01-15 → 2026-01-16',
    ]);
    const monday = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.map((one) => (one.key === 'w02-A' ? { ...one, date: '2026-01-13', day: 'tue' } : one)),
    }));
    const doneOnTuesday = { program: monday, record: buildRecord(logSession(monday, 'w02-A'), context) };
    expect(tell('2026-01-16', [], { ...doneOnTuesday, profile: another({ age: 59 }) })).toContain(
      'w02-B 2026-01-15 → 2026-01-16',
    );
    expect(tell('2026-01-16', [], { ...doneOnTuesday, profile: another({ age: 60 }) })).toContain(
      'w02-B 2026-01-15 → 2026-01-16',
    );
  });

  test.each([
    ['wed', 59, 2, '→ 2026-01-16'],
    ['wed', 60, 2, 'let go: too_close'],
    ['tue', 60, 4, 'let go: too_close'],
  ] as const)('done on %s at %i, with %i days between: %s', (day, age, minGapDays, expected) => {
    const date = day === 'tue' ? '2026-01-13' : '2026-01-14';
    const moved = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.map((one) => (one.key === 'w02-A' ? { ...one, date, day } : one)),
    }));
    const record = buildRecord(logSession(moved, 'w02-A'), context);
    const parameters = { ...defaultParameters, minGapDays };
    expect(tell('2026-01-16', [], { program: moved, record, parameters, profile: another({ age }) })).toContain(
      `w02-B 2026-01-15 ${expected}`,
    );
  });

  test('keeps its distance from the first session of the week after', () => {
    const sunday = another({
      runningWeek: [
        { kind: 'long' },
        { kind: 'rest' },
        { kind: 'easy' },
        { kind: 'easy' },
        { kind: 'easy' },
        { kind: 'easy' },
        { kind: 'easy' },
      ],
    });
    const only = withWeek(2, (week) => ({ ...week, sessions: week.sessions.filter(({ key }) => key === 'w02-B') }));
    // The Saturday before a Monday session is two days away, the Sunday is one.
    expect(tell('2026-01-17', firstWeek, { program: only, profile: sunday })).toEqual([
      'w02-B 2026-01-15 → 2026-01-17',
    ]);
    expect(tell('2026-01-18', firstWeek, { program: only, profile: sunday })).toEqual([
      'w02-B 2026-01-15 let go: too_close',
    ]);
    // At the end of the program nothing follows.
    const last = { ...only, weeks: only.weeks.slice(0, 2) };
    expect(tell('2026-01-18', firstWeek, { program: last, profile: sunday })[0]).toMatch(/no_day|2026-01-18/);
  });

  test('a day off is not open, nor a day that a race bars', () => {
    const done = [...firstWeek, 'w02-A'];
    expect(tell('2026-01-16', done, { profile: another({ unavailable: ['fri'] }) })).toEqual([
      'w02-B 2026-01-15 let go: no_day',
    ]);
    const racing = another({ races: [{ date: '2026-01-21', priority: 'B', distance: 'marathon' }] });
    expect(tell('2026-01-16', done, { profile: racing })).toEqual(['w02-B 2026-01-15 let go: no_day']);
  });

  test('before a race light work may still stand where heavy work may not', () => {
    const light = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.map((one) => ({ ...one, load: one.key === 'w02-B' ? 'light' : one.load })),
    }));
    const racing = another({ races: [{ date: '2026-01-21', priority: 'B', distance: 'marathon' }] });
    const soon = another({ races: [{ date: '2026-01-17', priority: 'B', distance: 'marathon' }] });
    const done = [...firstWeek, 'w02-A'];
    expect(tell('2026-01-16', done, { program: light, profile: racing })).toEqual(['w02-B 2026-01-15 → 2026-01-16']);
    // The day before it holds nothing at all.
    expect(tell('2026-01-16', done, { program: light, profile: soon })).toEqual(['w02-B 2026-01-15 let go: no_day']);
  });

  test.each([
    ['none', 'full', 'let go: no_day'],
    // Light work may follow the long run: Sunday is open, and too near to Monday's.
    ['none', 'light', 'let go: too_close'],
    ['bodyweight', 'full', 'let go: no_day'],
    ['bodyweight', 'light', '→ 2026-01-16'],
  ] as const)('on a holiday with work “%s” a %s one: %s', (work, load, expected) => {
    const loaded = withWeek(2, (week) => ({
      ...week,
      sessions: week.sessions.map((one) => (one.key === 'w02-B' ? { ...one, load } : one)),
    }));
    const away = another({ timeOff: [{ from: '2026-01-16', to: '2026-01-16', kind: 'holiday', work }] });
    expect(tell('2026-01-16', [...firstWeek, 'w02-A'], { program: loaded, profile: away })).toEqual([
      `w02-B 2026-01-15 ${expected}`,
    ]);
  });

  test('does not move to a day that is closed already', () => {
    // A red day: from tomorrow on, and tomorrow is the long run.
    expect(tell('2026-01-16', [...firstWeek, 'w02-A'], {}, '2026-01-17')).toEqual(['w02-B 2026-01-15 let go: no_day']);
    // On a red Sunday tomorrow is another week.
    expect(tell('2026-01-18', [...firstWeek, 'w02-A'], {}, '2026-01-19')).toEqual(['w02-B 2026-01-15 let go: no_day']);
  });
});
