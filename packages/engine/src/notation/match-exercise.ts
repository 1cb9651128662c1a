// Which exercise a written name means. Small and deterministic: spelling, plurals and word order never matter; typos within
// a bound are corrected only where one exercise is nearest.
import { exercises, findExercise } from '../catalogue/catalogue.ts';
import { exerciseAliases } from './exercise-aliases.ts';

export interface ExerciseMatch {
  /** A catalogue id. */
  readonly id: string;
  /** A typo was corrected, or words were left out to find it. */
  readonly guessed: boolean;
}

interface Candidate {
  readonly id: string;
  readonly text: string;
}

const wordForms: Readonly<Record<string, string>> = {
  banded: 'band',
  calves: 'calf',
  db: 'dumbbell',
  double: 'two',
  kb: 'kettlebell',
  bb: 'barbell',
  knees: 'knee',
  loaded: 'weighted',
  mobilization: 'mobilisation',
  one: 'single',
  sl: 'single leg',
  weight: 'weighted',
  legged: 'leg',
  '1': 'single',
  '2': 'two',
  deadbug: 'dead bug',
  lunging: 'lunge',
  rollouts: 'roll out',
  rollout: 'roll out',
  stepup: 'step up',
  stepdown: 'step down',
  walkout: 'walk out',
};

/** Words that say nothing about which exercise it is. */
const fillers: ReadonlySet<string> = new Set(['a', 'an', 'the', 'and', 'of', 'on', 'to', 'with', 'exercise', 'drill']);
/** Words that may be left out when nothing matches with them. */
const wordsToSpare: ReadonlySet<string> = new Set([
  'dumbbell',
  'kettlebell',
  'barbell',
  'alternating',
  'standing',
  'heavy',
  'slow',
  'each',
  'side',
]);
const longestGuess = 60;

function readWords(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words: string[] = [];
  for (const word of plain.split(' ')) {
    const form = Object.hasOwn(wordForms, word) ? (wordForms[word] ?? word) : dropPlural(word);
    for (const part of form.split(' ')) {
      const known = Object.hasOwn(wordForms, part) ? (wordForms[part] ?? part) : part;
      if (known !== '' && !fillers.has(known)) words.push(...known.split(' '));
    }
  }
  return words;
}

function dropPlural(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return word;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const idsByLowerName = new Map<string, string>();
const idsByKey = new Map<string, string>();
const candidates: Candidate[] = [];

for (const { id, name, aliases } of exercises) {
  idsByLowerName.set(id, id);
  for (const text of [name, ...aliases, ...(exerciseAliases[id] ?? [])]) {
    const lower = text.toLowerCase();
    if (!idsByLowerName.has(lower)) idsByLowerName.set(lower, id);
    const words = readWords(text);
    candidates.push({ id, text: words.join(' ') });
    const key = sortKey(words);
    if (!idsByKey.has(key)) idsByKey.set(key, id);
  }
}

/** Every known name that two exercises share, for the test that keeps this list empty. */
export function listSharedNames(): readonly string[] {
  const ids = new Map<string, string>();
  const shared: string[] = [];
  for (const { id, name, aliases } of exercises) {
    for (const text of [name, ...aliases, ...(exerciseAliases[id] ?? [])]) {
      const key = sortKey(readWords(text));
      const other = ids.get(key);
      if (other !== undefined && other !== id) shared.push(text);
      ids.set(key, id);
    }
  }
  return shared;
}

function sortKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** The exercise that a written name means, or undefined when the catalogue has none near enough. */
export function matchExercise(name: string): ExerciseMatch | undefined {
  const exact = idsByLowerName.get(name) ?? idsByLowerName.get(name.toLowerCase());
  if (exact !== undefined) return { id: exact, guessed: false };
  if (name.length > longestGuess) return undefined;
  const words = readWords(name);
  if (words.length === 0) return undefined;
  const known = idsByKey.get(sortKey(words));
  if (known !== undefined) return { id: known, guessed: false };
  const corrected = findNearest(words.join(' '));
  if (corrected !== undefined) return { id: corrected, guessed: true };
  const outside = name.replace(/\([^)]*\)/g, ' ').trim();
  if (outside !== name && outside !== '') {
    const inner = matchExercise(outside);
    if (inner) return { id: inner.id, guessed: true };
  }
  const bare = words.filter((word) => !wordsToSpare.has(word));
  if (bare.length === words.length || bare.length === 0) return undefined;
  const id = idsByKey.get(sortKey(bare)) ?? findNearest(bare.join(' '));
  return id === undefined ? undefined : { id, guessed: true };
}

/** The name of an exercise in a routine: the catalogue's for an id, else the text as it was written. */
export function nameExercise(exercise: string): string {
  return findExercise(exercise)?.name ?? exercise;
}

/** One exercise that is nearer than every other, within the typos that a text of its length may hold. */
function findNearest(text: string): string | undefined {
  const bound = typosAllowed(text.length);
  if (bound === 0) return undefined;
  let best = bound + 1;
  let id: string | undefined;
  for (const candidate of candidates) {
    const distance = countTypos(text, candidate.text, Math.min(best, bound));
    if (distance > bound || distance > best) continue;
    if (distance < best) {
      best = distance;
      id = candidate.id;
    } else if (candidate.id !== id) id = undefined;
  }
  return id;
}

/** Up to three exercises that a name may have meant, nearest first: they share words with it, or are near in spelling. */
export function suggestExercises(name: string): readonly string[] {
  if (name.length > longestGuess) return [];
  const words = new Set(readWords(name));
  if (words.size === 0) return [];
  const scores = new Map<string, number>();
  for (const { id, text } of candidates) {
    const theirs = text.split(' ');
    const shared = theirs.filter((word) => words.has(word)).length;
    const score = shared / (words.size + theirs.length - shared);
    if (score >= 0.34 && score > (scores.get(id) ?? 0)) scores.set(id, score);
  }
  return [...scores]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 3)
    .map(([id]) => id);
}

/** A word of four letters is too short to be told from another with a typo in it. */
function typosAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 11 ? 1 : 2;
}

/** Letters left out, put in, changed or swapped with their neighbour (Damerau and Levenshtein); more than `bound` is bound + 1. */
export function countTypos(one: string, other: string, bound: number): number {
  if (Math.abs(one.length - other.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > bound) return bound + 1;
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? bound + 1;
}
