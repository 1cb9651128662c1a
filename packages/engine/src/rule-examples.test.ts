import { describe, expect, test } from 'vitest';
import { findingCodes } from './finding.ts';
import type { RuleExample, RuleExamples, WorkedExample } from './rule-example.ts';
import { workExample } from './rule-examples/work-example.ts';
import { exampleRuleIds, findRuleExamples, workRuleExamples } from './rule-examples.ts';
import { findRule, listRules } from './rules.ts';

const listAll = (examples: RuleExamples): readonly RuleExample[] =>
  examples.kind === 'worked' ? examples.shows : [examples.passes, examples.fails, ...(examples.also ?? [])];

const codesOf = ({ said, lines }: WorkedExample): readonly string[] => [
  ...new Set([...said, ...lines.flatMap((line) => line.said)].map(({ code }) => code)),
];

const explained = listRules().flatMap(({ id }) => {
  const examples = findRuleExamples(id);
  return examples ? [{ id, examples }] : [];
});
const cases = explained.flatMap(({ id, examples }) =>
  listAll(examples).map((example) => ({ id, voice: examples.saidBy ?? id, caption: example.caption, example })),
);

describe('rule examples', () => {
  test('every rule has examples: a page without them explains nothing', () => {
    const missing = listRules().flatMap(({ id }) => (findRuleExamples(id) ? [] : [id]));
    expect(
      missing,
      'Add an entry for each of these rules in src/rule-examples/: a case that passes and one that fails, or `worked` cases with `because`',
    ).toEqual([]);
  });

  test('no examples are left over from a rule that went', () => {
    expect(exampleRuleIds.filter((id) => !findRule(id))).toEqual([]);
  });

  test.each(cases)('$id: $caption', ({ voice, example }) => {
    expect(codesOf(workExample(voice, example))).toEqual(example.says);
    expect(example.caption).toMatch(/^[A-Z0-9].*[^.]$/);
  });

  test.each(explained)('$id shows the difference between what passes and what fails', ({ id, examples }) => {
    if (examples.kind === 'worked') {
      expect(examples.shows.length).toBeGreaterThan(0);
      expect(examples.because).toMatch(/^[A-Z].*\.$/);
      return;
    }
    const [passes, fails] = workRuleExamples(id).map(codesOf);
    expect(fails).not.toEqual(passes);
    expect(fails).not.toEqual([]);
    if (examples.kind === 'check') expect(passes).toEqual([]);
  });

  const routines = cases.filter(({ example }) => example.put.kind === 'routine');

  test.each(routines)('$id, $caption: is judged, not passed over', ({ voice, example }) => {
    expect(workExample(voice, example).cannotTell).not.toContain(voice);
  });

  test.each(routines.filter(({ id, example }) => findRuleExamples(id)?.kind === 'worked' && example.says.length === 0))(
    '$id, $caption: is without fault by any rule',
    ({ voice, example }) => {
      expect(workExample(voice, example).faults).toEqual([]);
    },
  );

  test('a case that is changed says something else: the test can fail', () => {
    const examples = findRuleExamples('S3');
    if (examples?.kind !== 'check') throw new Error('S3 is a check');
    const broken = { ...examples.passes, put: examples.fails.put };
    expect(codesOf(workExample('S3', broken))).not.toEqual(broken.says);
  });

  test('every finding is shown by an example', () => {
    const shown = new Set(cases.flatMap(({ example }) => example.says));
    // A purpose can be empty only in a program that was edited so, and the notation has no word for that.
    expect(findingCodes.filter((code) => code !== 'M3_NO_PURPOSE' && !shown.has(code))).toEqual([]);
  });
});
