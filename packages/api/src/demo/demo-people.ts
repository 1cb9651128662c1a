import type { RunDay, RunningWeek } from '@groundwork/engine/running-week';
import type {
  Equipment,
  Experience,
  LoadUnit,
  PainSite,
  RaceDistance,
  RacePriority,
  RunKind,
  Weekday,
} from '@groundwork/engine/vocabulary';

/** The demo's practice, its people and its line: invented, and plausible. Addresses end in example.org, which nobody owns. */
export const demoPractice = {
  slug: 'maren-vogel',
  name: 'Maren Vogel Running',
  about:
    'Maren Vogel writes two short strength sessions a week around your long run and your speed work, moves them when life does, and answers every check-in.',
  timeZone: 'Europe/Berlin',
  spots: 20,
} as const;

export interface DemoMember {
  readonly email: string;
  readonly name: string;
  readonly role: 'owner' | 'coach' | 'assistant';
  /** Who this is, for the page where a visitor picks somebody to be. */
  readonly about: string;
}

export const demoMembers = [
  { email: 'maren@example.org', name: 'Maren Vogel', role: 'owner', about: 'owner and coach of the practice' },
  { email: 'jonas@example.org', name: 'Jonas Keller', role: 'coach', about: 'second coach, two runners' },
  {
    email: 'tess@example.org',
    name: 'Tess Jansen',
    role: 'assistant',
    about: 'assistant: sees everything, changes nothing',
  },
] as const satisfies readonly DemoMember[];

/** How a runner keeps to the plan: the chance that a session is done, and days back from today on which the story turns. */
export interface Story {
  readonly keeps: number;
  /** Nothing was logged in these last days. */
  readonly silentDays?: number;
  /** The newest session stopped at the calf work. */
  readonly hurt?: boolean;
  /** The newest due session was missed. */
  readonly missedLast?: boolean;
}

export interface DemoClient {
  readonly email: string;
  readonly name: string;
  readonly coach: 'maren@example.org' | 'jonas@example.org';
  readonly status: 'active' | 'paused';
  readonly timeZone: string;
  readonly unit: LoadUnit;
  readonly age: number;
  readonly experience: Experience;
  readonly runningMonths: number;
  readonly equipment: readonly Equipment[];
  readonly minutes: number;
  readonly unavailable?: readonly Weekday[];
  readonly goal: string;
  readonly week: RunningWeek;
  /** Weeks from this Monday to the race's week, and its day from 0 (Monday). */
  readonly race?: {
    readonly name: string;
    readonly inWeeks: number;
    readonly day: number;
    readonly distance: RaceDistance;
    readonly priority: RacePriority;
  };
  readonly painSites?: readonly PainSite[];
  readonly healthNotes?: string;
  /** Against the base loads of `baseLoads`; 0 when no load is known yet. */
  readonly strength: number;
  /** Weeks before this Monday that the program began, and its length. Null when there is none. */
  readonly program: {
    readonly title: string;
    readonly weeksAgo: number;
    readonly weeks: number;
    readonly published: boolean;
  } | null;
  readonly story: Story;
  readonly about: string;
}

/** "easy 8", "speed 9 6 × 800 m", "rest": kind, kilometres, note. */
function day(text: string): RunDay {
  const [kind, distance, ...note] = text.split(' ');
  return {
    kind: kind as RunKind,
    ...(distance === undefined ? {} : { distanceKm: Number(distance) }),
    ...(note.length === 0 ? {} : { note: note.join(' ') }),
  };
}

const runs = (...days: [string, string, string, string, string, string, string]): RunningWeek =>
  days.map(day) as unknown as RunningWeek;

const gym: readonly Equipment[] = [
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
  'leg_curl_machine',
  'sliders',
];

/** Kilograms that a runner of strength 1 works with; dumbbells per hand. */
export const baseLoads: Readonly<Record<string, number>> = {
  gx_kb_deadlift: 24,
  gx_rdl: 40,
  gx_deadlift: 55,
  gx_hip_thrust: 50,
  gx_sl_rdl: 14,
  qd_goblet: 18,
  qd_split_squat: 10,
  qd_rev_lunge: 12,
  qd_step_down: 8,
  qd_bulgarian: 12,
  qd_back_squat: 45,
  hs_machine_curl: 25,
  cg_double_loaded: 30,
  cg_single_loaded: 12,
  cs_seated_heavy: 30,
  cs_bent_loaded: 14,
  cl_suitcase_hold: 16,
  cl_suitcase_carry: 20,
};

const maren = { coach: 'maren@example.org', status: 'active', timeZone: 'Europe/Berlin', unit: 'kg' } as const;

