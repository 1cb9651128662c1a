import { dayTexts } from './adapt/day-texts.ts';
import { healthTexts } from './adapt/health-texts.ts';
import { ruleSetTexts } from './adapt/rule-set-texts.ts';
import { stepTexts } from './adapt/step-texts.ts';
import type { CannotTell } from './audit.ts';
import { cannotTellTexts } from './cannot-tell-texts.ts';
import type { Explanation } from './explanation.ts';
import type { Finding } from './finding.ts';
import { findingTexts } from './finding-texts.ts';
import { runKindLabels, tierLabels } from './labels.ts';
import type { DayVerdict, Repair } from './placement.ts';
import { placementTexts } from './placement-texts.ts';
import { programTexts } from './program-texts.ts';
import { type Reason, type ReasonCode, refusalCodes } from './reason.ts';
import { findRule } from './rules.ts';
import { type CodeText, joinWords, startSentence, type TextData, writeDay } from './text-parts.ts';
import { type RunKind, type Tier, type Weekday, weekdays } from './vocabulary.ts';

const reasonTexts: Readonly<Record<ReasonCode, (data: TextData) => CodeText>> = {
  ...placementTexts,
  ...programTexts,
  ...stepTexts,
  ...dayTexts,
  ...healthTexts,
  ...ruleSetTexts,
};

/**
 * The four facts behind one reason. With the week's days a refusal also says what to do instead: which days are used and
 * which are free. A code of another engine version is explained by its rule alone.
 */
export function explainReason(reason: Reason, days?: readonly DayVerdict[]): Explanation {
  const text = writeReason(reason);
  const instead = text.instead ?? (days && isRefusal(reason) ? sayInstead(days) : undefined);
  return explain(reason.rule, text.title, text.claim, instead);
}

/** The four facts behind one finding of a check. */
export function explainFinding(finding: Finding): Explanation {
  const { setAside, coachSays } = finding.data;
  // What is set aside is a note for the coach's word, not for being light.
  const severity = setAside === undefined ? finding.severity : 'warning';
  const { title, claim, instead } = findingTexts[finding.code](finding.data, finding.at, severity);
  if (setAside === undefined) return explain(finding.rule, title, claim, instead);
  const who =
    setAside === 'EDIT' ? 'The coach placed this session here' : `The coach set ${finding.rule} aside for this client`;
  const because =
    setAside === 'HARD_DAYS_HARD'
      ? 'The rule set keeps hard days hard, on purpose.'
      : `${who}${coachSays === undefined ? '' : `, and says why: “${coachSays}”`}.`;
  return explain(finding.rule, title, `${claim} ${because}`, undefined);
}

/** Why a rule says nothing about an input: silence for want of facts is not a pass. */
export function explainCannotTell({ rule, code }: CannotTell): Explanation {
  const { title, claim, instead } = cannotTellTexts[code];
  return explain(rule, title, claim, instead);
}

/**
 * Why a day holds strength or not, all its reasons in one: "Why no strength on Tuesday". The rule shown is that of the
 * first reason.
 */
export function explainDay(days: readonly DayVerdict[], day: Weekday): Explanation {
  const verdict = days.find((one) => one.day === day);
  const first = verdict?.reasons[0];
  if (!verdict || !first) throw new RangeError(`No verdict for ${day}`);
  const texts = verdict.reasons.map(writeReason);
  const title = verdict.placed
    ? `Why ${verdict.placed === 'full' ? 'strength' : `a ${verdict.placed} session`} on ${writeDay(day)}`
    : isFree(verdict)
      ? `Why ${writeDay(day)} stays open`
      : `Why no strength on ${writeDay(day)}`;
  const instead = verdict.placed || isFree(verdict) ? texts.find((text) => text.instead)?.instead : sayInstead(days);
  return explain(first.rule, title, texts.map(({ claim }) => claim).join(' '), instead);
}

/** What a tier means for the week. */
export function explainTier(tier: Tier): Explanation {
  const { rule, claim, instead } = tierTexts[tier];
  return explain(rule, tierLabels[tier], claim, instead);
}

