// Where strength goes under a client's rules: the article's placement, with what the coach has set aside set aside, and
// under "hard days hard" on speed days first (override X1).
import { listUsedReasons } from '../day-reasons.ts';
import { type Decision, decidePlacement, gapBetween, scoreDay, scorePair } from '../decide-placement.ts';
import { decideThird } from '../decide-third.ts';
import {
  type DayVerdict,
  listSessions,
  listTierWarnings,
  type Placement,
  type PlacementInput,
  placeStrength,
} from '../placement.ts';
import type { Reason } from '../reason.ts';
import { classifyRun } from '../run-class.ts';
import { type RunKind, type SessionLoad, type Weekday, weekdays } from '../vocabulary.ts';
import { type DayMask, listDays, readWeekMasks, type WeekMasks } from '../week-masks.ts';
import { type ClientRules, mostSessions, type OverridableRule } from './rule-set.ts';

/** A placement; `legal` in its days is the article's word, so that a day used against it shows. */
export interface PlacementUnder extends Placement {
  /** Every override that is in use this week, for all to see. */
  readonly overrides: readonly Reason[];
}

/** A week to place in; three sessions only where S14 is set aside for the client, else two. */
export interface WishedWeek extends Omit<PlacementInput, 'sessions'> {
  readonly sessions: 1 | 2 | 3;
}

/** The week under a client's rules. Race days, long-run days and days off are never used, whatever the rules. */
export function placeUnder(rules: ClientRules, { sessions: wished, ...week }: WishedWeek): PlacementUnder {
  const { minGapDays } = rules.parameters;
  const input: PlacementInput = { ...week, sessions: wished === 3 ? 2 : wished };
  const own = placeStrength({ ...input, minGapDays });
  if (rules.name === 'article' && rules.overrides.length === 0) return { ...own, overrides: [] };
  const masks = { ...liftRules(input, rules), minGapDays };
  const two =
    rules.name === 'hard_days_hard' ? decideOnHardDays(masks, input.sessions) : decidePlacement(masks, input.sessions);
  const three = wished === 3 && mostSessions(rules) === 3 ? decideThird(masks, two) : null;
  const decision = three?.decision ?? two;
  const sessions = listSessions(decision);
  if (three) sessions.push({ day: weekdays[three.third] as Weekday, load: three.thirdLoad });
  const isSame = own.days.every(({ day, placed }) => placed === loadOn(sessions, day));
  const isWithoutThird = wished === 3 && !three;
  if (isSame) {
    return { ...own, warnings: isWithoutThird ? [...own.warnings, noThird] : own.warnings, overrides: [] };
  }
  const days = own.days.map((verdict, index): DayVerdict => {
    const load = loadOn(sessions, verdict.day);
    const refusals = verdict.reasons.filter(({ code }) => !isOfChoice(code));
    if (load !== null && index === three?.third) {
      const lifted = load === 'full' ? explainUse(rules, verdict.day, refusals) : [];
      const beside = { ...decision, second: index, secondLoad: load };
      const notes = listUsedReasons(input, masks, beside, index, load).filter(({ code }) => noteCodes.has(code));
      return {
        ...verdict,
        placed: load,
        reasons: [...explainThird(rules, verdict.day), ...lifted, ...refusals, ...notes],
      };
    }
    if (load !== null) return placeOn(verdict, load, refusals, { rules, input, masks, decision, index });
    if (!verdict.legal && verdict.placed === null) return verdict;
    return { ...verdict, placed: null, reasons: [describeElsewhere(rules, verdict.day, sessions), ...refusals] };
  });
  return {
    tier: decision.tier,
    legal: listDays(decision.legal).map((index) => weekdays[index] as Weekday),
    sessions,
    days,
    warnings: [...listTierWarnings(decision, days), ...(isWithoutThird ? [noThird] : [])],
    overrides: listOverrides(days),
  };
}

/** On the coach's word, which stands beside it. */
function explainThird({ overrides }: ClientRules, day: Weekday): readonly Reason[] {
  return overrides
    .filter(({ rule }) => rule === 'S14')
    .map(({ rule, reason }) => ({
      code: 'RULE_OVERRIDDEN',
      rule: 'OVERRIDE',
      data: { day, set: rule, because: reason },
    }));
}

const noThird: Reason = { code: 'NO_THIRD_DAY', rule: 'S14', data: {} };

/** The overrides that a week's used days stand on. */
export function listOverrides(days: readonly DayVerdict[]): readonly Reason[] {
  return days.flatMap(({ placed, reasons }) => (placed === null ? [] : reasons.filter(({ code }) => isOverride(code))));
}

/** Whether a reason says that a day is used against an article's rule, on purpose. */
export function isOverride(code: string): boolean {
  return code === 'X1_ON_SPEED' || code === 'RULE_OVERRIDDEN';
}

function loadOn(sessions: Placement['sessions'], day: Weekday): SessionLoad | null {
  return sessions.find((session) => session.day === day)?.load ?? null;
}

const noteCodes: ReadonlySet<string> = new Set(['WITH_EASY_RUN', 'ON_RUN_FREE_DAY', 'W_BEFORE_LONG']);

