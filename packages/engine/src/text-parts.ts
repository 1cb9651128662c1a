import { findExercise } from './catalogue/catalogue.ts';
import { raceDistanceLabels, runKindLabels, weekdayLabels } from './labels.ts';
import { formatLoad } from './load.ts';
import { classifyRun } from './run-class.ts';
import { loadUnits, type RunKind, raceDistances, runKinds, type Weekday, weekdays } from './vocabulary.ts';

/** What a reason or finding carries for its text. */
export type TextData = Readonly<Record<string, string | number>>;

/** The words of one code. */
export interface CodeText {
  /** Two or three words for a chip or a cell: "day before speed". */
  readonly label: string;
  readonly title: string;
  readonly claim: string;
  /** What to do instead, where the code alone can say it. */
  readonly instead?: string;
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** "three" up to ten, digits above and for parts of a whole. */
export function writeNumber(value: number): string {
  return numberWords[value] ?? String(value);
}

/** "one day", "three days". */
export function writeCount(value: number, one: string, many = `${one}s`): string {
  return `${writeNumber(value)} ${value === 1 ? one : many}`;
}

/** "Monday" for "mon"; the text itself when it is no weekday. */
export function writeDay(day: string | number | undefined): string {
  const known = weekdays.find((weekday) => weekday === day);
  return known ? weekdayLabels[known as Weekday] : String(day ?? '');
}

/** "the long run", "speed work", "intervals". */
export function writeRun(run: string | number | undefined): string {
  const known = runKinds.find((kind) => kind === run);
  if (!known) return String(run ?? '');
  const phrases: Partial<Record<RunKind, string>> = {
    easy: 'an easy run',
    rest: 'a rest day',
    tempo: 'a tempo run',
    threshold: 'a threshold run',
    race_pace: 'a race-pace run',
    long: 'the long run',
    race: 'race day',
  };
  return phrases[known] ?? runKindLabels[known].toLowerCase();
}

/** Whether a run is spoken of in the plural: "intervals are", "the long run is". */
export function isPluralRun(run: string | number | undefined): boolean {
  return run === 'interval' || run === 'hills';
}

/** "Wednesday’s speed work", "Saturday’s long run". */
export function writeRunOf(day: string | number | undefined, run: string | number | undefined): string {
  const known = runKinds.find((kind) => kind === run);
  const name = known ? runKindLabels[known].toLowerCase() : 'run';
  return `${writeDay(day)}’s ${known && classifyRun(known) === 'race' ? 'race' : name}`;
}

/** "Reverse lunge, weighted" for an id of the catalogue; any other text stays as it was written. */
export function writeExercise(exercise: string | number | undefined): string {
  return findExercise(String(exercise))?.name ?? String(exercise ?? '');
}

/** "half marathon", "10k"; "race" where the distance is not known. */
export function writeDistance(distance: string | number | undefined): string {
  const known = raceDistances.find((name) => name === distance);
  if (known === undefined) return 'race';
  return known === '5k' || known === '10k' ? known : raceDistanceLabels[known].toLowerCase();
}

/** The first letter in upper case. */
export function startSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Monday and Thursday", "Monday, Thursday and Friday". */
export function joinWords(words: readonly string[]): string {
  const last = words[words.length - 1];
  return words.length < 2 || last === undefined ? (last ?? '') : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** "62.5 kg" for a load in hundredths; "the load" where it is not known. */
export function writeLoad(hundredths: string | number | undefined, unit: string | number | undefined): string {
  const known = loadUnits.find((name) => name === unit);
  return known === undefined || hundredths === undefined
    ? 'the load'
    : formatLoad({ hundredths: Number(hundredths), unit: known });
}