export const demoClients: readonly DemoClient[] = [
  {
    ...maren,
    email: 'priya@example.org',
    name: 'Priya Nair',
    age: 41,
    experience: 'some',
    runningMonths: 60,
    equipment: gym,
    minutes: 50,
    goal: 'A half marathon under 1:45',
    week: runs('easy 8', 'easy 6', 'speed 9 6 × 800 m', 'rest', 'easy 8', 'long 18', 'rest'),
    race: { name: 'Riverside half marathon', inWeeks: 6, day: 6, distance: 'half', priority: 'A' },
    strength: 0.9,
    program: { title: 'Toward the half marathon', weeksAgo: 14, weeks: 24, published: true },
    story: { keeps: 0.97 },
    about: 'six weeks to her half marathon, third block',
  },
  {
    ...maren,
    email: 'ruth@example.org',
    name: 'Ruth Adeyemi',
    age: 52,
    experience: 'some',
    runningMonths: 120,
    equipment: gym,
    minutes: 45,
    goal: 'Run without thinking about the Achilles',
    week: runs('rest', 'speed 8 hills', 'easy 7', 'easy 6', 'rest', 'easy 8', 'long 15'),
    painSites: ['achilles'],
    healthNotes: 'Left Achilles stiff in the morning since October, 2 to 3 of 10, gone after ten minutes.',
    strength: 0.85,
    program: { title: 'Base, two days', weeksAgo: 8, weeks: 12, published: true },
    story: { keeps: 0.94, hurt: true },
    about: 'her Achilles hurt in the last session',
  },
  {
    ...maren,
    email: 'joel@example.org',
    name: 'Joel Lindgren',
    age: 34,
    experience: 'experienced',
    runningMonths: 96,
    equipment: gym,
    minutes: 60,
    goal: 'Club 10 km under 36 minutes',
    week: runs('rest', 'interval 10 10 × 400 m', 'easy 10', 'threshold 12 3 × 2 km', 'rest', 'long 22', 'rest'),
    strength: 1.2,
    program: { title: 'Alongside the club', weeksAgo: 4, weeks: 12, published: true },
    story: { keeps: 0.82, missedLast: true },
    about: 'club runner whose week leaves one day for strength',
  },
  {
    ...maren,
    email: 'hannah@example.org',
    name: 'Hannah Weiss',
    age: 29,
    experience: 'new',
    runningMonths: 14,
    equipment: ['mat', 'miniband', 'band', 'dumbbells'],
    minutes: 35,
    goal: 'First 10 km without stopping',
    week: runs('easy 5', 'rest', 'easy 5', 'rest', 'easy 5', 'rest', 'long 8'),
    strength: 0.5,
    program: { title: 'First steps in strength', weeksAgo: 9, weeks: 12, published: true },
    story: { keeps: 0.9, silentDays: 21 },
    about: 'fell silent three weeks ago',
  },
  {
    ...maren,
    email: 'owen@example.org',
    name: 'Owen Castellanos',
    timeZone: 'America/Denver',
    unit: 'lb',
    age: 47,
    experience: 'some',
    runningMonths: 200,
    equipment: ['mat', 'kettlebell', 'band', 'miniband', 'dumbbells', 'bench'],
    minutes: 40,
    goal: 'A trail marathon with legs left at the end',
    week: runs('easy 10', 'rest', 'hills 12', 'easy 10', 'rest', 'long 26', 'easy 8'),
    strength: 1,
    program: { title: 'Garage strength', weeksAgo: 10, weeks: 16, published: true },
    story: { keeps: 0.93 },
    about: 'trains in a garage, in pounds',
  },
  {
    ...maren,
    email: 'ellen@example.org',
    name: 'Ellen Marsh',
    timeZone: 'Europe/London',
    age: 63,
    experience: 'some',
    runningMonths: 300,
    equipment: ['mat', 'miniband', 'band', 'dumbbells', 'kettlebell'],
    minutes: 45,
    goal: 'Keep running for another twenty years',
    week: runs('easy 6', 'speed 6 fartlek', 'easy 5', 'speed 7 tempo', 'rest', 'rest', 'long 12'),
    strength: 0.7,
    program: { title: 'Strong past sixty', weeksAgo: 6, weeks: 12, published: true },
    story: { keeps: 0.98 },
    about: 'sixty-three, never misses',
  },
  {
    ...maren,
    email: 'daniel@example.org',
    name: 'Daniel Reyes',
    age: 38,
    experience: 'experienced',
    runningMonths: 150,
    equipment: gym,
    minutes: 50,
    goal: 'Half marathon on Sunday',
    week: runs('easy 8', 'easy 6', 'race_pace 8 3 × 2 km', 'easy 6', 'rest', 'long 18', 'rest'),
    race: { name: 'City half marathon', inWeeks: 0, day: 6, distance: 'half', priority: 'A' },
    strength: 1.1,
    program: { title: 'To the start line', weeksAgo: 11, weeks: 16, published: true },
    story: { keeps: 0.96 },
    about: 'races on Sunday',
  },
  {
    ...maren,
    email: 'sofie@example.org',
    name: 'Sofie Brandt',
    age: 33,
    experience: 'some',
    runningMonths: 40,
    equipment: gym,
    minutes: 40,
    goal: 'A half marathon after the second child',
    week: runs('easy 6', 'easy 6', 'tempo 7', 'rest', 'easy 5', 'long 14', 'rest'),
    strength: 0.75,
    program: { title: 'Back to the half', weeksAgo: 7, weeks: 12, published: true },
    story: { keeps: 0.74, missedLast: true },
    about: 'misses one in four',
  },
  {
    ...maren,
    email: 'mei@example.org',
    name: 'Mei Tanaka',
    timeZone: 'Asia/Tokyo',
    age: 26,
    experience: 'experienced',
    runningMonths: 84,
    equipment: gym,
    minutes: 60,
    goal: '5 km under 18 minutes',
    week: runs('rest', 'easy 10', 'easy 8', 'easy 8', 'interval 9 5 × 1 km', 'easy 6', 'long 16'),
    strength: 0.95,
    program: { title: 'Faster over 5 km', weeksAgo: 8, weeks: 16, published: true },
    story: { keeps: 0.97 },
    about: 'in Tokyo, a day ahead',
  },
  {
    ...maren,
    email: 'aoife@example.org',
    name: 'Aoife Byrne',
    timeZone: 'Europe/Dublin',
    age: 31,
    experience: 'new',
    runningMonths: 5,
    equipment: ['mat', 'miniband'],
    minutes: 30,
    goal: 'Parkrun every Saturday',
    week: runs('easy 4', 'rest', 'easy 4', 'rest', 'rest', 'speed 5 parkrun', 'easy 5'),
    strength: 0,
    program: { title: 'First block, at home', weeksAgo: 0, weeks: 8, published: true },
    story: { keeps: 1 },
    about: 'first week, a mat and a band',
  },
  {
    ...maren,
    email: 'grace@example.org',
    name: 'Grace Kim',
    age: 45,
    experience: 'some',
    runningMonths: 30,
    equipment: gym,
    minutes: 45,
    unavailable: ['tue'],
    goal: 'A first marathon',
    week: runs('rest', 'easy 7', 'speed 8 5 × 1 km', 'easy 8', 'easy 6', 'long 20', 'rest'),
    race: { name: 'Harbour marathon', inWeeks: 22, day: 6, distance: 'marathon', priority: 'A' },
    strength: 0.8,
    program: { title: 'Marathon base', weeksAgo: 3, weeks: 12, published: true },
    story: { keeps: 0.93 },
    about: 'fourth week, no strength on Tuesdays',
  },
  {
    ...maren,
    email: 'lucas@example.org',
    name: 'Lucas Ferreira',
    status: 'paused',
    timeZone: 'Europe/Lisbon',
    age: 36,
    experience: 'some',
    runningMonths: 50,
    equipment: ['mat', 'band', 'miniband', 'kettlebell'],
    minutes: 35,
    goal: 'Well again first',
    week: runs('easy 6', 'rest', 'easy 8', 'rest', 'speed 7', 'long 14', 'rest'),
    strength: 0.8,
    program: { title: 'Steady strength', weeksAgo: 5, weeks: 12, published: true },
    story: { keeps: 0.95, silentDays: 9 },
    about: 'ill since last week, paused',
  },
  {
    ...maren,
    email: 'nadia@example.org',
    name: 'Nadia Rahmani',
    age: 30,
    experience: 'some',
    runningMonths: 26,
    equipment: gym,
    minutes: 45,
    goal: 'A first half marathon',
    week: runs('easy 6', 'easy 6', 'speed 7 8 × 400 m', 'rest', 'easy 6', 'long 13', 'rest'),
    strength: 0.6,
    program: { title: 'First program', weeksAgo: -1, weeks: 12, published: false },
    story: { keeps: 0 },
    about: 'came from the waitlist, her draft waits for Maren',
  },
  {
    ...maren,
    coach: 'jonas@example.org',
    email: 'lena@example.org',
    name: 'Lena Fischer',
    age: 22,
    experience: 'experienced',
    runningMonths: 72,
    equipment: gym,
    minutes: 60,
    goal: '800 m under 2:10',
    week: runs('easy 8', 'interval 8 8 × 200 m', 'easy 8', 'rest', 'interval 8 5 × 600 m', 'rest', 'long 12'),
    strength: 1,
    program: { title: 'Track season', weeksAgo: 5, weeks: 12, published: true },
    story: { keeps: 0.95 },
    about: 'coached by Jonas',
  },
  {
    ...maren,
    coach: 'jonas@example.org',
    email: 'marco@example.org',
    name: 'Marco Rossi',
    timeZone: 'Europe/Rome',
    age: 57,
    experience: 'new',
    runningMonths: 18,
    equipment: ['mat', 'dumbbells', 'miniband'],
    minutes: 40,
    goal: 'Stairs and hills without sore knees',
    week: runs('rest', 'easy 6', 'rest', 'easy 6', 'rest', 'long 10', 'rest'),
    painSites: ['anterior_knee'],
    healthNotes: 'Right knee, front, on stairs down. 2 of 10.',
    strength: 0.6,
    program: { title: 'Knees that like hills', weeksAgo: 4, weeks: 8, published: true },
    story: { keeps: 0.9 },
    about: 'coached by Jonas, a knee to mind',
  },
];

