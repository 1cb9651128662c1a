import { describe, expect, test } from 'vitest';
import { addDays } from '../plain-date.ts';
import type { Program } from '../program.ts';
import { succeed } from '../result.ts';
import { weekdays } from '../vocabulary.ts';
import { formatSimulation } from './format-simulation.ts';
import { type LivedEngine, realEngine } from './live-weeks.ts';
import { simulate } from './simulate.ts';

const longEnough = 600_000;
/** A few seconds of them; a thousand live the year by `pnpm test:long simulate`. */
const runners = 250;

test('a population lives through a year: no rule broken, no load beyond its caps, nobody stuck, everything explained', {
  timeout: longEnough,
}, () => {
  const simulation = simulate({ runners, weeks: 52, seed: 1 });
  expect(simulation.breaches).toEqual([]);
  const all = simulation.groups.at(-1);
  expect(all).toMatchObject({ group: 'all', runners });
  expect(simulation.groups).toHaveLength(12);
  for (const { clean } of simulation.groups) expect([clean[1], clean[3], clean[4]]).toEqual([100, 100, 100]);
  for (const topic of Object.values(all?.byTopic ?? {})) expect(topic).toBeGreaterThan(0);
  expect(all?.byKind.question).toBeGreaterThan(0);
  expect(all?.backoffs).toBeGreaterThan(0);
  expect(formatSimulation(simulation).at(-1)).toContain('No rule broken');
});

test('the same seed gives the same outcome, another one other runners', () => {
  const outcome = (seed: number) => JSON.stringify(simulate({ runners: 4, weeks: 16, seed }));
  expect(outcome(7)).toBe(outcome(7));
  expect(outcome(7)).not.toBe(outcome(8));
});

describe('a broken engine is found out', () => {
  const mapPrescriptions = (
    program: Program,
    change: (one: Program['weeks'][number]['sessions'][number]['prescriptions'][number]) => typeof one,
  ): Program => ({
    ...program,
    weeks: program.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({ ...session, prescriptions: session.prescriptions.map(change) })),
    })),
  });
  const breachesOf = (engine: Partial<LivedEngine>) => {
    const { breaches } = simulate({ runners: 12, weeks: 16, seed: 3, engine: { ...realEngine, ...engine } });
    return [...new Set(breaches.map(({ code }) => code))];
  };

  test('one that ignores the cap on loads', () => {
    const codes = breachesOf({
      adapt: (input) => {
        const adapted = realEngine.adapt(input);
        const program = mapPrescriptions(adapted.program, (one) =>
          one.load && input.record?.steps.has(one.exerciseId)
            ? { ...one, load: { ...one.load, hundredths: Math.round(one.load.hundredths * 1.12) } }
            : one,
        );
        return { ...adapted, program };
      },
    });
    expect(codes).toContain('load_above_cap');
  });

  test('one that halves a load', () => {
    const codes = breachesOf({
      adapt: (input) => {
        const adapted = realEngine.adapt(input);
        const program = mapPrescriptions(adapted.program, (one) =>
          one.load && input.record?.steps.has(one.exerciseId)
            ? { ...one, load: { ...one.load, hundredths: Math.max(1, Math.round(one.load.hundredths / 2)) } }
            : one,
        );
        return { ...adapted, program };
      },
    });
    expect(codes).toContain('load_below_bounds');
  });

  test('one that puts a session on a day of speed', () => {
    const codes = breachesOf({
      build: (input) => {
        const built = realEngine.build(input);
        const at = input.profile.runningWeek.findIndex(({ kind }) => kind === 'speed' || kind === 'interval');
        const day = weekdays[at];
        if (!built.ok || day === undefined) return built;
        const weeks = built.value.program.weeks.map((week) => {
          const date = addDays(week.startsOn, at);
          const sessions = week.sessions.map((one) =>
            one.label === 'A' && !week.sessions.some((other) => other.date === date) ? { ...one, day, date } : one,
          );
          return { ...week, sessions };
        });
        return succeed({ ...built.value, program: { ...built.value.program, weeks } });
      },
    });
    expect(codes).toContain('rule_broken');
  });

  test('one that proposes without a word, or proposes what is there already', () => {
    const codes = breachesOf({
      adapt: (input) => {
        const adapted = realEngine.adapt(input);
        const proposals = adapted.proposals.map((one) => ({
          ...one,
          code: 'BECAUSE',
          rule: 'NONE',
          after: one.before,
        }));
        return { ...adapted, proposals };
      },
    });
    expect(codes).toEqual(expect.arrayContaining(['not_explained', 'nothing_changed']));
  });
});
