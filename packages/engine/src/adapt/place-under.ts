// Where strength goes under a rule set: the article's placement, with what a coach has set aside for a client set aside, and
// under "hard days hard" on speed days first (override X1).
import { decidePlacement, gapBetween, scoreDay, scorePair } from '../decide-placement.ts';
import { type DayVerdict, type PlacementInput, placeStrength } from '../placement.ts';
import type { Reason } from '../reason.ts';
import { classifyRun } from '../run-class.ts';
import { type SessionLoad, type Weekday, weekdays } from '../vocabulary.ts';
import { type DayMask, listDays, readWeekMasks, type WeekMasks } from '../week-masks.ts';
import type { OverridableRule, RuleSet } from './rule-set.ts';

export interface PlacementUnder {
  /** Monday first. A day that a rule refuses and the rule set uses carries the override before the refusal. */
  readonly days: readonly DayVerdict[];
  /** Every override that is in use this week, for all to see. */
  readonly overrides: readonly Reason[];
}

interface Placed {
  readonly day: number;
  readonly load: SessionLoad;
}

/** The week under a rule set, for one client. Race days, long-run days and days off are never used, whatever the set. */
export function placeUnder(ruleSet: RuleSet, clientId: string, input: PlacementInput): PlacementUnder {
  const own = placeStrength(input);
  const overrides = ruleSet.overrides.filter((override) => override.clientId === clientId);
  if (ruleSet.name === 'article' && overrides.length === 0) return { days: own.days, overrides: [] };
  const rules = overrides.map(({ rule }) => rule);
  const masks = liftRules(input, rules);
  const placed =
    ruleSet.name === 'hard_days_hard'
      ? placeOnHardDays(input, masks, ruleSet.parameters.minGapDays)
      : listPlaced(masks, input.sessions);
  const names = placed.map(({ day }) => weekdays[day] as Weekday);
  const days = own.days.map((verdict, day): DayVerdict => {
    const at = placed.find((one) => one.day === day);
    const refusals = verdict.reasons.filter(({ code }) => !isChoice(code));
    if (!at) {
      if (verdict.placed === null) return verdict;
      const reason: Reason = {
        code: 'RULES_ELSEWHERE',
        rule: ruleSet.name === 'hard_days_hard' ? 'HARD_DAYS_HARD' : 'OVERRIDE',
        data: { day: verdict.day, ...(names[0] ? { first: names[0] } : {}), ...(names[1] ? { second: names[1] } : {}) },
      };
      return { ...verdict, placed: null, reasons: [reason, ...refusals] };
    }
    if (verdict.placed === at.load) return verdict;
    return { ...verdict, placed: at.load, reasons: [...explainUse(ruleSet, verdict, overrides), ...refusals] };
  });
  const used = days
    .flatMap(({ reasons }) => reasons)
    .filter(({ code }) => code === 'X1_ON_SPEED' || code === 'RULE_OVERRIDDEN');
  return { days, overrides: used };
}

function isChoice(code: string): boolean {
  return code.startsWith('CHOSEN_') || code.startsWith('UNUSED_');
}

/** What lets strength onto a day that the article would not have used. */
function explainUse(
  ruleSet: RuleSet,
  { day, reasons }: DayVerdict,
  overrides: RuleSet['overrides'],
): readonly Reason[] {
  const lifted = overrides
    .filter(({ rule }) => reasons.some((reason) => reason.rule === rule))
    .map(
      ({ rule, reason }): Reason => ({
        code: 'RULE_OVERRIDDEN',
        rule: 'OVERRIDE',
        data: { day, set: rule, because: reason },
      }),
    );
  if (lifted.length > 0) return lifted;
  if (reasons.some(({ code }) => code === 'ON_SPEED')) {
    const hours = ruleSet.parameters.sameDayGapHours;
    return [{ code: 'X1_ON_SPEED', rule: 'HARD_DAYS_HARD', data: { day, hours } }];
  }
  return [
    { code: 'RULES_BESIDE', rule: ruleSet.name === 'hard_days_hard' ? 'HARD_DAYS_HARD' : 'OVERRIDE', data: { day } },
  ];
}

/** The week without the days that the rules would bar for its runs; what they bar for a race stays. */
function liftRules(input: PlacementInput, rules: readonly OverridableRule[]): WeekMasks {
  const masks = readWeekMasks(input);
  const isRace = (run: PlacementInput['before']) => run !== undefined && classifyRun(run) === 'race';
  const races = readWeekMasks({
    ...input,
    week: input.week.map((run) => (isRace(run) ? run : 'rest')),
    ...(input.before === undefined ? {} : { before: isRace(input.before) ? input.before : 'rest' }),
    ...(input.after === undefined ? {} : { after: isRace(input.after) ? input.after : 'rest' }),
  });
  return {
    ...masks,
    afterLong: rules.includes('S22') ? races.afterLong : masks.afterLong,
    speed: rules.includes('S23') ? 0 : masks.speed,
    beforeSpeed: rules.includes('S24') ? races.beforeSpeed : masks.beforeSpeed,
  };
}

function listPlaced(masks: WeekMasks, sessions: 1 | 2): readonly Placed[] {
  const { first, firstLoad, second, secondLoad } = decidePlacement(masks, sessions);
  return [
    { day: first, load: firstLoad },
    { day: second, load: secondLoad },
  ].filter(({ day }) => day >= 0);
}

/**
 * Speed days first, after the run, where neither the day before nor the day after speaks against it; then the article's
 * days. Falls back to the article's placement where that holds more.
 */
function placeOnHardDays(input: PlacementInput, masks: WeekMasks, minGapDays: number): readonly Placed[] {
  const article = listPlaced(masks, input.sessions);
  const hard: DayMask =
    masks.speed & ~(masks.race | masks.long | masks.unavailable | masks.beforeSpeed | masks.afterLong);
  if (hard === 0) return article;
  const isHard = (day: number) => ((hard & (1 << day)) === 0 ? 0 : 1);
  const days = listDays(hard | decidePlacement(masks, input.sessions).legal);
  if (input.sessions === 2) {
    let best: readonly [number, number] | undefined;
    for (const first of days) {
      for (const second of days) {
        if (second <= first || gapBetween(first, second) < minGapDays) continue;
        if (best === undefined || comparePairs([first, second], best) < 0) best = [first, second];
      }
    }
    if (best) return best.map((day) => ({ day, load: 'full' as const }));
    if (article.length === 2) return article;
  }
  const single = [...days].sort(
    (one, other) => isHard(other) - isHard(one) || scoreDay(masks, one) - scoreDay(masks, other) || one - other,
  )[0];
  return single === undefined ? article : [{ day: single, load: 'full' }];

  function comparePairs(one: readonly [number, number], other: readonly [number, number]): number {
    const hardOf = ([first, second]: readonly [number, number]) => isHard(first) + isHard(second);
    return hardOf(other) - hardOf(one) || scorePair(masks, ...one) - scorePair(masks, ...other);
  }
}
