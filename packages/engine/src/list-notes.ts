import { findExercise } from './catalogue/catalogue.ts';
import { weeklyAreas } from './check-quantity.ts';
import type { Finding } from './finding.ts';
import { dayNumberOf } from './plain-date.ts';
import { type BlockPlan, listMissingAreas } from './plan-block.ts';
import type { Profile } from './profile.ts';
import type { Program } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { findRaceAgainstNew } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { adultAge } from './runner-limits.ts';
import { findStrengthBar } from './strength-bar.ts';
import type { Area } from './vocabulary.ts';

/** Why the program waits for the coach's review (rulebook 2.8). */
export function listHolds({ age, screening }: Profile): readonly Reason[] {
  const minor: readonly Reason[] =
    age >= adultAge ? [] : [{ code: 'HOLD_MINOR', rule: 'YOUTH', data: { age, adultAge } }];
  if (screening === null || screening.state === 'clear') return minor;
  // What is said of minors and of masters is said already, or holds nothing.
  return [...minor, ...screening.reasons.filter(({ code }) => code !== 'SCREEN_MINOR' && code !== 'SCREEN_MASTERS')];
}

/** What the program had to do without, and what else its reader should know; each thing once. */
export function listNotes(
  plan: ProgramPlan,
  program: Program,
  blockPlans: readonly (BlockPlan | null)[],
  findings: readonly Finding[],
): readonly Reason[] {
  const notes = new Map<string, Reason>();
  const note = (key: string, reason: Reason) => {
    if (!notes.has(key)) notes.set(key, reason);
  };
  const gaps = new Set<Area>();
  const { profile } = plan;
  const bar = findStrengthBar(profile, plan.parameters);
  if (bar === 'kit') note('strength', { code: 'NOTE_NO_STRENGTH_KIT', rule: 'S2', data: {} });
  if (bar === 'screening') note('strength', { code: 'NOTE_NO_STRENGTH_SCREENING', rule: 'SCREENING', data: {} });
  if (bar === 'pain') note('strength', { code: 'NOTE_NO_STRENGTH_PAIN', rule: 'PAIN', data: {} });
  for (const { code, at, data } of findings) {
    if (code !== 'M3_AREA_GAP' || at.week === undefined) continue;
    const block = blockPlans[(program.weeks[at.week - 1]?.block ?? 1) - 1];
    const area = weeklyAreas.find((one) => one === data.area);
    if (!area) continue;
    const because = (block && listMissingAreas(block).get(area)) ?? 'days';
    const reason = { area, because, week: at.week, throughWeek: at.throughWeek ?? at.week };
    gaps.add(area);
    note(`area ${area} ${because}`, { code: 'NOTE_AREA_LEFT_OUT', rule: 'AREAS', data: reason });
  }
  for (const block of blockPlans) {
    for (const { role, area, because } of block?.leftOut ?? []) {
      if (because === 'used' || because === 'heavy' || gaps.has(area)) continue;
      note(`slot ${role} ${because}`, {
        code: 'NOTE_SLOT_LEFT_OUT',
        rule: 'AREAS',
        data: { slot: role, area, because },
      });
    }
  }
  const nearest = findNearRace(plan, findings);
  if (nearest) note('race', { code: 'NOTE_START_NEAR_RACE', rule: 'TAPER', data: nearest });
  if (plan.sessionsPerWeek === 1) note('one', { code: 'NOTE_ONE_SESSION', rule: 'S14', data: {} });
  if (lacksLoads(program)) note('loads', { code: 'NOTE_NO_LOADS', rule: 'LOAD', data: {} });
  return [...notes.values()];
}

/** The race before which something is new: at the start of the program, or where sessions fell away and it came late. */
function findNearRace(plan: ProgramPlan, findings: readonly Finding[]): Record<string, string | number> | undefined {
  const monday = dayNumberOf(plan.startsOn);
  const near = findRaceAgainstNew(monday, plan.races, plan.parameters);
  if (near) {
    const { date, distance } = near.race;
    return { race: date, distance, days: near.dayNumber - monday, min: plan.parameters.noNewExerciseDays };
  }
  return findings.find(({ code }) => code === 'M4_NEW_BEFORE_RACE')?.data;
}

/** Strength by feel throughout: some exercise could take a load, and none has one. */
function lacksLoads({ weeks }: Program): boolean {
  let hasStrength = false;
  for (const { sessions } of weeks) {
    for (const { prescriptions } of sessions) {
      for (const { exerciseId, goal, load } of prescriptions) {
        if (findExercise(exerciseId)?.loadType !== 'external') continue;
        if (load !== null) return false;
        if (goal === 'strength') hasStrength = true;
      }
    }
  }
  return hasStrength;
}
