import { describe, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type AuditInput, buildAuditedSlot } from './audit-input.ts';
import { defaultParameters } from './parse-parameters.ts';
import { inputOf, onDay, sessionOf, weekOf } from './testing/audit-inputs.ts';
import type { RunKind } from './vocabulary.ts';

const restWeek: readonly RunKind[] = ['rest', 'rest', 'rest', 'rest', 'rest', 'rest', 'rest'];
/** Strength on the day of speed and before a race. */
const hard = inputOf([
  weekOf(1, [onDay('tue')], { runs: restWeek.with(1, 'tempo'), complete: false }),
  weekOf(2, [onDay('tue')], { runs: restWeek.with(2, 'race'), complete: false }),
]);

const sayAll = (...[input, parameters, setAside]: Parameters<typeof audit>) =>
  audit(input, parameters, setAside).findings.map(({ code, severity, data }) => ({ code, severity, data }));

describe('a rule that is set aside', () => {
  test('is broken as a note that says on whose word', () => {
    expect(sayAll(hard, defaultParameters, [{ rule: 'S23', by: 'OVERRIDE', reason: 'He sleeps on it.' }])).toEqual([
      {
        code: 'M4_ON_SPEED',
        severity: 'info',
        data: { run: 'tempo', setAside: 'OVERRIDE', coachSays: 'He sleeps on it.' },
      },
      { code: 'M4_BEFORE_SPEED', severity: 'error', data: { run: 'race' } },
    ]);
    expect(audit(hard, defaultParameters, [{ rule: 'S23', by: 'OVERRIDE', reason: 'So.' }]).verdicts[4]).toBe('fails');
  });

  test('by the set of rules it has no words of the coach', () => {
    const [found] = sayAll(hard, defaultParameters, [{ rule: 'S23', by: 'HARD_DAYS_HARD', reason: null }]);
    expect(found?.data).toStrictEqual({ run: 'tempo', setAside: 'HARD_DAYS_HARD' });
  });

  test('needs no leave for what is a note anyway', () => {
    const light = inputOf([weekOf(1, [onDay('tue', 'light')], { runs: restWeek.with(1, 'tempo'), complete: false })]);
    expect(sayAll(light, defaultParameters, [{ rule: 'S23', by: 'OVERRIDE', reason: 'So.' }])).toEqual([
      { code: 'M4_ON_SPEED', severity: 'info', data: { run: 'tempo' } },
    ]);
  });

  test('still holds for a race', () => {
    expect(sayAll(hard, defaultParameters, [{ rule: 'S24', by: 'OVERRIDE', reason: 'So.' }])).toEqual(sayAll(hard));
  });

  test('no longer fails the verdict', () => {
    const speed = inputOf(hard.weeks.slice(0, 1));
    expect(audit(speed).verdicts[4]).toBe('fails');
    expect(audit(speed, defaultParameters, [{ rule: 'S23', by: 'OVERRIDE', reason: 'So.' }]).verdicts[4]).toBe(
      'passes',
    );
  });
});

describe('the verdict on a mistake', () => {
  const quantityOf = (exercises: number, sessions = 1): AuditInput =>
    inputOf([
      weekOf(
        1,
        Array.from({ length: sessions }, (_, index) =>
          sessionOf(
            null,
            Array.from({ length: exercises }, (_unused, slot) =>
              buildAuditedSlot({ slot: `${slot}`, exercise: `${slot}` }),
            ),
            { label: `${index}` },
          ),
        ),
        { complete: false },
      ),
    ]);

  test.each([
    ['an error', quantityOf(6, 3), 'fails'],
    ['a warning', quantityOf(6), 'warns'],
    ['a note', quantityOf(3), 'passes'],
    ['nothing', quantityOf(4), 'passes'],
    ['nothing known', inputOf([]), 'cannot_tell'],
  ] as const)('%s', (_, input, verdict) => {
    expect(audit(input).verdicts[3]).toBe(verdict);
  });
});

test('findings and gaps come by mistake, and every check has its say', () => {
  const slots = ['1', '2', '3', '4', '5', '6'].map((slot) =>
    buildAuditedSlot({ slot, exercise: slot, goal: 'strength', measure: 'reps', amount: 15, restSeconds: 180 }),
  );
  const input = inputOf(
    [1, 2, 3].map((week) => weekOf(week, [sessionOf('mon', slots)], { runs: restWeek.with(0, 'speed') })),
  );
  const { findings, cannotTell, verdicts } = audit(input);
  const mistakes = findings.map(({ mistake }) => mistake);
  expect(mistakes).toEqual(mistakes.toSorted((one, other) => one - other));
  expect(new Set(mistakes)).toEqual(new Set([1, 2, 3, 4]));
  expect(verdicts).toEqual({ 1: 'fails', 2: 'fails', 3: 'warns', 4: 'fails' });
  expect(cannotTell.map(({ mistake, rule }) => `${mistake} ${rule}`)).toEqual(['2 S11', '3 S16', '3 S17']);
  expect(audit(inputOf([weekOf(1, [onDay('mon')], { complete: false })])).cannotTell.map(({ rule }) => rule)).toEqual([
    'S2',
    'S9',
    'S11',
    'S14',
    'S15',
    'S17',
    'S20',
  ]);
});
