// Mistake 2, progressive overload: S9 to S13 of the article. Median and exposures are rulebook 1's reading of it.
import type { CannotTell, Checked } from './audit.ts';
import type { AuditedSlot, AuditedWeek, AuditInput } from './audit-input.ts';
import type { Finding } from './finding.ts';
import { convertLoad, type Load } from './load.ts';
import { parameters as limits } from './parameters.ts';
import { spanWeeks } from './span-weeks.ts';

/** Fewer than three exposures show no trend (S9). */
const minExposures = 3;
/** A longer pause than this many weeks starts a new stretch of an exercise. */
const maxPauseWeeks = 2;

interface Exposure {
  readonly week: number;
  /** A week, a session or a slot that is meant to be easier: nothing has to rise in it. */
  readonly exempt: boolean;
  readonly slot: AuditedSlot;
}

type Exposures = [Exposure, ...Exposure[]];

/** An exercise in one session, week after week. */
interface Series {
  readonly session: string;
  readonly exposures: Exposures;
}

type Trend = 'rises' | 'flat' | 'unknown' | 'too_short';

/** Findings on what rises, how long an exercise stays and what follows it. */
export function checkOverload(input: AuditInput): Checked {
  const cannotTell = new Map<string, CannotTell>();
  const skip = (rule: string, code: CannotTell['code']) => cannotTell.set(rule, { mistake: 2, rule, code });
  const findings: Finding[] = [];
  let judged = false;

  const series = listSeries(input.weeks);
  const breaks = countBreaks(input);
  for (const one of series) {
    const stretches = splitStretches(one, breaks);
    for (const stretch of stretches) {
      const trend = input.dosesByWeek ? findTrend(stretch) : 'unknown';
      if (trend === 'flat') findings.push(describeFlat(one.session, stretch));
      if (trend === 'rises' || trend === 'flat') judged = true;
      if (trend === 'unknown') skip('S9', input.dosesByWeek ? 'LOADS_NOT_STATED' : 'ONE_TEMPLATE');
    }
    const stale = checkStale(one, stretches, input);
    if (stale) findings.push(stale);
  }
  if (!judged && !cannotTell.has('S9')) skip('S9', 'NOTHING_REPEATS');

  const weeksTrained = input.weeks.filter((week) => week.sessions.some(({ slots }) => slots.length > 0)).length;
  if (weeksTrained < limits.blockWeeks.min) skip('S11', 'TOO_FEW_WEEKS');
  else {
    const stays = listStays(input.weeks);
    if (stays.length > 0) judged = true;
    findings.push(...checkChurn(stays, input.weeks), ...checkNextHarder(stays));
  }
  findings.push(...checkBlocks(input));
  return { findings, cannotTell: [...cannotTell.values()], judged };
}

function listSeries(weeks: readonly AuditedWeek[]): readonly Series[] {
  const openBySession = new Map<string, Map<string, Series>>();
  const all: Series[] = [];
  for (const week of weeks) {
    for (const session of week.sessions) {
      if (session.isLetGo) continue;
      const open = openBySession.get(session.label) ?? new Map<string, Series>();
      openBySession.set(session.label, open);
      for (const slot of session.slots) {
        const exempt = week.exemption !== null || session.load === 'light' || slot.eased;
        const exposure = { week: week.number, exempt, slot };
        const series = open.get(slot.exercise);
        if (series && week.number - lastOf(series.exposures).week <= maxPauseWeeks + 1) series.exposures.push(exposure);
        else {
          const started: Series = { session: session.label, exposures: [exposure] };
          open.set(slot.exercise, started);
          all.push(started);
        }
      }
    }
  }
  return all;
}

/** How many blocks and weeks away have begun by each week. */
function countBreaks({ blocks, weeks }: AuditInput): ReadonlyMap<number, number> {
  let away = 0;
  return new Map(
    weeks.map(({ number, exemption }) => {
      if (exemption === 'off') away += 1;
      return [number, away + (blocks?.filter(({ firstWeek }) => firstWeek <= number).length ?? 0)];
    }),
  );
}

