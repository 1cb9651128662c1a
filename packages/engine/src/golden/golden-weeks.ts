import type { PlacedDay } from '../placement.ts';
import type { RunKind, SessionLoad, Tier, Weekday } from '../vocabulary.ts';

/** A week as one letter a day, Monday first: R rest, E easy, S speed, L long, X race. */
export function readWeek(letters: string): readonly RunKind[] {
  const kinds: Readonly<Record<string, RunKind>> = { R: 'rest', E: 'easy', S: 'speed', L: 'long', X: 'race' };
  return [...letters].map((letter) => {
    const kind = kinds[letter];
    if (!kind) throw new Error(`Unknown day "${letter}"`);
    return kind;
  });
}

interface GoldenWeek {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly week: string;
  readonly tier: Tier;
  readonly legal: readonly Weekday[];
  readonly place: readonly PlacedDay[];
  readonly swap: { readonly days: readonly [Weekday, Weekday]; readonly gives: Tier } | null;
  readonly downgrade: { readonly day: Weekday; readonly gives: Tier } | null;
}

const on = (day: Weekday, load: SessionLoad): PlacedDay => ({ day, load });
const rules = 'The article, S21 to S31, and the tiers below it';

/** Worked weeks that the placement has to reproduce, wrapped onto themselves, two sessions wanted. */
export const goldenWeeks: readonly GoldenWeek[] = [
  {
    id: 'P01',
    title: 'the article’s week takes Monday and Thursday',
    source: rules,
    week: 'EESRELR',
    tier: 'T0',
    legal: ['mon', 'thu', 'fri'],
    place: [on('mon', 'full'), on('thu', 'full')],
    swap: null,
    downgrade: null,
  },
  {
    id: 'P03',
    title: 'speed on Tuesday and Thursday, long on Saturday: only Friday is legal',
    source: rules,
    week: 'RSESRLR',
    tier: 'T2',
    legal: ['fri'],
    place: [on('fri', 'full'), on('mon', 'light')],
    swap: { days: ['mon', 'tue'], gives: 'T0' },
    downgrade: { day: 'tue', gives: 'T0' },
  },
  {
    id: 'P05',
    title: 'three speed days and a long run leave no legal day',
    source: rules,
    week: 'SRSRSLR',
    tier: 'T5',
    legal: [],
    place: [on('tue', 'light')],
    swap: { days: ['thu', 'fri'], gives: 'T2' },
    downgrade: { day: 'wed', gives: 'T1' },
  },
  {
    id: 'P07',
    title: 'without runs all seven days are legal, and Monday and Thursday are taken',
    source: rules,
    week: 'RRRRRRR',
    tier: 'T0',
    legal: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    place: [on('mon', 'full'), on('thu', 'full')],
    swap: null,
    downgrade: null,
  },
  {
    id: 'P08',
    title: 'speed every day leaves nothing',
    source: rules,
    week: 'SSSSSSS',
    tier: 'T6',
    legal: [],
    place: [],
    swap: null,
    downgrade: { day: 'mon', gives: 'T5' },
  },
  {
    id: 'P10',
    title: 'only a Sunday long run: Tuesday and Friday',
    source: rules,
    week: 'REREREL',
    tier: 'T0',
    legal: ['tue', 'wed', 'thu', 'fri', 'sat'],
    place: [on('tue', 'full'), on('fri', 'full')],
    swap: null,
    downgrade: null,
  },
];