/** What a repair changes and what it gives: "Swap Monday and Tuesday". `week` is the week before the repair. */
export function explainRepair(repair: Repair, week: readonly RunKind[]): Explanation {
  const changes = weekdays
    .filter((_, index) => week[index] !== repair.week[index])
    .map((day) => `${runKindLabels[repair.week[weekdays.indexOf(day)] as RunKind].toLowerCase()} on ${writeDay(day)}`);
  const placed = repair.gives.sessions.map(({ day, load }) => `${load} on ${writeDay(day)}`);
  const title =
    repair.kind === 'swap'
      ? `Swap ${writeDay(repair.days[0])} and ${writeDay(repair.days[1])}`
      : `Make ${writeDay(repair.day)} easy`;
  const gives = placed.length > 0 ? `Strength would be ${joinWords(placed)}.` : 'Still no strength would fit.';
  return explain('REPAIR', title, `${startSentence(joinWords(changes))}. ${gives}`, undefined);
}

/** A few words for a day's cell or a chip: "day before speed", "long-run day", "not available". */
export function labelReason(reason: Reason): string {
  return writeReason(reason).label;
}

/** The label of a day: why it is refused, or that it is open and unused. Undefined for a day that is used. */
export function labelDay(verdict: DayVerdict): string | undefined {
  const first = verdict.reasons[0];
  return verdict.placed || !first ? undefined : labelReason(first);
}

const repairs = 'See the repairs: one swap or one easier day often opens the week';

const tierTexts: Readonly<
  Record<Tier, { readonly rule: string; readonly claim: string; readonly instead: string | undefined }>
> = {
  T0: {
    rule: 'PLACEMENT_ORDER',
    claim: 'Every wanted session stands on an open day, and two of them have a day between.',
    instead: undefined,
  },
  T1: {
    rule: 'W_CONSECUTIVE',
    claim: 'The two open days touch. One session is full; the other keeps a single heavy lift.',
    instead: repairs,
  },
  T2: {
    rule: 'W_BEFORE_SPEED_LIGHT',
    claim: 'One day is open for a full session. The second session is light and stands the day before speed.',
    instead: repairs,
  },
  T3: {
    rule: 'W_AFTER_LONG_LIGHT',
    claim: 'One day is open for a full session. The second session is light and follows the long run.',
    instead: repairs,
  },
  T4: {
    rule: 'W_ONE_SESSION',
    claim: 'One day is open and no other has room even for a light session. One full session keeps what is there.',
    instead: repairs,
  },
  T5: { rule: 'W_NO_LEGAL_DAY', claim: 'No day is open for a full session. One light session fits.', instead: repairs },
  T6: {
    rule: 'E_WEEK_FULL',
    claim: 'Every day is hard or not available, so nothing is placed.',
    instead: 'Make one hard run easy, or let the week be without strength',
  },
};

function writeReason(reason: Reason): CodeText {
  if (Object.hasOwn(reasonTexts, reason.code)) return reasonTexts[reason.code as ReasonCode](reason.data);
  const rule = findRule(reason.rule);
  const title = rule?.title ?? reason.rule;
  return { label: title.toLowerCase(), title, claim: rule ? `${startSentence(rule.statement)}.` : '' };
}

function explain(ruleId: string, title: string, claim: string, instead: string | undefined): Explanation {
  const rule = findRule(ruleId);
  return {
    title,
    claim,
    rule: { id: ruleId, statement: rule?.statement ?? '' },
    source: rule?.source ?? '',
    instead: instead ?? null,
  };
}

function isRefusal({ code }: Reason): boolean {
  return (refusalCodes as readonly string[]).includes(code);
}

/** Open and unused; a day that a race clears is legal by the runs of its week, and not free. */
function isFree({ legal, placed, reasons }: DayVerdict): boolean {
  return (
    legal && placed === null && reasons.every(({ code }) => code.startsWith('UNUSED_') || code === 'RULES_ELSEWHERE')
  );
}

/** "Monday and Thursday are used; Friday is free" */
function sayInstead(days: readonly DayVerdict[]): string {
  const used = days.filter(({ placed }) => placed !== null).map(({ day }) => writeDay(day));
  const free = days.filter(isFree).map(({ day }) => writeDay(day));
  const say = (names: readonly string[], state: string) =>
    `${joinWords(names)} ${names.length > 1 ? 'are' : 'is'} ${state}`;
  if (used.length === 0 && free.length === 0) return 'No day is open this week; see the repairs';
  return [used.length > 0 ? say(used, 'used') : '', free.length > 0 ? say(free, 'free') : '']
    .filter(Boolean)
    .join('; ');
}
