import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { checkProgram } from '../check-program.ts';
import { explainReason } from '../explain.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { Program } from '../program.ts';
import { type Reason, reasonCodes } from '../reason.ts';
import { findRule } from '../rules.ts';
import { arbitraryBuildInput } from '../testing/arbitrary-profile.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { replay } from './replay.ts';

/** How a runner does one session: reps more or less than asked, what is left, and whether she comes at all. */
const arbitraryDay = fc.record({
  more: fc.integer({ min: -4, max: 2 }),
  rir: fc.option(fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2)),
  pain: fc.option(fc.integer({ min: 0, max: 7 }), { freq: 8 }),
  comes: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 1),
  load: fc.integer({ min: 1000, max: 8000 }),
});
type Day = typeof arbitraryDay extends fc.Arbitrary<infer Value> ? Value : never;

function logDay(program: Program, key: string, { more, rir, pain, load }: Day): readonly ExerciseLog[] {
  return program.weeks.flatMap((week) =>
    week.sessions
      .filter((session) => session.key === key)
      .flatMap((session) =>
        session.prescriptions.map((planned): ExerciseLog => {
          const lifted =
            planned.load ?? (planned.goal === 'strength' ? { hundredths: load, unit: 'kg' as const } : null);
          const set = {
            amount: Math.max(0, planned.amount + more),
            load: lifted,
            rir: planned.rir === null ? null : rir,
          };
          return {
            session: key,
            slot: planned.slot,
            revision: 0,
            date: session.date,
            block: week.block,
            phase: week.phase,
            planned,
            sets: Array.from({ length: planned.sets }, () => set),
            pain,
            isEased: session.load === 'light',
            isConfirmed: false,
          };
        }),
      ),
  );
}

test('law: whatever is done, week after week, the program keeps its rules, its exercises and its bounds, and explains itself', () => {
  fc.assert(
    fc.property(arbitraryBuildInput, fc.array(arbitraryDay, { minLength: 4, maxLength: 48 }), (input, days) => {
      const built = buildProgram(input);
      if (!built.ok) return;
      const { profile } = input;
      const explained = new Set<string>();
      const explainOnce = (reason: Reason) => {
        const key = JSON.stringify([reason.code, reason.rule, reason.data]);
        if (explained.has(key)) return;
        explained.add(key);
        expect(reasonCodes as readonly string[]).toContain(reason.code);
        expect(findRule(reason.rule), key).toBeDefined();
        expect(explainReason(reason).claim, key).toMatch(
          /^[\p{Lu}\d"](?!.*(undefined|NaN|null|\[object|\s{2}|\s[.,;]|\.\.)).{10,}\.$/u,
        );
      };
      let { program } = built.value;
      const logs: ExerciseLog[] = [];
      const keys = program.weeks.flatMap(({ sessions }) => sessions.map(({ key }) => key));
      keys.slice(0, days.length).forEach((key, index) => {
        const day = days[index];
        if (!day?.comes) return;
        logs.push(...logDay(program, key, day));
        const after = replay({ program, logs, profile, parameters: defaultParameters });
        for (const change of after.changes) explainOnce(change);
        program = after.program;
      });
      for (const { sessions } of program.weeks) {
        for (const { prescriptions } of sessions) {
          for (const { reasons, load, amount, measure } of prescriptions) {
            reasons.forEach(explainOnce);
            expect(Number.isInteger(amount) && amount >= 1 && amount <= (measure === 'reps' ? 50 : 300)).toBe(true);
            if (load) expect(Number.isInteger(load.hundredths) && load.hundredths > 0).toBe(true);
          }
        }
      }
      const exercisesOf = (one: Program) =>
        one.weeks.flatMap(({ sessions }) =>
          sessions.flatMap(({ prescriptions }) => prescriptions.map(({ exerciseId }) => exerciseId)),
        );
      expect(exercisesOf(program)).toEqual(exercisesOf(built.value.program));
      // A runner who does not get on may rise by nothing: that is hers to say, not the plan's fault.
      const errors = checkProgram({ program, profile, ...(input.rules ? { rules: input.rules } : {}) }).filter(
        ({ severity, mistake }) => severity === 'error' && mistake !== 2,
      );
      expect(errors).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
