// Who gets a plan by herself, who through the coach, and who sees a professional first: rulebook 2.8. The engine asks and
// holds; it names no condition that nobody told it of.
import { boneReps, narrow, youthReps } from '../group-dose.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import { adultAge, mastersAge, mastersGapHours } from '../runner-limits.ts';
import { type ExerciseFlag, exerciseFlags, type Ladder } from '../vocabulary.ts';

/** From none to the most; of several the last counts. */
export const screeningStates = [
  'clear',
  'coach_review',
  'needs_clearance',
  'coach_plus_clearance',
  'referred',
  'no_self_service',
] as const;
export type ScreeningState = (typeof screeningStates)[number];

export interface ScreeningAnswers {
  /** Years. */
  readonly age: number;
  /** The readiness questionnaire, yes or no. */
  readonly answers: readonly boolean[];
  readonly answeredOn: PlainDate;
  readonly today: PlainDate;
  /** Whether her health has changed since. */
  readonly hasChanged: boolean;
  /** Whether somebody who may has cleared her since she answered. */
  readonly isCleared: boolean;
  /** Weeks of pregnancy; null when not. */
  readonly pregnantWeeks: number | null;
  /** Weeks since giving birth; null when it is long ago or never was. */
  readonly weeksSinceBirth: number | null;
  readonly hasOsteoporosis: boolean;
  /** A vertebral fracture, or several after small falls. */
  readonly hasFragilityFracture: boolean;
  readonly hasBoneStressHistory: boolean;
  /** Signs of eating or training too far out of balance. */
  readonly hasLowEnergySigns: boolean;
}

/** What a screening can leave out by the flag of an exercise. */
export const screenedFlags = [...exerciseFlags, 'loaded_spine_flexion'] as const;

export interface Screening {
  readonly state: ScreeningState;
  /** Whether the engine's plan is in force without anybody's leave. */
  readonly autoPlan: boolean | 'coach_review';
  readonly guardianConsent: boolean;
  /** Reps of strength exercises; null where the usual range holds. */
  readonly repRange: readonly [low: number, high: number] | null;
  readonly minRir: number;
  readonly oneRmEstimates: boolean;
  /** The most ground impact, 0 to 3. */
  readonly impactMax: 0 | 1 | 2 | 3;
  readonly excludeFlags: readonly (typeof screenedFlags)[number][];
  readonly excludeLadders: readonly Ladder[];
  /** For the coach to look at one by one. */
  readonly cautionFlags: readonly ExerciseFlag[];
  /** Hours between heavy sessions, where more than usual are due. */
  readonly heavyGapHours: number | null;
  readonly reasons: readonly Reason[];
}

const youngestAlone = 13;
const minorRir = 3;
/** Lying on the back is left out from here. */
const supineUntilWeek = 20;
const noImpactWeeksAfterBirth = 12;
/** A year of 366 days still counts. */
const validDays = 366;

type Limits = Omit<Screening, 'state' | 'autoPlan' | 'reasons'>;
type Group = { readonly state: ScreeningState; readonly reason: Reason; readonly limits?: Partial<Limits> };

const free: Limits = {
  guardianConsent: false,
  repRange: null,
  minRir: 1,
  oneRmEstimates: true,
  impactMax: 3,
  excludeFlags: [],
  excludeLadders: [],
  cautionFlags: [],
  heavyGapHours: null,
};

/** Whether a plan may be in force in that state without anybody's leave. */
export function allowAutoPlan(state: ScreeningState): Screening['autoPlan'] {
  return state === 'clear' ? true : state === 'coach_review' ? 'coach_review' : false;
}

/** What the answers mean: the strictest state of all groups that apply, and every limit of each. */
export function screen(answers: ScreeningAnswers): Screening {
  const groups = listGroups(answers);
  const state = groups.reduce<ScreeningState>(
    (worst, group) => (screeningStates.indexOf(group.state) > screeningStates.indexOf(worst) ? group.state : worst),
    'clear',
  );
  const limits = groups.reduce((all, group) => combine(all, group.limits ?? {}), free);
  return {
    ...limits,
    state,
    autoPlan: allowAutoPlan(state),
    reasons: groups.map(({ reason }) => reason),
  };
}

