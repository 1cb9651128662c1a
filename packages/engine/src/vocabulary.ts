/**
 * The field's words, once. Unions, database enums, input schemas and labels derive from these tuples.
 */

/** Monday first. The rules look only at neighbours, so the week's start changes nothing but the display. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a runner does on a day, as a coach writes it. */
export const runKinds = [
  'rest',
  'easy',
  'speed',
  'interval',
  'tempo',
  'threshold',
  'hills',
  'race_pace',
  'long',
  'race',
] as const;
export type RunKind = (typeof runKinds)[number];

/** What the placement rules see of a run. A race is long for the day after it and speed for the day before (rulebook 2.5). */
export const runClasses = ['rest', 'easy', 'speed', 'long', 'race'] as const;
export type RunClass = (typeof runClasses)[number];

export const goals = ['strength', 'power', 'hypertrophy', 'endurance', 'mobility', 'stability'] as const;
export type Goal = (typeof goals)[number];

export const areas = ['glutes', 'quads', 'hamstrings', 'calves', 'ankle', 'foot', 'core', 'power'] as const;
export type Area = (typeof areas)[number];

export const ladders = [
  'glute_med',
  'glute_max_hinge',
  'quads',
  'hamstrings',
  'calf_gastroc',
  'soleus',
  'ankle_mobility',
  'ankle_stability',
  'foot_intrinsic',
  'core_anti_ext',
  'core_anti_rot',
  'core_lateral',
  'plyo',
] as const;
export type Ladder = (typeof ladders)[number];

/** Kit a runner may own or reach. Floor, wall, chair, step and towel are taken as given and never asked for. */
export const equipment = [
  'mat',
  'miniband',
  'band',
  'dumbbells',
  'kettlebell',
  'barbell',
  'trap_bar',
  'rack',
  'bench',
  'box',
  'cable',
  'smith',
  'leg_curl_machine',
  'calf_machine',
  'sliders',
  'swiss_ball',
  'ab_wheel',
  'balance_pad',
  'ball',
  'rope',
  'anchor',
  'track',
] as const;
export type Equipment = (typeof equipment)[number];

export const painSites = [
  'achilles',
  'calf',
  'plantar',
  'forefoot',
  'shin',
  'bone',
  'anterior_knee',
  'itb',
  'hamstring',
  'hip_groin',
  'lateral_hip',
  'low_back',
  'ankle',
  'shoulder',
] as const;
export type PainSite = (typeof painSites)[number];

export const experiences = ['new', 'some', 'experienced'] as const;
export type Experience = (typeof experiences)[number];

export const measures = ['reps', 'seconds'] as const;
export type Measure = (typeof measures)[number];

export const loadUnits = ['kg', 'lb'] as const;
export type LoadUnit = (typeof loadUnits)[number];

/** What makes an exercise harder: the body, a band, or a weight in hand or on a machine. */
export const loadTypes = ['bodyweight', 'band', 'external'] as const;
export type LoadType = (typeof loadTypes)[number];

/** When an exercise counts toward the cap on heavy lower-body slots (S16). Jumps are counted in ground contacts instead. */
export const highResistanceClasses = ['never', 'when_dosed_as_strength', 'always', 'plyometric_budget'] as const;
export type HighResistanceClass = (typeof highResistanceClasses)[number];

/** Positions and demands that some runners have to avoid. */
export const exerciseFlags = ['balance', 'kneeling', 'prone', 'side_lying', 'supine', 'valsalva'] as const;
export type ExerciseFlag = (typeof exerciseFlags)[number];

/** Named paths through a ladder that leave rungs out on purpose. */
export const seedPaths = ['glute_med_24wk'] as const;
export type SeedPath = (typeof seedPaths)[number];

/** The sessions of a week: A the main one; C only where the coach has set S14 aside. */
export const sessionLabels = ['A', 'B', 'C'] as const;
export type SessionLabel = (typeof sessionLabels)[number];

/** How much a session may ask for: full; reduced has at most one heavy lower-body slot; light has none and no jumps. */
export const sessionLoads = ['full', 'reduced', 'light'] as const;
export type SessionLoad = (typeof sessionLoads)[number];

/** Pairs of a session, in its order: exercises that share a letter are done by turns. */
export const supersetLetters = ['A', 'B', 'C', 'D'] as const;
export type SupersetLetter = (typeof supersetLetters)[number];

/** How well a running week takes two strength sessions, best first (rulebook 1, "Placement and relaxations"). */
export const tiers = ['T0', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const;
export type Tier = (typeof tiers)[number];

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

export const raceDistances = ['5k', '10k', 'half', 'marathon', 'ultra'] as const;
export type RaceDistance = (typeof raceDistances)[number];

export const racePriorities = ['A', 'B'] as const;
export type RacePriority = (typeof racePriorities)[number];

/** Why a runner is away from her training for some days. */
export const timeOffKinds = ['holiday', 'sick'] as const;
export type TimeOffKind = (typeof timeOffKinds)[number];

/** What those days may hold: nothing, or light work that needs no kit. */
export const timeOffWorks = ['none', 'bodyweight'] as const;
export type TimeOffWork = (typeof timeOffWorks)[number];
