// Runners that never lived: who they are, how they take to training and what befalls them. The spreads are product decisions,
// wide enough that every rule of the engine meets somebody.
import { articleRules, type ClientRules, mostSessions, overridableRules } from '../adapt/rule-set.ts';
import { type Screening, screen } from '../adapt/screen.ts';
import { type ParameterName, parameters } from '../parameters.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Profile, Race, TimeOff } from '../profile.ts';
import { exampleRunner } from '../rule-examples/example-runner.ts';
import { adultAge, mastersAge } from '../runner-limits.ts';
import type { RunningWeek } from '../running-week.ts';
import { type Equipment, equipment, experiences, type RunKind, raceDistances, weekdays } from '../vocabulary.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How a runner takes to training; chances from 0 to 1. */
export interface Traits {
  /** Of coming to a session on its day. */
  readonly adherence: number;
  /** Of answering a check-in. */
  readonly answers: number;
  /** Of saying how much was left. */
  readonly reportsReserve: number;
  /** Of a log that comes days late, and of one with a slip in its load that is corrected later. */
  readonly lateLogs: number;
  readonly slips: number;
  /** What a session adds to strength, as a part of it, and what a week without takes. */
  readonly gain: number;
  readonly loss: number;
  /** A week's chance of pain, of illness and of going away. */
  readonly painChance: number;
  readonly illChance: number;
  readonly awayChance: number;
  /** Strength against an average runner's. */
  readonly strength: number;
}

export interface SyntheticRunner {
  readonly profile: Profile;
  readonly sessionsPerWeek: 1 | 2 | 3;
  /** The article's, or another set, tuned or with a rule set aside for her. */
  readonly rules: ClientRules;
  readonly traits: Traits;
}

/** The first five share all runners between them; of the others a runner may be in several or in none. */
export const runnerGroups = [
  'under 18',
  'new',
  'some experience',
  'experienced',
  '60 and over',
  'health questions',
  'time off',
  'hard days hard',
  'tuned numbers',
  'rule set aside',
  'three sessions',
] as const;
export type RunnerGroup = (typeof runnerGroups)[number];

export function groupsOf({ profile, rules, sessionsPerWeek }: SyntheticRunner): readonly RunnerGroup[] {
  const { age, experience, screening, timeOff } = profile;
  const usual = experience === 'some' ? 'some experience' : experience;
  return [
    age < adultAge ? 'under 18' : age >= mastersAge ? '60 and over' : usual,
    ...(screening === null ? [] : (['health questions'] as const)),
    ...(timeOff.length === 0 ? [] : (['time off'] as const)),
    ...(rules.name === 'article' ? [] : (['hard days hard'] as const)),
    ...(rules.parameters === defaultParameters ? [] : (['tuned numbers'] as const)),
    ...(rules.overrides.length === 0 ? [] : (['rule set aside'] as const)),
    ...(sessionsPerWeek === 3 ? (['three sessions'] as const) : []),
  ];
}

const kits: readonly (readonly Equipment[])[] = [
  [],
  ['mat', 'miniband', 'band'],
  ['mat', 'miniband', 'band', 'dumbbells', 'box'],
  ['mat', 'band', 'kettlebell', 'dumbbells', 'bench', 'anchor'],
  ['mat', 'miniband', 'dumbbells', 'barbell', 'rack', 'bench', 'box', 'leg_curl_machine', 'calf_machine', 'cable'],
  [...equipment],
];

/** Runs of a week without the long one, Monday first; the long run lands on Saturday or Sunday. */
const schedules: readonly (readonly RunKind[])[] = [
  ['easy', 'rest', 'easy', 'rest', 'easy', 'long', 'rest'],
  ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'],
  ['rest', 'interval', 'easy', 'easy', 'rest', 'easy', 'long'],
  ['easy', 'tempo', 'rest', 'interval', 'easy', 'long', 'rest'],
  ['rest', 'hills', 'easy', 'threshold', 'rest', 'easy', 'long'],
  ['easy', 'interval', 'easy', 'tempo', 'rest', 'long', 'easy'],
  ['rest', 'easy', 'rest', 'easy', 'rest', 'rest', 'rest'],
  ['speed', 'easy', 'threshold', 'easy', 'race_pace', 'easy', 'long'],
];

