// Mistake 3, quantity over quality: S14 to S18 and S20a of the article.
import type { CannotTell, Checked } from './audit.ts';
import type { AuditedSession, AuditedSlot, AuditedWeek, AuditInput } from './audit-input.ts';
import type { Finding } from './finding.ts';
import { mergeWeeks } from './merge-weeks.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Area } from './vocabulary.ts';

/** The areas that the article names (S17); foot and jumps are its extras. */
export const weeklyAreas = [
  'glutes',
  'calves',
  'quads',
  'hamstrings',
  'ankle',
  'core',
] as const satisfies readonly Area[];

/** A gap of this many weeks is no longer a note (S17). */
const gapWarningWeeks = 2;

/** Findings on how many sessions, exercises and heavy slots there are, and on what is missing. */
export function checkQuantity(input: AuditInput, parameters: ParameterValues): Checked {
  const findings: Finding[] = [];
  const cannotTell = new Map<string, CannotTell>();
  const skip = (rule: string, code: CannotTell['code']) => cannotTell.set(rule, { mistake: 3, rule, code });
  let judged = false;

  for (const week of input.weeks) {
    if (week.complete) judged = true;
    else skip('S14', 'SESSIONS_NOT_ALL_KNOWN');
    findings.push(...checkSessionCount(week, parameters));
    for (const session of week.sessions) {
      if (session.complete) judged = true;
      else skip('S15', 'EXERCISES_NOT_ALL_KNOWN');
      findings.push(...checkSession(session, week, parameters));
      if (session.slots.some((slot) => slot.highResistance === null)) skip('S16', 'HEAVINESS_NOT_KNOWN');
    }
    findings.push(...checkHeavySlots(week, parameters));
    if (isExpectedWhole(week) && !areAreasKnown(week)) skip('S17', 'AREAS_NOT_KNOWN');
  }
  findings.push(...checkAreas(input, parameters));
  return { findings: mergeWeeks(findings), cannotTell: [...cannotTell.values()], judged };
}

/** S14: two sessions are enough. A light one is no session in this count (rulebook 1). */
function checkSessionCount(week: AuditedWeek, parameters: ParameterValues): readonly Finding[] {
  const sessions = week.sessions.filter((session) => session.load !== 'light').length;
  const target = parameters.sessionsPerWeek;
  const about = {
    rule: 'S14',
    mistake: 3,
    scope: 'week',
    at: { week: week.number },
    data: { sessions, target },
  } as const;
  if (sessions > target) return [{ ...about, code: 'M3_TOO_MANY_SESSIONS', severity: 'error' }];
  if (sessions === 1 && target > 1 && week.complete && isExpectedWhole(week)) {
    return [{ ...about, code: 'M3_ONE_SESSION', severity: 'info' }];
  }
  return [];
}

/** S15 and S20a. A short session is what a light one, a taper and the days after a race are meant to be. */
function checkSession(session: AuditedSession, week: AuditedWeek, parameters: ParameterValues): readonly Finding[] {
  const findings: Finding[] = [];
  const exercises = session.slots.length;
  const { slotsMin: min, slotsMax: max } = parameters;
  const mayBeShort = !session.complete || session.load === 'light' || !isExpectedWhole(week);
  const isLong = exercises > max;
  if (isLong || (exercises < min && !mayBeShort)) {
    findings.push({
      code: 'M3_SESSION_SIZE',
      rule: 'S15',
      mistake: 3,
      severity: isLong ? 'warning' : 'info',
      scope: 'session',
      at: { week: week.number, session: session.label, ...(session.day === null ? {} : { day: session.day }) },
      data: { exercises, min, max },
    });
  }
  for (const { slot, exercise, purpose } of session.slots) {
    if (purpose === null || purpose.trim() !== '') continue;
    findings.push({
      code: 'M3_NO_PURPOSE',
      rule: 'S20a',
      mistake: 3,
      severity: 'info',
      scope: 'slot',
      at: { week: week.number, session: session.label, slot },
      data: { exercise },
    });
  }
  return findings;
}

/** S16: slots are counted, not exercises or sets; exactly the cap passes. */
function checkHeavySlots(week: AuditedWeek, parameters: ParameterValues): readonly Finding[] {
  let count = 0;
  for (const session of week.sessions) {
    for (const slot of session.slots) if (slot.highResistance === true) count += 1;
  }
  const max = parameters.heavySlotsPerWeek;
  if (count <= max) return [];
  return [
    {
      code: 'M3_HIGH_RES_CAP',
      rule: 'S16',
      mistake: 3,
      severity: 'warning',
      scope: 'week',
      at: { week: week.number },
      data: { count, max },
    },
  ];
}

/** Deload weeks keep every area; the other exempt weeks are meant to be less. */
function isExpectedWhole(week: AuditedWeek): boolean {
  return week.exemption === null || week.exemption === 'deload';
}

function areAreasKnown(week: AuditedWeek): boolean {
  return (
    week.complete && week.sessions.every(({ complete, slots }) => complete && slots.every((slot) => slot.area !== null))
  );
}

/** S17 and S18: every area each week. A gap that lasts, or calves past the age, is more than a note. */
function checkAreas(input: AuditInput, parameters: ParameterValues): readonly Finding[] {
  const weeks = input.weeks
    .filter((week) => isExpectedWhole(week) && areAreasKnown(week))
    .map((week) => ({ week, counts: countSlots(week) }));
  const findings: Finding[] = [];
  for (const area of weeklyAreas) {
    const isAgeRule = area === 'calves' && (input.age ?? 0) > parameters.calfAge;
    let gap: Gap | undefined;
    const close = () => {
      if (gap) findings.push(describeGap(area, gap, isAgeRule, parameters));
      gap = undefined;
    };
    for (const { week, counts } of weeks) {
      const slots = counts.get(area) ?? 0;
      if (slots >= (isAgeRule ? parameters.calfSlotsMin : 1)) close();
      else if (gap) gap.push(week);
      else gap = [week];
      if (isAgeRule && slots > 0 && slots < parameters.calfSlotsTarget) {
        findings.push({
          code: 'M3_CALF_TARGET',
          rule: 'S18',
          mistake: 3,
          severity: 'info',
          scope: 'week',
          at: { week: week.number },
          data: { slots, target: parameters.calfSlotsTarget },
        });
      }
    }
    close();
  }
  return findings;
}

/** Weeks in a row without an area. */
type Gap = [AuditedWeek, ...AuditedWeek[]];

function describeGap(area: Area, gap: Gap, isAgeRule: boolean, parameters: ParameterValues): Finding {
  const [first] = gap;
  const last = gap[gap.length - 1] ?? first;
  const { calfAge, calfSlotsMin } = parameters;
  const isSoftened = gap.every((week) =>
    week.sessions.some(({ slots }) => slots.some((slot) => slot.alsoTrains.includes(area))),
  );
  return {
    code: 'M3_AREA_GAP',
    rule: isAgeRule ? 'S18' : 'S17',
    mistake: 3,
    severity: isAgeRule || (gap.length >= gapWarningWeeks && !isSoftened) ? 'warning' : 'info',
    scope: 'week',
    at: first === last ? { week: first.number } : { week: first.number, throughWeek: last.number },
    data: isAgeRule ? { area, reason: `age>${calfAge}`, ...(calfSlotsMin > 1 ? { min: calfSlotsMin } : {}) } : { area },
  };
}

function countSlots({ sessions }: AuditedWeek): ReadonlyMap<AuditedSlot['area'], number> {
  const counts = new Map<AuditedSlot['area'], number>();
  for (const { slots } of sessions) {
    for (const { area } of slots) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}