function listGroups(answers: ScreeningAnswers): readonly Group[] {
  const { age, pregnantWeeks, weeksSinceBirth, hasOsteoporosis, hasFragilityFracture, isCleared } = answers;
  const groups: Group[] = [];
  const add = (state: ScreeningState, code: string, rule: string, data: Reason['data'], limits?: Partial<Limits>) =>
    groups.push({ state, reason: { code, rule, data }, ...(limits ? { limits } : {}) });
  if (age < adultAge) {
    const limits: Partial<Limits> = {
      guardianConsent: true,
      repRange: youthReps,
      minRir: minorRir,
      oneRmEstimates: false,
      impactMax: 2,
    };
    if (age < youngestAlone) add('no_self_service', 'SCREEN_CHILD', 'SCREENING', { min: youngestAlone }, limits);
    else add('coach_review', 'SCREEN_MINOR', 'YOUTH', {}, limits);
  }
  if (age >= mastersAge) {
    add('clear', 'SCREEN_MASTERS', 'MASTERS', { hours: mastersGapHours }, { heavyGapHours: mastersGapHours });
  }
  const isOld = answers.today > addDays(answers.answeredOn, validDays);
  if (isOld || answers.hasChanged) add('needs_clearance', 'SCREEN_AGAIN', 'SCREENING', {});
  else if (answers.answers.includes(true) && !isCleared) add('needs_clearance', 'SCREEN_CLEARANCE', 'SCREENING', {});
  if (pregnantWeeks !== null) {
    add(
      'coach_plus_clearance',
      'SCREEN_PREGNANT',
      'PREGNANCY',
      { weeks: pregnantWeeks },
      {
        excludeFlags: pregnantWeeks > supineUntilWeek ? ['supine', 'valsalva'] : ['valsalva'],
        excludeLadders: ['plyo'],
        cautionFlags: ['balance'],
        impactMax: 0,
        oneRmEstimates: false,
      },
    );
  }
  if (weeksSinceBirth !== null && weeksSinceBirth < noImpactWeeksAfterBirth) {
    add(
      'coach_plus_clearance',
      'SCREEN_POSTPARTUM',
      'POSTPARTUM',
      { weeks: noImpactWeeksAfterBirth },
      {
        excludeLadders: ['plyo'],
        impactMax: 0,
      },
    );
  }
  if (hasFragilityFracture) {
    add(
      'needs_clearance',
      'SCREEN_FRACTURE',
      'BONE',
      {},
      {
        repRange: boneReps,
        excludeFlags: ['loaded_spine_flexion'],
        excludeLadders: ['plyo'],
        impactMax: 0,
        oneRmEstimates: false,
      },
    );
  } else if (hasOsteoporosis) {
    add(
      'coach_plus_clearance',
      'SCREEN_BONE',
      'BONE',
      {},
      {
        repRange: boneReps,
        excludeFlags: ['loaded_spine_flexion'],
        impactMax: 2,
        oneRmEstimates: false,
      },
    );
  }
  if (answers.hasBoneStressHistory || answers.hasLowEnergySigns) add('referred', 'SCREEN_REFER', 'REFER', {});
  return groups;
}

/** Both at once: the stricter of each. */
function combine(one: Limits, other: Partial<Limits>): Limits {
  const union = <Item>(items: readonly Item[], more: readonly Item[] = []) => [...new Set([...items, ...more])];
  return {
    guardianConsent: one.guardianConsent || (other.guardianConsent ?? false),
    repRange: narrow(one.repRange, other.repRange ?? null),
    minRir: Math.max(one.minRir, other.minRir ?? one.minRir),
    oneRmEstimates: one.oneRmEstimates && (other.oneRmEstimates ?? true),
    impactMax: Math.min(one.impactMax, other.impactMax ?? one.impactMax) as Limits['impactMax'],
    excludeFlags: union(one.excludeFlags, other.excludeFlags),
    excludeLadders: union(one.excludeLadders, other.excludeLadders),
    cautionFlags: union(one.cautionFlags, other.cautionFlags),
    heavyGapHours: other.heavyGapHours ?? one.heavyGapHours,
  };
}
