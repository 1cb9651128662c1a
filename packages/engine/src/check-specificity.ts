// Mistake 1, resistance specificity: S2 to S7 of the article. Thresholds are parameters; the half in S6 is rulebook 1.
import type { CannotTell, Checked } from './audit.ts';
import type { AuditedSession, AuditedSlot, AuditedWeek, AuditInput } from './audit-input.ts';
import type { Finding } from './finding.ts';
import { type GroupDose, groupSetsMax } from './group-dose.ts';
import { mergeWeeks } from './merge-weeks.ts';
import { parameters as limits } from './parameters.ts';
import type { ParameterValues } from './parse-parameters.ts';
import { spanWeeks } from './span-weeks.ts';

const enduranceShare = 0.5;

/** Seconds: the safe range of the rest between sets has no less. */
const shortestRest = { strength: limits.restStrength.min, power: limits.restPower.min } as const;

/** Findings on goals, reps and rests. */
export function checkSpecificity(input: AuditInput, parameters: ParameterValues): Checked {
  const findings: Finding[] = [];
  const cannotTell = new Map<string, CannotTell>();
  const skip = (rule: string, code: CannotTell['code']) => cannotTell.set(rule, { mistake: 1, rule, code });
  let judged = false;

  for (const week of input.weeks) {
    const focus = checkFocus(week, input);
    if (focus === 'unknown') skip('S2', 'GOALS_NOT_STATED');
    else if (focus) findings.push(focus);

    for (const session of week.sessions) {
      for (const slot of session.slots) {
        if (slot.amount === null) skip('S5', 'DOSES_NOT_STATED');
        else judged = true;
        findings.push(
          ...checkDose(slot, { week: week.number, session: session.label, slot: slot.slot }, parameters, input.group),
        );
        if (slot.goal === 'strength' && slot.restSeconds === null) skip('S3', 'RESTS_NOT_STATED');
      }
      const highRep = checkHighReps(session, week.number, parameters);
      if (highRep) findings.push(highRep);
    }
  }
  findings.push(...checkEndurance(input, parameters));
  return { findings: mergeWeeks(findings), cannotTell: [...cannotTell.values()], judged };
}

/** S2: each week holds strength or power, unless it is meant to be less or there is nothing to do it with. */
function checkFocus(week: AuditedWeek, input: AuditInput): Finding | 'unknown' | undefined {
  const barredBy = input.strengthBarredBy;
  if (week.exemption !== null && (barredBy === null || week.exemption !== 'deload')) return undefined;
  let known = week.complete;
  for (const session of week.sessions) {
    if (!session.complete) known = false;
    for (const { goal } of session.slots) {
      if (goal === 'strength' || goal === 'power') return undefined;
      if (goal === null) known = false;
    }
  }
  if (!known) return 'unknown';
  return {
    code: 'M1_NO_STRENGTH_OR_POWER',
    rule: 'S2',
    mistake: 1,
    severity: barredBy === null ? 'error' : 'info',
    scope: 'week',
    at: { week: week.number },
    data: barredBy === null ? {} : { because: barredBy },
  };
}

/** S3, S4, S7: what a strength or power dose has to be. */
function checkDose(
  slot: AuditedSlot,
  at: Finding['at'],
  parameters: ParameterValues,
  group: GroupDose | null,
): readonly Finding[] {
  const { goal, sets, measure, amount, restSeconds, elastic } = slot;
  if (goal !== 'strength' && goal !== 'power') return [];
  const findings: Finding[] = [];
  const about = { mistake: 1, scope: 'slot', at } as const;
  const min = goal === 'strength' ? parameters.strengthRepsMin : parameters.powerRepsMin;
  const max = goal === 'strength' ? parameters.strengthRepsMax : parameters.powerRepsMax;
  const isMore = (amount ?? 0) > max;
  if (goal === 'strength' && group !== null) {
    const [low, high] = group.reps;
    const isOff = measure === 'reps' && amount !== null && (amount < low || amount > high);
    if (isOff || (sets ?? 0) > groupSetsMax) {
      const data = { exercise: slot.exercise, sets: sets ?? groupSetsMax, reps: amount ?? low };
      const { rule } = group;
      findings.push({
        ...about,
        code: 'M1_GROUP_DOSE',
        rule,
        severity: 'warning',
        data: { ...data, min: low, max: high, setsMax: groupSetsMax },
      });
    }
  } else if (measure === 'reps' && amount !== null && !elastic && (amount < min || isMore)) {
    findings.push(
      goal === 'strength'
        ? {
            ...about,
            code: 'M1_STRENGTH_REPS',
            rule: 'S3',
            // A beginner's 8 to 10 is inside the evidence (rulebook 2.1) and no fault.
            severity: isMore && amount <= limits.strengthRepsMax.max ? 'info' : 'warning',
            data: { exercise: slot.exercise, reps: amount, min, max },
          }
        : {
            ...about,
            code: 'M1_POWER_DOSE',
            rule: 'S4',
            severity: 'warning',
            data: { exercise: slot.exercise, reps: amount, min, max },
          },
    );
  } else if (goal === 'power' && slot.explosive === false) {
    findings.push({
      ...about,
      code: 'M1_POWER_DOSE',
      rule: 'S4',
      severity: 'warning',
      data: { exercise: slot.exercise, explosive: 'no' },
    });
  }
  const minRest = shortestRest[goal];
  if (restSeconds !== null && restSeconds < minRest && !elastic) {
    findings.push({
      ...about,
      code: 'M1_REST_TOO_SHORT',
      rule: 'S3',
      severity: 'error',
      data: { exercise: slot.exercise, restSec: restSeconds, min: minRest },
    });
  }
  return findings;
}

