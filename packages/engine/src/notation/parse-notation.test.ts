import { describe, expect, test } from 'vitest';
import { formatLine, formatNotation } from './format-notation.ts';
import { describeProblem } from './notation-problem.ts';
import { parseNotation } from './parse-notation.ts';
import { notationBounds } from './routine.ts';

const lineOf = (text: string) => {
  const line = parseNotation(text).routine.weeks[0]?.days[0]?.session?.lines[0];
  if (!line) throw new Error(`No exercise in ${text}`);
  return line;
};

describe('a line', () => {
  test.each([
    ['Weighted lunge 3x6 @RIR2 rest 3min', 'Reverse lunge, weighted 3x6 @RIR2 rest 3min'],
    ['Side plank 3x30s/side', 'Side plank 3x30s/side'],
    ['Goblet squat 3 x 6 60kg', 'Goblet squat 3x6 60kg'],
    ['Goblet squat 3×6 at 45 lbs, 2 in reserve', 'Goblet squat 3x6 45lb @RIR2'],
    ['Goblet squat 3*6 @60kg @2', 'Goblet squat 3x6 60kg @RIR2'],
    ['Deadlift 3x5 @ RPE 8 rest 2:30', 'Deadlift 3x5 @RIR2 rest 150s'],
    ['Deadlift 3x5 62,5 kg 90 s rest', 'Deadlift 3x5 62.5kg rest 90s'],
    ['Deadlift 3x5-8 no rest', 'Deadlift 3x5-8 rest 0s'],
    ['Deadlift 3 x 8 to 12 reps', 'Deadlift 3x8-12'],
    ['Deadlift 3x6 in 5-7', 'Deadlift 3x6 in 5-7'],
    ['Plank 2x1min', 'Front plank 2x60s'],
    ['Plank 45 sec', 'Front plank x45s'],
    ['Squats x 20', 'Barbell squat x20'],
    ['Squats, 3 sets of 20 reps, 30 s rest', 'Barbell squat 3x20 rest 30s'],
    ['3x20 squats, 30 seconds of rest', 'Barbell squat 3x20 rest 30s'],
    ['- Squats: 3x20 (each leg)', 'Barbell squat 3x20/side'],
    ['12. Squats 3x20', 'Barbell squat 3x20'],
    ['Squat 3x6 tempo 3-1-1', 'Barbell squat 3x6 tempo 3-1-1'],
    ['Box jump 3x5 explosive', 'Box jump, step down 3x5 fast'],
    ['Box jump | fast goal power', 'Box jump, step down | fast goal power'],
    ['A1 Squat 3x6', 'A1 Barbell squat 3x6'],
    ['B2. Squat 3x6', 'B2 Barbell squat 3x6'],
    [
      'Exercise 1: Weighted lunges for knee strength | 3 sets of 6 reps, with 3 minutes rest',
      'Reverse lunge, weighted 3x6 rest 3min for knee strength',
    ],
    ['Squat 3x6 goal hypertrophy swapped for "a | b"', 'Barbell squat 3x6 goal hypertrophy swapped for "a | b"'],
    ['Two up, one down calf lower 3x8', 'Two up, one down calf lower 3x8'],
    ['90/90 hip lift 2x10', '90/90 hip lift 2x10'],
    ['"Rest 3x6" 3x6', '"Rest 3x6" 3x6'],
    ['Foot strength exercise', 'Foot strength exercise'],
  ])('%s', (text, written) => {
    expect(formatLine(lineOf(text))).toBe(written);
  });

  test('keeps comments, also those behind it, and the words it could not use', () => {
    expect(lineOf('// slow\nSquat 3x6 heavy // see http://x.y').comments).toEqual(['slow', 'heavy', 'see http://x.y']);
  });
});

describe('a routine as people write it', () => {
  test.each([
    ['Mon: squats 3x20 30s rest', '## Monday: strength\nBarbell squat 3x20 rest 30s\n'],
    [
      'Thu at home: wall sit 3x45 s, planks 3x30s, 30 s rest',
      '## Thursday: strength at home\nWall sit 3x45s rest 30s\nFront plank 3x30s rest 30s\n',
    ],
    [
      'Sat sculpt class 50 min: squats 3x20 and lunges 3x20',
      '## Saturday: strength sculpt class 50 min\nBarbell squat 3x20\nReverse lunge, weighted 3x20\n',
    ],
    ['Mon/Fri: squats 3x20', '## Monday: strength\nBarbell squat 3x20\n\n## Friday: strength\nBarbell squat 3x20\n'],
    [
      'Mondays and Thursdays: gym\nSquats 3x20',
      '## Monday: strength\nBarbell squat 3x20\n\n## Thursday: strength\nBarbell squat 3x20\n',
    ],
    ['Tue-Thu: easy', '## Tuesday: easy\n\n## Wednesday: easy\n\n## Thursday: easy\n'],
    ['Tue: easy 5k + squats 3x20', '## Tuesday: easy 5 km + strength\nBarbell squat 3x20\n'],
    ['Wednesday leg day\nSquats 3x20', '## Wednesday: strength leg day\nBarbell squat 3x20\n'],
    ['Day 1: squats 3x20, 60 kg', '## Strength Day 1\nBarbell squat 3x20 60kg\n'],
    [
      'Runs: Tue easy 6 km, Wed intervals, Sun 18 km long run.',
      '## Tuesday: easy 6 km\n\n## Wednesday: intervals\n\n## Sunday: long 18 km\n',
    ],
    ['Runs: Tue easy\nWeek 1\nMon: gym', '# Week 1\n\n## Tuesday: easy\n\n## Monday: strength\n'],
    ['Runs: Tue easy\nMon: gym', '## Tuesday: easy\n\n## Monday: strength\n'],
    ['Fri: 5 km easy', '## Friday: easy 5 km\n'],
    ['Fri: 8k', '## Friday: easy 8 km\n'],
    ['Wed: 6x800m', '## Wednesday: intervals, 6x800m\n'],
    ['Tue: morning run', '## Tuesday: easy, morning run\n'],
    ['Tue: swim 40 min', '## Tuesday: rest, swim 40 min\n'],
    ['Sun salutation 3x5', 'Sun salutation 3x5\n'],
    ['Squat 3x6, 60 kg, slow for knees, 3x a week', 'Barbell squat 3x6 60kg for knees, 3x a week\n'],
    ['3x20 squats, 3x15 lunges', 'Barbell squat 3x20\nReverse lunge, weighted 3x15\n'],
  ])('%s', (text, written) => {
    expect(formatNotation(parseNotation(text).routine).replace(/^\/\/.*\n/gm, '')).toBe(written);
  });

  test('points at the written line from each day that shares it', () => {
    expect(parseNotation('Mon, Wed: class\nSquats 3x20, lunges 3x20').places.weeks).toEqual([
      {
        line: 1,
        days: [
          { line: 1, lines: [2, 2] },
          { line: 1, lines: [2, 2] },
        ],
      },
    ]);
  });

  test('points at the column of each exercise on a line', () => {
    expect(
      parseNotation('Mon: squats 3x20, blorps 3x20, zzyx 3x20').problems.map(({ column, found }) => [column, found]),
    ).toEqual([
      [19, 'blorps'],
      [32, 'zzyx'],
    ]);
  });
});

