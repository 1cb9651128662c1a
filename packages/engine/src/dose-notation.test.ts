import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDose, parseDose, parseRest, type TypedDose } from './dose-notation.ts';
import { loadUnits } from './vocabulary.ts';

const dose: fc.Arbitrary<TypedDose> = fc
  .record({
    sets: fc.integer({ min: 1, max: 6 }),
    amount: fc.oneof(
      fc.record({ measure: fc.constant('reps' as const), amount: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ measure: fc.constant('seconds' as const), amount: fc.integer({ min: 5, max: 300 }) }),
    ),
    load: fc.option(
      fc.record({ hundredths: fc.integer({ min: 0, max: 100_000 }), unit: fc.constantFrom(...loadUnits) }),
    ),
    rir: fc.option(
      fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2),
      { nil: undefined },
    ),
  })
  .map(({ sets, amount, load, rir }) => ({ sets, ...amount, load, rir }));

describe('parseDose', () => {
  it('is the inverse of formatDose', () => {
    fc.assert(
      fc.property(dose, fc.constantFrom(...loadUnits), (value, unit) => {
        expect(parseDose(formatDose(value, unit), unit)).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDose(text, 'kg')));
  });

  it.each([
    ['3x6 18', { sets: 3, measure: 'reps', amount: 6, load: { hundredths: 1800, unit: 'kg' }, rir: undefined }],
    ['3 × 6 62,35', { sets: 3, measure: 'reps', amount: 6, load: { hundredths: 6235, unit: 'kg' }, rir: undefined }],
    ['3x6 45lb', { sets: 3, measure: 'reps', amount: 6, load: { hundredths: 4500, unit: 'lb' }, rir: undefined }],
    ['3x30s', { sets: 3, measure: 'seconds', amount: 30, load: null, rir: undefined }],
    ['2X8 @3', { sets: 2, measure: 'reps', amount: 8, load: null, rir: 3 }],
    ['3x6 18 @2.5', { sets: 3, measure: 'reps', amount: 6, load: { hundredths: 1800, unit: 'kg' }, rir: 2.5 }],
  ])('reads %s', (text, value) => {
    expect(parseDose(text, 'kg')).toEqual({ ok: true, value });
  });

  it.each([
    ['three by six', 'not_a_dose'],
    ['3x', 'not_a_dose'],
    ['3x6 -5', 'not_a_dose'],
    ['9x6', 'sets_out_of_range'],
    ['3x80', 'reps_out_of_range'],
    ['3x2s', 'seconds_out_of_range'],
    ['3x6 1001', 'load_out_of_range'],
    ['3x6 @7', 'rir_out_of_range'],
    ['3x6 @2.3', 'rir_out_of_range'],
  ])('refuses %s as %s', (text, code) => {
    const read = parseDose(text, 'kg');
    expect(read.ok ? [] : read.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('parseRest', () => {
  it.each([
    ['3 min', 180],
    ['90', 90],
    ['90 s', 90],
    ['2:30', 150],
    ['2 min 30', 150],
    ['1.5 min', 90],
    ['0', 0],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseRest(text)).toBe(seconds);
  });

  it.each(['', 'long', '-3', '11 min', '2:75'])('refuses "%s"', (text) => {
    expect(parseRest(text)).toBeUndefined();
  });
});