/** S5: one or two high-rep exercises a session. Timed holds do not count, or the article's own sessions would fail. */
function checkHighReps(session: AuditedSession, week: number, parameters: ParameterValues): Finding | undefined {
  let highRep = 0;
  for (const { measure, amount } of session.slots) {
    if (measure === 'reps' && (amount ?? 0) >= parameters.highRepThreshold) highRep += 1;
  }
  if (highRep <= parameters.highRepMax) return undefined;
  return {
    code: 'M1_TOO_MANY_HIGH_REP',
    rule: 'S5',
    mistake: 1,
    severity: 'error',
    scope: 'session',
    at: { week, session: session.label, ...(session.day === null ? {} : { day: session.day }) },
    data: { highRep, max: parameters.highRepMax },
  };
}

/** S6: a session that is at least half endurance work; said once for the program when every session is. */
function checkEndurance(input: AuditInput, parameters: ParameterValues): readonly Finding[] {
  const findings: Finding[] = [];
  let sessions = 0;
  for (const week of input.weeks) {
    for (const session of week.sessions) {
      sessions += 1;
      const slots = listEnduranceSlots(session, parameters);
      if (!session.complete || slots.length === 0 || slots.length < session.slots.length * enduranceShare) continue;
      findings.push({
        code: 'M1_ENDURANCE_DOSE',
        rule: 'S6',
        mistake: 1,
        severity: 'error',
        scope: 'session',
        at: { week: week.number, session: session.label, ...(session.day === null ? {} : { day: session.day }) },
        data: { slots: slots.length, of: session.slots.length, ...describeDoses(slots) },
      });
    }
  }
  if (findings.length < sessions || sessions < 2) return findings;
  const firstWeek = input.weeks.filter((week) => week.sessions.length > 0).slice(0, 1);
  const ofFirst = firstWeek.flatMap((week) => week.sessions);
  const slots = ofFirst.flatMap((session) => listEnduranceSlots(session, parameters));
  const of = ofFirst.reduce((sum, session) => sum + session.slots.length, 0);
  return [
    {
      code: 'M1_ENDURANCE_DOSE',
      rule: 'S6',
      mistake: 1,
      severity: 'error',
      scope: 'program',
      at: spanWeeks(input.weeks),
      data: { slotsPerWeek: slots.length, of, ...describeDoses(slots) },
    },
  ];
}

/** Twenty slow ankle rocks are mobility, not endurance (the article's own day 2). */
function listEnduranceSlots(session: AuditedSession, parameters: ParameterValues): readonly AuditedSlot[] {
  return session.slots.filter(
    ({ goal, measure, amount }) =>
      goal !== 'mobility' && measure === 'reps' && (amount ?? 0) >= parameters.enduranceReps,
  );
}

/** The reps and the rest of most of the slots. */
function describeDoses(slots: readonly AuditedSlot[]): Record<string, number> {
  const reps = slots.map(({ amount }) => amount);
  const rests = slots.map(({ restSeconds }) => restSeconds);
  return { ...nameMostFrequent('reps', reps), ...nameMostFrequent('restSec', rests) };
}

/** Of equally frequent values the one that was so first; nothing where none is stated. */
function nameMostFrequent(name: string, values: readonly (number | null)[]): Record<string, number> {
  const counts = new Map<number, number>();
  let data: Record<string, number> = {};
  let most = 0;
  for (const value of values) {
    if (value === null) continue;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count <= most) continue;
    most = count;
    data = { [name]: value };
  }
  return data;
}