describe('headings', () => {
  test.each([
    ['# Week 3\n## Monday: easy 8 km', '# Week 3\n\n## Monday: easy 8 km\n'],
    ['Weeks 1 to 4', '# Weeks 1-4\n'],
    ['# Week 3 (2026-03-02): taper, block 2', '# Week 3, from 2026-03-02, block 2, taper\n'],
    ['## Wed: intervals 10k (6 × 800 m)', '## Wednesday: intervals 10 km, 6 × 800 m\n'],
    ['Tues: rest day', '## Tuesday: rest\n'],
    ['## Sun: long run 10 mi + gym B, light', '## Sunday: long 16.09 km + strength B light\n'],
    ['## Sunday: race half marathon', '## Sunday: race 21.1 km\n'],
    ['Friday: Easy run or rest day', '## Friday: easy, or rest day\n'],
    ['## Thursday: mobility', '## Thursday: strength Mobility light\n'],
    ['## Thursday: race pace 6 km + strides', '## Thursday: race pace 6 km, strides\n'],
    ['Day 1\nSquat 3x6', '## Strength Day 1\nBarbell squat 3x6\n'],
    ['# Legs\n## Lower body\nSquat 3x6', '# Legs\n\n## Strength Lower body\nBarbell squat 3x6\n'],
  ])('%s', (text, written) => {
    const read = parseNotation(text);
    expect(formatNotation(read.routine)).toBe(written);
    expect(read.problems).toEqual([]);
  });
});

describe('problems', () => {
  test.each([
    ['Squat 3x80', 'Line 1, column 7: expected a number of reps, 1 to 50; found “3x80”.'],
    ['\n  Squat 9x6', 'Line 2, column 9: expected a number of sets, 1 to 6; found “9x6”.'],
    ['Squat 3x6 60', 'Line 1, column 11: expected kg or lb behind the number; found “60”.'],
    [
      'Squat 3x6 @RIR7',
      'Line 1, column 11: expected reps in reserve in half steps, such as “@RIR2”, 0 to 5; found “@RIR7”.',
    ],
    ['Squat 3x6 rest soon', 'Line 1, column 11: expected a rest such as “rest 3min” or “rest 90s”; found “rest”.'],
    ['Squat 3x6 3x8', 'Line 1, column 11: “3x8” is given twice; the first one counts.'],
    ['Burpees 3x20', 'Line 1, column 1: “Burpees” is not in the catalogue and stays as written.'],
    ['- Gobelt squat 3x6', 'Line 1, column 3: “Gobelt squat” is read as Goblet squat.'],
    [
      '# Week 500',
      'Line 1, column 3: expected a week from 1 to 104, such as “Week 3” or “Weeks 1-4”, 1 to 104; found “Week 500”.',
    ],
    [
      '# Week 1, from 2026-03-03',
      'Line 1, column 11: expected a Monday such as “2026-03-02”; found “from 2026-03-03”.',
    ],
    ['# Week 2\n# Week 1', 'Line 2, column 1: “Week 1” comes after a later week.'],
    [
      '## Monday: mumble + strength',
      'Line 1, column 12: expected a run: rest, easy, speed, intervals, tempo, threshold, hills, race pace, long or race; found “mumble”.',
    ],
    ['| 3x6 //', 'Line 1, column 1: expected the name of an exercise; found “| 3x6”.'],
  ])('%s', (text, said) => {
    expect(parseNotation(text).problems.map(describeProblem)[0]).toBe(said);
  });

  test('a text without end is read to its bound', () => {
    const read = parseNotation('Squat 3x6\n'.repeat(notationBounds.lines.max + 5));
    expect(read.problems.map(({ code, line }) => [code, line])).toEqual([
      ['too_many_lines', notationBounds.lines.max + 1],
    ]);
    expect(parseNotation('x'.repeat(1000)).problems.map(({ code }) => code)).toEqual(['too_long']);
  });
});