/** What has to rise within itself: a block, or what is left of one after time away, which starts lower again (rule GAP). */
function splitStretches({ exposures }: Series, breaks: ReadonlyMap<number, number>): readonly Exposures[] {
  const stretches = new Map<number | undefined, Exposures>();
  for (const exposure of exposures) {
    const begun = breaks.get(exposure.week);
    const stretch = stretches.get(begun);
    if (stretch) stretch.push(exposure);
    else stretches.set(begun, [exposure]);
  }
  return [...stretches.values()];
}

/** S9: one of load, reps, seconds or tempo goes up. Mobility is held, not pushed. */
function findTrend(stretch: readonly Exposure[]): Trend {
  const judged = stretch.filter(({ exempt, slot }) => !exempt && slot.goal !== 'mobility');
  if (judged.length < minExposures) return 'too_short';
  let unknown = false;
  const before: AuditedSlot[] = [];
  for (const { slot } of judged) {
    for (const earlier of before) {
      const rises = isHarder(earlier, slot);
      if (rises) return 'rises';
      if (rises === undefined) unknown = true;
    }
    before.push(slot);
  }
  return unknown ? 'unknown' : 'flat';
}

/** Undefined where it cannot be told. */
function isHarder(earlier: AuditedSlot, later: AuditedSlot): boolean | undefined {
  const load = compareLoads(earlier.load, later.load);
  const added = load ?? 0;
  if (added > 0) return true;
  if (earlier.amount === null || later.amount === null || earlier.measure !== later.measure) return undefined;
  if (added === 0 && later.amount > earlier.amount) return true;
  if (later.tempo !== null && later.tempo !== earlier.tempo && later.amount >= earlier.amount) return true;
  return earlier.isLoaded && load === undefined ? undefined : false;
}

/** Positive when the later load is the heavier one; undefined when one of them is not known. */
function compareLoads(earlier: Load | null, later: Load | null): number | undefined {
  if (earlier === null || later === null) return undefined;
  return convertLoad(later, earlier.unit).hundredths - earlier.hundredths;
}

function describeFlat(session: string, stretch: Exposures): Finding {
  const [first] = stretch;
  const last = lastOf(stretch);
  return {
    code: 'M2_NO_OVERLOAD',
    rule: 'S9',
    mistake: 2,
    severity: 'error',
    scope: 'slot',
    at: { week: first.week, throughWeek: last.week, session, slot: last.slot.slot },
    data: { exercise: last.slot.exercise, weeks: stretch.length },
  };
}

/** S13: longer than a block is a plateau when nothing rises, and only a note while it still does. */
function checkStale(
  { session, exposures }: Series,
  stretches: readonly Exposures[],
  input: AuditInput,
): Finding | undefined {
  const max = limits.blockWeeks.max;
  if (exposures.length <= max) return undefined;
  const [first] = exposures;
  const last = lastOf(exposures);
  return {
    code: 'M2_STALE_EXERCISE',
    rule: 'S13',
    mistake: 2,
    severity: input.dosesByWeek && isFlatOfLate(stretches, last.week, input) ? 'warning' : 'info',
    scope: 'slot',
    at: { week: first.week, throughWeek: last.week, session, slot: last.slot.slot },
    data: { exercise: last.slot.exercise, weeks: exposures.length, max },
  };
}

/** In the last block that shows a trend; without blocks, in as many weeks as the longest block has. */
function isFlatOfLate(stretches: readonly Exposures[], lastWeek: number, { blocks }: AuditInput): boolean {
  if (blocks === null) {
    const late = stretches.slice(-1).flat();
    return findTrend(late.filter(({ week }) => week > lastWeek - limits.blockWeeks.max)) === 'flat';
  }
  const trends = stretches.map(findTrend);
  return trends.findLast((trend) => trend !== 'too_short') === 'flat';
}

function lastOf(exposures: Exposures): Exposure {
  return exposures[exposures.length - 1] ?? exposures[0];
}

/** How long one exercise stayed in its place, and what took it. */
interface Stay {
  readonly session: string;
  readonly slot: AuditedSlot;
  readonly firstWeek: number;
  lastWeek: number;
  replacedBy: AuditedSlot | null;
}

