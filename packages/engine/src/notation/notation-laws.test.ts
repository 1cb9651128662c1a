import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRoutine } from '../testing/arbitrary-routine.ts';
import { formatNotation } from './format-notation.ts';
import { parseNotation } from './parse-notation.ts';

/** Text that is nearly notation, with bytes and half characters in between. */
const arbitraryText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => String.fromCharCode(...bytes)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '3x6',
          ' 3 x ',
          '@',
          'RIR',
          'rest',
          '3min',
          '\n',
          '\n# Week ',
          '\n## Monday: ',
          '\nMon, Wed: ',
          '\nRuns: Tue ',
          ', ',
          ' and ',
          'easy 8 km',
          '+ strength',
          ' // ',
          '"',
          '|',
          '-',
          '/side',
          'Goblet squat',
          'for ',
          '60',
          'kg',
          '3-1-1',
          'tempo ',
          'x',
          ':',
          '\ud800',
          '1e309',
          '9'.repeat(40),
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
);

describe('the notation', () => {
  test('reads back what it writes, for every routine', () => {
    fc.assert(
      fc.property(arbitraryRoutine, (routine) => {
        expect(parseNotation(formatNotation(routine)).routine).toEqual(routine);
      }),
      { numRuns: 1000 },
    );
  });

  test('settles: what is read from any text and written again stays as it is', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = formatNotation(parseNotation(text).routine);
        expect(formatNotation(parseNotation(once).routine)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws and never points outside the text, whatever bytes come', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const lines = text.split('\n');
        const { problems, places, routine } = parseNotation(text);
        for (const { line, column } of problems) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
        expect(places.weeks.map(({ days }) => days.map((day) => day.lines.length))).toEqual(
          routine.weeks.map(({ days }) => days.map(({ session }) => session?.lines.length ?? 0)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('reads what it wrote without an error', () => {
    fc.assert(
      fc.property(arbitraryRoutine, (routine) => {
        const { problems } = parseNotation(formatNotation(routine));
        expect(problems.filter(({ severity, code }) => severity === 'error' || code === 'corrected_exercise')).toEqual(
          [],
        );
      }),
    );
  });
});