/** What is said of a day because it was chosen or passed over; the refusals stay. */
function isOfChoice(code: string): boolean {
  return code.startsWith('CHOSEN_') || code.startsWith('UNUSED_') || noteCodes.has(code);
}

interface Under {
  readonly rules: ClientRules;
  readonly input: PlacementInput;
  readonly masks: WeekMasks;
  readonly decision: Decision;
  readonly index: number;
}

/** A used day. Against an article's rule the overrides come first, then the refusals that they lift. */
function placeOn(verdict: DayVerdict, load: SessionLoad, refusals: readonly Reason[], under: Under): DayVerdict {
  const { rules, input, masks, decision, index } = under;
  const used = listUsedReasons(input, masks, decision, index, load).map((reason) =>
    rules.name === 'hard_days_hard' && reason.code.startsWith('CHOSEN_')
      ? { ...reason, data: { ...reason.data, decidedBy: 'rule_set' } }
      : reason,
  );
  if (load === 'light') return { ...verdict, placed: load, reasons: [...refusals, ...used] };
  if (refusals.length === 0) {
    const beside: Reason = { code: 'RULES_BESIDE', rule: ruleOf(rules), data: { day: verdict.day } };
    return { ...verdict, placed: load, reasons: verdict.placed === load ? used : [beside, ...used] };
  }
  const notes = used.filter(({ code }) => noteCodes.has(code));
  return { ...verdict, placed: load, reasons: [...explainUse(rules, verdict.day, refusals), ...refusals, ...notes] };
}

function ruleOf(rules: ClientRules): string {
  return rules.name === 'hard_days_hard' ? 'HARD_DAYS_HARD' : 'OVERRIDE';
}

function describeElsewhere(rules: ClientRules, day: Weekday, sessions: Placement['sessions']): Reason {
  const [first, second] = sessions;
  return {
    code: 'RULES_ELSEWHERE',
    rule: ruleOf(rules),
    data: { day, ...(first ? { first: first.day } : {}), ...(second ? { second: second.day } : {}) },
  };
}

/** What lets strength onto a day that the article would not have used. */
function explainUse(rules: ClientRules, day: Weekday, refusals: readonly Reason[]): readonly Reason[] {
  const reasons = rules.overrides
    .filter(({ rule }) => refusals.some((refusal) => refusal.rule === rule))
    .map(
      ({ rule, reason }): Reason => ({
        code: 'RULE_OVERRIDDEN',
        rule: 'OVERRIDE',
        data: { day, set: rule, because: reason },
      }),
    );
  // A coach's own words about speed days stand in place of the set's.
  const isLifted = rules.overrides.some(({ rule }) => rule === 'S23');
  if (!isLifted && refusals.some(({ code }) => code === 'ON_SPEED')) {
    const hours = rules.parameters.sameDayGapHours;
    reasons.push({ code: 'X1_ON_SPEED', rule: 'HARD_DAYS_HARD', data: { day, hours } });
  }
  return reasons;
}

/** The week without the days that the rules would bar for its runs; what they bar for a race stays. */
function liftRules(input: PlacementInput, { overrides }: ClientRules): WeekMasks {
  const masks = readWeekMasks(input);
  const isLifted = (rule: OverridableRule) => overrides.some((override) => override.rule === rule);
  const keepRace = (run: RunKind): RunKind => (classifyRun(run) === 'race' ? run : 'rest');
  const races = readWeekMasks({
    ...input,
    week: input.week.map(keepRace),
    before: input.before && keepRace(input.before),
    after: input.after && keepRace(input.after),
  });
  return {
    ...masks,
    afterLong: isLifted('S22') ? races.afterLong : masks.afterLong,
    speed: isLifted('S23') ? 0 : masks.speed,
    beforeSpeed: isLifted('S24') ? races.beforeSpeed : masks.beforeSpeed,
  };
}

/**
 * Speed days first, after the run, where neither the day before nor the day after speaks against it; then the article's
 * days. Falls back to the article's placement where that holds more.
 */
function decideOnHardDays(masks: WeekMasks, sessions: 1 | 2): Decision {
  const article = decidePlacement(masks, sessions);
  const hard: DayMask =
    masks.speed & ~(masks.race | masks.long | masks.unavailable | masks.beforeSpeed | masks.afterLong);
  const legal = hard | article.legal;
  const full = { firstLoad: 'full', secondLoad: 'full', legal } as const;
  const hardOf = (...chosen: readonly number[]) => chosen.filter((day) => (hard & (1 << day)) !== 0).length;
  const days = listDays(legal);
  if (sessions === 2) {
    const [best] = days
      .flatMap((first, at) => days.slice(at + 1).map((second) => [first, second] as const))
      .filter((pair) => gapBetween(...pair) >= masks.minGapDays)
      .sort((one, other) => hardOf(...other) - hardOf(...one) || scorePair(masks, ...one) - scorePair(masks, ...other));
    if (best) return { ...full, tier: 'T0', first: best[0], second: best[1] };
    if (article.second >= 0) return article;
  }
  const [single] = days.toSorted(
    (one, other) => hardOf(other) - hardOf(one) || scoreDay(masks, one) - scoreDay(masks, other),
  );
  if (single === undefined) return article;
  return { ...full, tier: sessions === 1 ? 'T0' : 'T4', first: single, second: -1 };
}