/** A runner at a Monday, with the races of the year that follows. */
export function drawRunner(random: SeededRandom, startsOn: PlainDate, weeks: number): SyntheticRunner {
  const age = random.chance(0.05)
    ? random.whole(14, 17)
    : random.chance(0.12)
      ? random.whole(60, 78)
      : random.whole(18, 59);
  const experience = random.pick(experiences);
  const [mon, tue, wed, thu, fri, sat, sun] = random.pick(schedules) as readonly [
    RunKind,
    RunKind,
    RunKind,
    RunKind,
    RunKind,
    RunKind,
    RunKind,
  ];
  const runningWeek: RunningWeek = [
    { kind: mon },
    { kind: tue },
    { kind: wed },
    { kind: thu },
    { kind: fri },
    { kind: sat },
    { kind: sun },
  ];
  const races = new Map<PlainDate, Race>();
  for (let left = random.whole(0, 3); left > 0; left -= 1) {
    const date = addDays(startsOn, random.whole(4, weeks - 1) * 7 + random.whole(5, 6));
    races.set(date, { date, distance: random.pick(raceDistances), priority: random.pick(['A', 'B', 'B']) });
  }
  const rules = drawRules(random);
  const wished = random.chance(0.85) ? 2 : 1;
  return {
    rules,
    profile: {
      ...exampleRunner,
      age,
      experience,
      runningMonths: experience === 'new' ? random.whole(0, 24) : random.whole(6, 240),
      equipment: random.pick(kits),
      minutesPerSession: random.pick([20, 30, 40, 45, 60, 90]),
      painSites: [],
      runningWeek,
      weekOverrides: {},
      unavailable: random.chance(0.25) ? [random.pick(weekdays)] : [],
      timeOff: drawTimeOff(random, startsOn, weeks),
      screening: drawScreening(random, age, startsOn),
      races: [...races.values()].sort((one, other) => (one.date < other.date ? -1 : 1)),
      unit: random.chance(0.2) ? 'lb' : 'kg',
      workingLoads: {},
    },
    sessionsPerWeek: wished === 2 ? mostSessions(rules) : wished,
    traits: {
      adherence: random.between(0.5, 0.98),
      answers: random.between(0.2, 0.95),
      reportsReserve: random.pick([0, 0.6, 0.9, 1]),
      lateLogs: random.between(0, 0.12),
      slips: random.between(0, 0.02),
      gain: random.between(0.0005, 0.006) * (age >= 60 ? 0.7 : 1) * (experience === 'new' ? 1.5 : 1),
      loss: random.between(0.002, 0.01),
      painChance: random.between(0, 0.06),
      illChance: random.between(0, 0.03),
      awayChance: random.between(0, 0.03),
      strength: random.between(0.6, 1.5),
    },
  };
}

/** A week at the sea, two with the family, an operation: known before, unlike what befalls her. */
function drawTimeOff(random: SeededRandom, startsOn: PlainDate, weeks: number): readonly TimeOff[] {
  if (!random.chance(0.3)) return [];
  const from = addDays(startsOn, random.whole(7, weeks * 7 - 21));
  const off = random.pick<Pick<TimeOff, 'kind' | 'work'>>([
    { kind: 'holiday', work: 'none' },
    { kind: 'holiday', work: 'bodyweight' },
    { kind: 'sick', work: 'none' },
  ]);
  return [{ from, to: addDays(from, random.pick([4, 7, 10, 14, 21, 35])), ...off }];
}

/** What the health questions come to for one runner in eight; the coach has let the plan run. */
function drawScreening(random: SeededRandom, age: number, today: PlainDate): Screening | null {
  if (!random.chance(0.12)) return null;
  const group = random.pick(['pregnant', 'birth', 'bone', 'fracture', 'yes'] as const);
  return screen({
    age,
    answers: [group === 'yes'],
    answeredOn: today,
    today,
    hasChanged: false,
    isCleared: true,
    pregnantWeeks: group === 'pregnant' && age >= adultAge ? random.whole(8, 30) : null,
    weeksSinceBirth: group === 'birth' && age >= adultAge ? random.whole(2, 11) : null,
    hasOsteoporosis: group === 'bone' || group === 'fracture',
    hasFragilityFracture: group === 'fracture',
    hasBoneStressHistory: false,
    hasLowEnergySigns: false,
  });
}

const tunable = Object.keys(parameters) as ParameterName[];

/** What a practice and a coach make of the rules: another set, some numbers at their ends, a rule set aside. */
function drawRules(random: SeededRandom): ClientRules {
  const tuned: Record<ParameterName, number> = { ...defaultParameters };
  const isTuned = random.chance(0.2);
  for (let left = isTuned ? random.whole(1, 3) : 0; left > 0; left -= 1) {
    const name = random.pick(tunable);
    tuned[name] = random.chance(0.5) ? parameters[name].min : parameters[name].max;
  }
  // A session that holds at least six and at most three is no wish that can be met.
  if (tuned.slotsMin > tuned.slotsMax) tuned.slotsMin = tuned.slotsMax;
  const name = random.chance(0.12) ? 'hard_days_hard' : articleRules.name;
  const overrides = random.chance(0.12)
    ? [{ rule: random.pick(overridableRules), reason: 'She has trained so for years' }]
    : [];
  return { name, parameters: isTuned ? tuned : defaultParameters, overrides };
}