/** Invited by Maren, not here yet. */
export const demoInvited = { email: 'tomas@example.org', name: 'Tomás Hradil' } as const;

export interface DemoEntry {
  readonly name: string;
  readonly email: string;
  readonly goal: 'first_5k_10k' | 'half_marathon' | 'marathon' | 'keep_running';
  readonly letters: boolean;
  /** Days back from today. */
  readonly joined: number;
  /** How long after joining, in hours; null when never. */
  readonly confirmedAfter: number | null;
  readonly fate: 'waiting' | 'unconfirmed' | 'left' | 'claimed' | 'expired_once' | 'declined_once';
}

/** In the order they joined. The first two who wait are asked by the opening that is on when the demo starts. */
export const demoEntries: readonly DemoEntry[] = [
  {
    name: 'Nadia Rahmani',
    email: 'nadia@example.org',
    goal: 'half_marathon',
    letters: true,
    joined: 61,
    confirmedAfter: 1,
    fate: 'claimed',
  },
  {
    name: 'Peter Holm',
    email: 'peter.holm@example.org',
    goal: 'marathon',
    letters: false,
    joined: 58,
    confirmedAfter: 2,
    fate: 'left',
  },
  {
    name: 'Ines Duarte',
    email: 'ines.duarte@example.org',
    goal: 'half_marathon',
    letters: true,
    joined: 52,
    confirmedAfter: 1,
    fate: 'expired_once',
  },
  {
    name: 'Kwame Boateng',
    email: 'kwame.boateng@example.org',
    goal: 'first_5k_10k',
    letters: true,
    joined: 47,
    confirmedAfter: 20,
    fate: 'declined_once',
  },
  {
    name: 'Yuki Mori',
    email: 'yuki.mori@example.org',
    goal: 'marathon',
    letters: false,
    joined: 33,
    confirmedAfter: 1,
    fate: 'waiting',
  },
  {
    name: 'Clara Nowak',
    email: 'clara.nowak@example.org',
    goal: 'keep_running',
    letters: true,
    joined: 29,
    confirmedAfter: 3,
    fate: 'waiting',
  },
  {
    name: 'Ahmed Saleh',
    email: 'ahmed.saleh@example.org',
    goal: 'half_marathon',
    letters: false,
    joined: 21,
    confirmedAfter: 1,
    fate: 'waiting',
  },
  {
    name: 'Jo Marchetti',
    email: 'jo.marchetti@example.org',
    goal: 'half_marathon',
    letters: true,
    joined: 16,
    confirmedAfter: 2,
    fate: 'waiting',
  },
  {
    name: 'Birgit Olsen',
    email: 'birgit.olsen@example.org',
    goal: 'keep_running',
    letters: true,
    joined: 12,
    confirmedAfter: 50,
    fate: 'waiting',
  },
  {
    name: 'Sam Whitfield',
    email: 'sam.whitfield@example.org',
    goal: 'first_5k_10k',
    letters: false,
    joined: 9,
    confirmedAfter: null,
    fate: 'unconfirmed',
  },
  {
    name: 'Elif Demir',
    email: 'elif.demir@example.org',
    goal: 'marathon',
    letters: true,
    joined: 5,
    confirmedAfter: 1,
    fate: 'waiting',
  },
  {
    name: 'Tom Baker',
    email: 'tom.baker@example.org',
    goal: 'half_marathon',
    letters: false,
    joined: 1,
    confirmedAfter: null,
    fate: 'unconfirmed',
  },
];
