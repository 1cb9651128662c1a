import { describe, expect, test } from 'vitest';
import { burnClass, soundWeek } from './examples.ts';
import { noFacts } from './kept-routine.ts';
import { mendRoutine } from './mend-routine.ts';
import { type RoutineFacts, readReport } from './read-report.ts';

const reportOf = (facts: Partial<RoutineFacts>) => {
  const report = readReport({ ...noFacts, ...facts });
  if (report === null) throw new Error('Nothing to check');
  return report;
};
const verdictsOf = (facts: RoutineFacts) => readReport(facts)?.mistakes.map(({ verdict }) => verdict);

describe('readReport', () => {
  test('finds all four mistakes in the burn class, each with its lines and a fix', () => {
    const report = reportOf(burnClass);
    expect(report.headline).toBe('All four mistakes are in here. All four can be fixed.');
    for (const { verdict, findings } of report.mistakes) {
      expect(verdict).toBe('fails');
      expect(findings[0]?.lines.length).toBeGreaterThan(0);
      expect(findings[0]?.explanation.instead).not.toBeNull();
    }
    expect(report.facts.map(({ value, state }) => [value, state])).toEqual([
      ['4, two are enough', 'bad'],
      ['none', 'bad'],
      ['16 of 16', 'bad'],
      ['1, aim for 4 to 6', 'bad'],
      ['3 of 4', 'bad'],
      ['cannot tell', 'unknown'],
    ]);
    expect(report.week?.filter(({ isBarred }) => isBarred).map(({ day }) => day)).toEqual(['tue', 'wed', 'sun']);
  });

  test('says a thing once that is true of every session of a week', () => {
    const [first] = reportOf(burnClass).mistakes;
    const titles = first?.findings.map(({ explanation }) => explanation.title);
    expect(new Set(titles).size).toBe(titles?.length);
    expect(first?.findings.some(({ alsoIn }) => alsoIn === 3)).toBe(true);
  });

  test('passes the article’s own week', () => {
    expect(verdictsOf(soundWeek)).toEqual(['passes', 'passes', 'passes', 'passes']);
    expect(reportOf(soundWeek).headline).toBe('None of the four mistakes is in here.');
  });

  test('takes the tapped runs only where the text states none', () => {
    const runs = ['rest', 'rest', 'speed', 'rest', 'rest', 'long', 'rest'] as const;
    expect(reportOf({ text: 'Tue: squats 3x6, 3 min rest', runs }).mistakes[3]?.verdict).toBe('fails');
    const written = reportOf({ text: 'Tue: squats 3x6, 3 min rest\nSat: long run', runs });
    expect(written.mistakes[3]?.verdict).toBe('passes');
    expect(written.writtenRuns?.[2]).toBe('rest');
  });

  test('draws an exercise at its first line, and marks lines by their mistakes', () => {
    const { lines } = reportOf({ text: 'Mon: gym\nSquats 3x20, 30 s rest\n\nThu: gym\nSquats 3x20, 30 s rest' });
    expect(lines.map(({ number, exercises }) => [number, exercises])).toEqual([
      [1, []],
      [2, ['qd_back_squat']],
      [4, []],
      [5, []],
    ]);
    expect(lines[0]?.isHeading).toBe(true);
    expect(lines.map(({ mistakes }) => mistakes)).toEqual([[], [1], [], [1]]);
  });

  test('offers the nearest names for one that is not known', () => {
    const { problems } = reportOf({ text: 'Mon: curtsy lunges 3x20' });
    expect(problems).toMatchObject([
      { kind: 'unknown', line: 1, column: 6, found: 'curtsy lunges', suggestions: ['Reverse lunge, weighted'] },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['blank lines', ' \n\n'],
    ['a comment', '// later'],
  ])('has no report on %s', (_, text) => {
    expect(readReport({ ...noFacts, text })).toBeNull();
  });

  test.each([
    ['markup', '<script>alert(1)</script>\n<img src=x onerror=alert(1)> 3x20'],
    ['emoji', '🏋️ squats 3x20 🔥\n🏃‍♀️'],
    ['right-to-left', 'يوم الاثنين: سكوات 3x20\nשכיבות 3x10\u202e'],
    ['half characters and control codes', '\ud800 3x6\u0000\u0007'],
    ['one endless line', 'squat '.repeat(50_000)],
  ])('bears %s', (_, text) => {
    expect(() => readReport({ ...noFacts, text })).not.toThrow();
    expect(() => mendRoutine({ ...noFacts, text })).not.toThrow();
  });

  test('shows a part of ten thousand lines, and checks all of them', () => {
    const text = Array.from({ length: 10_000 }, (_, line) => (line % 40 === 0 ? `Week ${line / 40 + 1}` : 'Squat 3x20'))
      .join('\n')
      .replaceAll(/Week (\d{3})/g, 'Week 104');
    const report = reportOf({ text });
    expect(report.lineCount).toBe(10_000);
    expect(report.lines).toHaveLength(300);
    expect(report.mistakes[0]?.verdict).toBe('fails');
  });
});

describe('mendRoutine', () => {
  test('makes the burn class pass, with a reason for each change', () => {
    const mended = mendRoutine(burnClass);
    expect(verdictsOf({ ...noFacts, text: mended.text })?.filter((one) => one === 'fails' || one === 'warns')).toEqual(
      [],
    );
    expect(mended.reasons.length).toBeGreaterThan(3);
    expect(mended.lines?.some(({ kind }) => kind === 'gone')).toBe(true);
    expect(mended.week?.filter(({ sessions }) => sessions > 0)).toHaveLength(2);
    expect(mended.week?.some(({ isBarred }) => isBarred)).toBe(false);
  });

  test('leaves a routine alone that passes', () => {
    const mended = mendRoutine(soundWeek);
    expect(mended.reasons).toEqual([]);
    expect(mended.lines?.every(({ kind }) => kind === 'same')).toBe(true);
  });
});
