// A week of runs, placed as the running-week screen places it.
import { placeUnder } from '../adapt/place-under.ts';
import { parseRuleSet, rulesFor } from '../adapt/rule-set.ts';
import { explainRepair } from '../explain.ts';
import { runKindLabels, sessionLoadLabels, weekdayLabels } from '../labels.ts';
import { type DayVerdict, type PlacementInput, placeStrength } from '../placement.ts';
import type { ExampleLine, RuleCase } from '../rule-example.ts';
import { suggestRepairs } from '../suggest-repairs.ts';
import type { RunKind } from '../vocabulary.ts';
import { sayReasons } from './say.ts';
import type { WorkedCase } from './work-example.ts';

/** The client of a rule set's overrides. */
const clientId = 'client';

export function workWeek(ruleId: string, { input, day, ruleSet }: Extract<RuleCase, { kind: 'week' }>): WorkedCase {
  const { days, warnings } = placeStrength(input);
  const verdicts = ruleSet ? placeUnder(rulesFor(readRuleSet(ruleSet), clientId), input).days : days;
  return {
    lines: [
      ...edgeLine('Sunday before', input.before),
      ...verdicts.map((verdict) =>
        dayLine(input, verdict, day === undefined || day === verdict.day ? sayReasons(ruleId, verdict.reasons) : []),
      ),
      ...edgeLine('Monday after', input.after),
    ],
    said: day === undefined && !ruleSet ? sayReasons(ruleId, warnings) : [],
    cannotTell: [],
    faults: [],
  };
}

export function workRepairs({ input }: Extract<RuleCase, { kind: 'repairs' }>): WorkedCase {
  const [repair] = suggestRepairs(input);
  return {
    lines: placeStrength(input).days.map((verdict) => dayLine(input, verdict, [])),
    said: repair ? [{ code: repair.kind, explanation: explainRepair(repair, input.week) }] : [],
    cannotTell: [],
    faults: [],
  };
}

function readRuleSet(input: NonNullable<Extract<RuleCase, { kind: 'week' }>['ruleSet']>) {
  const parsed = parseRuleSet(input);
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

function dayLine(
  { week, notes, unavailable = [] }: PlacementInput,
  { day, placed }: DayVerdict,
  said: ExampleLine['said'],
): ExampleLine {
  const index = Object.keys(weekdayLabels).indexOf(day);
  const run = week[index] ?? 'rest';
  const note = notes?.[index];
  const parts = [
    `${runKindLabels[run]}${note ? ` (${note})` : ''}`,
    ...(unavailable.includes(day) ? ['not available'] : []),
    ...(placed ? [`${sessionLoadLabels[placed].toLowerCase()} strength session`] : []),
  ];
  return { label: weekdayLabels[day], text: parts.join(', '), isHeading: false, exerciseId: null, said };
}

function edgeLine(label: string, run: RunKind | undefined): readonly ExampleLine[] {
  return run === undefined ? [] : [{ label, text: runKindLabels[run], isHeading: false, exerciseId: null, said: [] }];
}