/**
 * A place is a ladder in a session where the ladder is known, else the slot. Two exercises of one ladder in a session are two
 * places, or each would seem to take the other's.
 */
function listStays(weeks: readonly AuditedWeek[]): readonly Stay[] {
  const forced = new Set<string>();
  const currentBySession = new Map<string, Map<string, Stay[]>>();
  const stays: Stay[] = [];
  for (const week of weeks) {
    for (const session of week.sessions) {
      if (session.isLetGo) {
        // What forced a swap was said there, though nothing was done.
        for (const { exercise, excused } of session.slots) if (excused) forced.add(`${session.label} ${exercise}`);
        continue;
      }
      const current = currentBySession.get(session.label) ?? new Map<string, Stay[]>();
      currentBySession.set(session.label, current);
      const counts = new Map<string, number>();
      for (const slot of session.slots) {
        const ladder = slot.ladder ?? slot.slot;
        const nth = counts.get(ladder) ?? 0;
        counts.set(ladder, nth + 1);
        const onLadder = current.get(ladder) ?? [];
        current.set(ladder, onLadder);
        const stay = onLadder[nth];
        if (stay && stay.slot.exercise === slot.exercise) stay.lastWeek = week.number;
        else {
          if (stay)
            stay.replacedBy = forced.has(`${session.label} ${slot.exercise}`) ? { ...slot, excused: true } : slot;
          const started = {
            session: session.label,
            slot,
            firstWeek: week.number,
            lastWeek: week.number,
            replacedBy: null,
          };
          onLadder[nth] = started;
          stays.push(started);
        }
      }
    }
  }
  return stays;
}

/** S11: the median stay is shorter than a block. An exercise that has only just begun is not held against the plan. */
function checkChurn(stays: readonly Stay[], weeks: readonly AuditedWeek[]): readonly Finding[] {
  const { min, max } = limits.blockWeeks;
  const lengths = stays
    .map((stay) => ({ stay, length: stay.lastWeek - stay.firstWeek + 1 }))
    .filter(({ stay, length }) => (stay.replacedBy === null ? length >= min : !stay.replacedBy.excused))
    .map(({ length }) => length)
    .sort((one, other) => one - other);
  const median = lengths[Math.floor((lengths.length - 1) / 2)];
  if (median === undefined || median >= min) return [];
  return [
    {
      code: 'M2_EXERCISE_CHURN',
      rule: 'S11',
      mistake: 2,
      severity: 'error',
      scope: 'program',
      at: spanWeeks(weeks),
      data: { weeksPerExercise: median, min, max },
    },
  ];
}

/** S10: what follows on a ladder is a higher rung. */
function checkNextHarder(stays: readonly Stay[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { session, slot, lastWeek, replacedBy } of stays) {
    if (replacedBy === null || replacedBy.excused || slot.rung === null || replacedBy.rung === null) continue;
    if (replacedBy.rung >= slot.rung) continue;
    findings.push({
      code: 'M2_NEXT_NOT_HARDER',
      rule: 'S10',
      mistake: 2,
      severity: 'warning',
      scope: 'slot',
      at: { week: lastWeek + 1, session, slot: replacedBy.slot },
      data: { from: slot.exercise, to: replacedBy.exercise },
    });
  }
  return findings;
}

/** S10: a block is four to six weeks. */
function checkBlocks({ blocks }: AuditInput): readonly Finding[] {
  const { min, max } = limits.blockWeeks;
  const findings = blocks
    ?.map(({ firstWeek, lastWeek }) => ({ firstWeek, lastWeek, weeks: lastWeek - firstWeek + 1 }))
    .filter(({ weeks }) => weeks < min || weeks > max)
    .map(
      ({ firstWeek, lastWeek, weeks }): Finding => ({
        code: 'M2_BLOCK_LENGTH',
        rule: 'S10',
        mistake: 2,
        severity: 'warning',
        scope: 'program',
        at: { week: firstWeek, throughWeek: lastWeek },
        data: { weeks, min, max },
      }),
    );
  return findings ?? [];
}
