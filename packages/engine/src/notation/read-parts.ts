// The parts of a dose, in any order: a scanner over one line. Written by hand: a builder reads a program at each key press.
import type { Load } from '../load.ts';
import { prescriptionBounds } from '../prescription-bounds.ts';
import { type Goal, goals, type LoadUnit, type Measure } from '../vocabulary.ts';
import type { Expectation } from './notation-problem.ts';

/** A problem within a line: offsets from 0. */
export interface PartProblem {
  readonly code: 'not_understood' | 'out_of_range' | 'given_twice';
  readonly start: number;
  readonly end: number;
  readonly expected: Expectation;
  readonly allowed: { readonly min: number; readonly max: number } | null;
}

/** What has been read of a dose so far. */
export interface Parts {
  sets: number | null;
  measure: Measure | null;
  amount: number | null;
  range: readonly [low: number, high: number] | null;
  perSide: boolean;
  load: Load | null;
  rir: number | null;
  restSeconds: number | null;
  tempo: string | null;
  explosive: boolean;
  goal: Goal | null;
  swapped: boolean;
  purpose: string | null;
}

/** Nothing read yet. */
export function buildParts(): Parts {
  return {
    sets: null,
    measure: null,
    amount: null,
    range: null,
    perSide: false,
    load: null,
    rir: null,
    restSeconds: null,
    tempo: null,
    explosive: false,
    goal: null,
    swapped: false,
    purpose: null,
  };
}

const bounds = prescriptionBounds;
const sideWords: ReadonlySet<string> = new Set(['side', 'sides', 'leg', 'legs', 'arm', 'arms', 'foot']);
/** Words between parts that say nothing. */
const joints: ReadonlySet<string> = new Set([
  'with',
  'and',
  'then',
  'of',
  'bodyweight',
  'bw',
  'hold',
  'between',
  'sets',
  'rounds',
]);
const secondWords: ReadonlySet<string> = new Set(['s', 'sec', 'secs', 'second', 'seconds']);
const minuteWords: ReadonlySet<string> = new Set(['min', 'mins', 'minute', 'minutes']);
const kilogramWords: ReadonlySet<string> = new Set(['kg', 'kgs', 'kilo', 'kilos']);
const poundWords: ReadonlySet<string> = new Set(['lb', 'lbs', 'pound', 'pounds']);

const isDigit = (code: number) => code >= 48 && code <= 57;
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 160;
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** x, X, ×, * */
const isTimes = (code: number) => code === 120 || code === 88 || code === 215 || code === 42;
/** Hyphen, minus, en dash, em dash. */
const isDash = (code: number) => code === 45 || code === 8211 || code === 8212 || code === 8722;
/** Between parts: space , ; | ( ) . : */
const isSeparator = (code: number) =>
  isSpace(code) ||
  code === 44 ||
  code === 59 ||
  code === 124 ||
  code === 40 ||
  code === 41 ||
  code === 46 ||
  code === 58;

/** Reads parts from an offset to the end of a line, and keeps what it did not understand. */
export class PartReader {
  readonly text: string;
  at: number;
  readonly parts = buildParts();
  readonly problems: PartProblem[] = [];
  /** Words that are no part, in their order. */
  readonly leftover: string[] = [];
  /** Of a load without one; null reports it. */
  private readonly unit: LoadUnit | null;

  constructor(text: string, at: number, unit: LoadUnit | null) {
    this.text = text;
    this.at = at;
    this.unit = unit;
  }

  readAll(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (isSeparator(code)) this.at += 1;
      else if (isDigit(code)) this.readNumberPart();
      else if (code === 64) this.readAtPart();
      else if (code === 47) this.readSlashPart();
      else if (isTimes(code) && isDigit(text.charCodeAt(this.skipSpaces(this.at + 1)))) {
        const start = this.at;
        this.at = this.skipSpaces(this.at + 1);
        this.readAmount(start);
      } else if (isLetter(code)) this.readWordPart();
      else this.leaveWord();
    }
  }

  /** "3x6", "3 sets of 6", "6 reps", "30s", "60kg", "3 min rest", "2 RIR", "2:00 rest" */
  private readNumberPart(): void {
    const start = this.at;
    const value = this.readHundredths();
    const afterNumber = this.at;
    this.at = this.skipSpaces(this.at);
    const code = this.text.charCodeAt(this.at);
    if (isTimes(code)) {
      const next = this.skipSpaces(this.at + 1);
      if (isDigit(this.text.charCodeAt(next))) {
        this.at = next;
        this.readAmount(start);
        this.setSets(value, start);
        return;
      }
    }
    if (code === 58 && isDigit(this.text.charCodeAt(this.at + 1))) {
      this.at += 1;
      this.setDuration(value * 60 + this.readClockSeconds(), start);
      return;
    }
    this.at = afterNumber;
    if (this.findRangeEnd() !== -1) {
      this.readAmountFrom(value, start);
      return;
    }
    this.at = this.skipSpaces(this.at);
    const word = this.peekWord();
    const from = this.at;
    this.at += word.length;
    if (word === 'sets' || word === 'set') {
      this.setSets(value, start);
      this.readAmountAfterSets(start);
    } else if (word === 'reps' || word === 'rep') this.setAmount('reps', value, start);
    else if (secondWords.has(word)) this.setDuration(value, start);
    else if (minuteWords.has(word)) this.setDuration(value * 60 + this.readSecondsBehind(), start);
    else if (kilogramWords.has(word)) this.setLoad(value, 'kg', start);
    else if (poundWords.has(word)) this.setLoad(value, 'lb', start);
    else if (word === 'rir') this.setReserve(value, start);
    else if (word === 'in' && this.peekWord(this.skipSpaces(this.at)) === 'reserve') {
      this.at = this.skipSpaces(this.at) + 'reserve'.length;
      this.setReserve(value, start);
    } else {
      this.at = word === '' ? afterNumber : from;
      if (
        this.unit !== null &&
        this.parts.amount !== null &&
        this.parts.load === null &&
        isEnd(this.text, afterNumber)
      ) {
        this.at = afterNumber;
        this.setLoad(value, this.unit, start);
      } else this.leaveFrom(start, this.parts.amount === null ? 'dose' : 'unit');
    }
  }

  /** "3 sets of 6", "3 sets x 6-8 reps" */
  private readAmountAfterSets(start: number): void {
    let next = this.skipSpaces(this.at);
    if (this.peekWord(next) === 'of') next = this.skipSpaces(next + 2);
    else if (isTimes(this.text.charCodeAt(next))) next = this.skipSpaces(next + 1);
    else return;
    if (!isDigit(this.text.charCodeAt(next))) return;
    this.at = next;
    this.readAmount(start);
  }

  private readAmount(start: number): void {
    this.readAmountFrom(this.readHundredths(), start);
  }

  /** The amount of a set, of which the first number has been read: "6", "6-8", "30s", "7 in 6-8", "30-45 sec each side". */
  private readAmountFrom(first: number, start: number): void {
    const high = this.readRangeEnd();
    let scale = 1;
    let measure: Measure = 'reps';
    const next = this.skipSpaces(this.at);
    const word = this.peekWord(next);
    if (secondWords.has(word)) measure = 'seconds';
    else if (minuteWords.has(word)) {
      measure = 'seconds';
      scale = 60;
    }
    if (measure === 'seconds' || word === 'reps' || word === 'rep') this.at = next + word.length;
    if (high !== null) {
      this.setAmount(measure, first * scale, start);
      this.setRange(first * scale, high * scale, start);
      return;
    }
    const inside = this.skipSpaces(this.at);
    if (this.peekWord(inside) === 'in' && isDigit(this.text.charCodeAt(this.skipSpaces(inside + 2)))) {
      const before = this.at;
      this.at = this.skipSpaces(inside + 2);
      const low = this.readHundredths();
      const top = this.readRangeEnd();
      if (top === null) this.at = before;
      else {
        this.setAmount(measure, first * scale, start);
        this.setRange(low * scale, top * scale, start);
        return;
      }
    }
    this.setAmount(measure, first * scale, start);
  }

  private readRangeEnd(): number | null {
    const next = this.findRangeEnd();
    if (next === -1) return null;
    this.at = next;
    return this.readHundredths();
  }

  /** Where the high end of a range begins, as in "6-8", "6 - 8" or "6 to 8"; -1 without one. The 5 of "6 -5" is none. */
  private findRangeEnd(): number {
    const { text } = this;
    const dash = this.skipSpaces(this.at);
    const length = isDash(text.charCodeAt(dash)) ? 1 : isTo(text, dash) ? 2 : 0;
    if (length === 0) return -1;
    const next = this.skipSpaces(dash + length);
    const isLopsided = length === 1 && dash > this.at && next === dash + length;
    return isLopsided || !isDigit(text.charCodeAt(next)) ? -1 : next;
  }

  /** "@RIR2", "@2", "@RPE8", "@60kg" */
  private readAtPart(): void {
    const start = this.at;
    this.at = this.skipSpaces(this.at + 1);
    const word = this.peekWord();
    if (word === 'rir' || word === 'rpe') {
      this.at += word.length;
      this.readReserve(word, start);
      return;
    }
    if (!isDigit(this.text.charCodeAt(this.at))) {
      this.leaveFrom(start, 'reserve');
      return;
    }
    const value = this.readHundredths();
    const next = this.skipSpaces(this.at);
    const unit = this.peekWord(next);
    if (kilogramWords.has(unit) || poundWords.has(unit)) {
      this.at = next + unit.length;
      this.setLoad(value, kilogramWords.has(unit) ? 'kg' : 'lb', start);
    } else this.setReserve(value, start);
  }

  private readReserve(word: 'rir' | 'rpe', start: number): void {
    this.at = this.skipSpaces(this.at);
    if (this.text.charCodeAt(this.at) === 58 || this.text.charCodeAt(this.at) === 61)
      this.at = this.skipSpaces(this.at + 1);
    if (!isDigit(this.text.charCodeAt(this.at))) {
      this.leaveFrom(start, 'reserve');
      return;
    }
    const value = this.readHundredths();
    this.setReserve(word === 'rir' ? value : 1000 - value, start);
  }

  /** "/side" */
  private readSlashPart(): void {
    const start = this.at;
    const next = this.skipSpaces(this.at + 1);
    const word = this.peekWord(next);
    if (!sideWords.has(word)) {
      this.leaveWord();
      return;
    }
    this.at = next + word.length;
    this.setFlag('perSide', start);
  }

  private readWordPart(): void {
    const start = this.at;
    const word = this.peekWord();
    this.at += word.length;
    switch (word) {
      case 'rest':
      case 'rests':
        this.readRest(start);
        return;
      case 'no': {
        const next = this.skipSpaces(this.at);
        if (this.peekWord(next) === 'rest') {
          this.at = next + 'rest'.length;
          this.setRest(0, start);
        } else this.leaveFrom(start, 'rest');
        return;
      }
      case 'rir':
      case 'rpe':
        this.readReserve(word, start);
        return;
      case 'tempo':
        this.readTempo(start);
        return;
      case 'fast':
      case 'explosive':
      case 'explosively':
        this.setFlag('explosive', start);
        return;
      case 'swapped':
        this.setFlag('swapped', start);
        return;
      case 'goal':
        this.readGoal(start);
        return;
      case 'for':
        this.readPurpose(start);
        return;
      case 'at': {
        const next = this.skipSpaces(this.at);
        if (isDigit(this.text.charCodeAt(next))) this.at = next;
        else this.leaveFrom(start, 'load');
        return;
      }
      case 'each':
      case 'per':
      case 'a':
      case 'both': {
        const next = this.skipSpaces(this.at);
        const side = this.peekWord(next);
        if (sideWords.has(side)) {
          this.at = next + side.length;
          this.setFlag('perSide', start);
        } else if (word !== 'each') this.leaveFrom(start, 'dose');
        return;
      }
      default:
        if (!joints.has(word)) this.leaveFrom(start, 'dose');
    }
  }

  /** "rest 3min", "rest 90s", "rest 2:30", "rest 90", "rest: 2 min 30" */
  private readRest(start: number): void {
    let next = this.skipSpaces(this.at);
    const code = this.text.charCodeAt(next);
    if (code === 58 || code === 61) next = this.skipSpaces(next + 1);
    else if (this.peekWord(next) === 'of') next = this.skipSpaces(next + 2);
    if (!isDigit(this.text.charCodeAt(next))) {
      this.leaveFrom(start, 'rest');
      return;
    }
    this.at = next;
    this.setRest(this.readDuration(), start);
  }

  /** Seconds in hundredths: the number is at hand. */
  private readDuration(): number {
    const value = this.readHundredths();
    if (this.text.charCodeAt(this.at) === 58 && isDigit(this.text.charCodeAt(this.at + 1))) {
      this.at += 1;
      return value * 60 + this.readClockSeconds();
    }
    // 3' and 90"
    const mark = this.text.charCodeAt(this.at);
    if (mark === 39 || mark === 34) {
      this.at += 1;
      return mark === 39 ? value * 60 + this.readSecondsBehind() : value;
    }
    const next = this.skipSpaces(this.at);
    const word = this.peekWord(next);
    if (secondWords.has(word)) {
      this.at = next + word.length;
      return value;
    }
    if (minuteWords.has(word) || word === 'm') {
      this.at = next + word.length;
      return value * 60 + this.readSecondsBehind();
    }
    return value;
  }

  /** The 30 of "2 min 30", where no other part begins with it. */
  private readSecondsBehind(): number {
    const next = this.skipSpaces(this.at);
    if (!isDigit(this.text.charCodeAt(next))) return 0;
    const before = this.at;
    this.at = next;
    const value = this.readHundredths();
    const after = this.skipSpaces(this.at);
    const word = this.peekWord(after);
    if (secondWords.has(word)) {
      this.at = after + word.length;
      return value;
    }
    if (value < 6000 && (isEnd(this.text, this.at) || word === 'rest')) return value;
    this.at = before;
    return 0;
  }

  /** Behind a colon: 0 to 59, and nothing else is a time. */
  private readClockSeconds(): number {
    const seconds = this.readHundredths();
    return seconds < 6000 ? seconds : Number.NaN;
  }

  private readTempo(start: number): void {
    const { text } = this;
    let end = this.skipSpaces(this.at);
    if (text.charCodeAt(end) === 58) end = this.skipSpaces(end + 1);
    const from = end;
    let dashes = 0;
    while (end < text.length && (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 45)) {
      if (text.charCodeAt(end) === 45) dashes += 1;
      end += 1;
    }
    const tempo = text.slice(from, end);
    if (dashes !== 2 || !tempoPattern.test(tempo)) {
      this.leaveFrom(start, 'tempo');
      return;
    }
    this.at = end;
    if (this.parts.tempo === null) this.parts.tempo = tempo;
    else this.report('given_twice', start, 'tempo', null);
  }

  private readGoal(start: number): void {
    const next = this.skipSpaces(this.at);
    const word = this.peekWord(next);
    const goal = goals.find((known) => known === word);
    if (goal === undefined) {
      this.leaveFrom(start, 'goal');
      return;
    }
    this.at = next + word.length;
    if (this.parts.goal === null) this.parts.goal = goal;
    else this.report('given_twice', start, 'goal', null);
  }

  /** The rest of the line, up to a bar; in quotes where it holds a bar itself. */
  private readPurpose(start: number): void {
    const next = this.skipSpaces(this.at);
    const quoted = readQuoted(this.text, next);
    let purpose: string;
    if (quoted) {
      purpose = quoted.value;
      this.at = quoted.end;
    } else {
      const bar = this.text.indexOf('|', next);
      this.at = bar === -1 ? this.text.length : bar;
      purpose = this.text.slice(next, this.at).trim();
    }
    if (this.parts.purpose === null) this.parts.purpose = purpose;
    else this.report('given_twice', start, 'dose', null);
  }

  private setSets(hundredths: number, start: number): void {
    const value = this.checkWhole(hundredths, bounds.sets, 'sets', start);
    if (this.parts.sets !== null) this.report('given_twice', start, 'sets', null);
    else if (value !== undefined) this.parts.sets = value;
  }

  private setAmount(measure: Measure, hundredths: number, start: number): void {
    if (this.parts.amount !== null) {
      this.report('given_twice', start, measure, null);
      return;
    }
    const value = this.checkWhole(hundredths, bounds[measure], measure, start);
    if (value === undefined) return;
    this.parts.measure = measure;
    this.parts.amount = value;
  }

  private setRange(low: number, high: number, start: number): void {
    const { measure, amount } = this.parts;
    if (measure === null || amount === null || this.parts.range !== null) return;
    const lowEnd = this.checkWhole(low, bounds[measure], measure, start);
    const highEnd = this.checkWhole(high, bounds[measure], measure, start);
    if (lowEnd === undefined || highEnd === undefined) return;
    if (lowEnd > highEnd) this.report('out_of_range', start, measure, { min: lowEnd, max: bounds[measure].max });
    else this.parts.range = [lowEnd, highEnd];
  }

  /** A time on its own is the set's length; beside "rest", or when the set has its amount, it is the rest. */
  private setDuration(hundredths: number, start: number): void {
    const next = this.skipSpaces(this.at);
    const word = this.peekWord(next);
    if (word === 'rest' || word === 'rests' || word === 'recovery' || word === 'break') {
      this.at = next + word.length;
      this.setRest(hundredths, start);
    } else if (word === 'between' || (word === 'of' && this.peekWord(this.skipSpaces(next + 2)) === 'rest')) {
      this.at = word === 'of' ? this.skipSpaces(next + 2) + 'rest'.length : next + word.length;
      this.setRest(hundredths, start);
    } else if (this.parts.amount === null) this.setAmount('seconds', hundredths, start);
    else this.leaveFrom(start, 'rest');
  }

  private setRest(hundredths: number, start: number): void {
    const value = this.checkWhole(hundredths, bounds.restSeconds, 'rest', start);
    if (this.parts.restSeconds !== null) this.report('given_twice', start, 'rest', null);
    else if (value !== undefined) this.parts.restSeconds = value;
  }

  private setLoad(hundredths: number, unit: LoadUnit, start: number): void {
    const { min, max } = bounds.loadHundredths;
    if (this.parts.load !== null) this.report('given_twice', start, 'load', null);
    else if (hundredths < min || hundredths > max || !Number.isInteger(hundredths)) {
      this.report('out_of_range', start, 'load', { min: min / 100, max: max / 100 });
    } else this.parts.load = { hundredths, unit };
  }

  private setReserve(hundredths: number | undefined, start: number): void {
    const value = hundredths === undefined ? Number.NaN : hundredths / 100;
    const { min, max } = bounds.rir;
    if (this.parts.rir !== null) this.report('given_twice', start, 'reserve', null);
    else if (!(value >= min && value <= max && Number.isInteger(value * 2))) {
      this.report('out_of_range', start, 'reserve', { min, max });
    } else this.parts.rir = value;
  }

  private setFlag(flag: 'perSide' | 'explosive' | 'swapped', start: number): void {
    if (this.parts[flag]) this.report('given_twice', start, 'dose', null);
    this.parts[flag] = true;
  }

  private checkWhole(
    hundredths: number,
    allowed: { readonly min: number; readonly max: number },
    expected: Expectation,
    start: number,
  ): number | undefined {
    const value = hundredths / 100;
    if (Number.isInteger(value) && value >= allowed.min && value <= allowed.max) return value;
    this.report('out_of_range', start, expected, allowed);
    return undefined;
  }

  private report(
    code: PartProblem['code'],
    start: number,
    expected: Expectation,
    allowed: PartProblem['allowed'],
  ): void {
    // Sets and reps of one dose are one thing to say.
    if (code === 'given_twice' && this.problems.some((one) => one.code === code && one.start === start)) return;
    this.problems.push({ code, start, end: Math.max(this.at, start + 1), expected, allowed });
  }

  /** What begins here is no part: its first word is kept for a comment, and reading goes on behind it. */
  private leaveFrom(start: number, expected: Expectation): void {
    this.at = start;
    const { text } = this;
    while (this.at < text.length && !isSpace(text.charCodeAt(this.at)) && text.charCodeAt(this.at) !== 124)
      this.at += 1;
    if (this.at === start) this.at += 1;
    this.leftover.push(text.slice(start, this.at));
    this.report('not_understood', start, expected, null);
  }

  private leaveWord(): void {
    this.leaveFrom(this.at, 'dose');
  }

  private skipSpaces(at: number): number {
    let next = at;
    while (isSpace(this.text.charCodeAt(next))) next += 1;
    return next;
  }

  private peekWord(at = this.at): string {
    let end = at;
    while (isLetter(this.text.charCodeAt(end))) end += 1;
    return end === at ? '' : this.text.slice(at, end).toLowerCase();
  }

  /** A number with up to two decimals, in hundredths; digits beyond are not taken. At most seven digits count. */
  private readHundredths(): number {
    const { text } = this;
    let value = 0;
    let digits = 0;
    while (isDigit(text.charCodeAt(this.at))) {
      if (digits < 7) value = value * 10 + (text.charCodeAt(this.at) - 48);
      else value = Number.MAX_SAFE_INTEGER / 10_000;
      digits += 1;
      this.at += 1;
    }
    value *= 100;
    const mark = text.charCodeAt(this.at);
    if ((mark === 46 || mark === 44) && isDigit(text.charCodeAt(this.at + 1))) {
      value += (text.charCodeAt(this.at + 1) - 48) * 10;
      this.at += 2;
      if (isDigit(text.charCodeAt(this.at))) {
        value += text.charCodeAt(this.at) - 48;
        this.at += 1;
        while (isDigit(text.charCodeAt(this.at))) {
          // More than two decimals is no weight and no count: it must not pass for one.
          if (text.charCodeAt(this.at) !== 48) value = Number.NaN;
          this.at += 1;
        }
      }
    }
    return value;
  }
}

const tempoPattern = /^\d{1,2}-\d{1,2}-\d{1,2}$/;

function isTo(text: string, at: number): boolean {
  return text.startsWith('to', at) && !isLetter(text.charCodeAt(at + 2));
}

/** Whether nothing but a separator follows. */
function isEnd(text: string, at: number): boolean {
  return at >= text.length || isSeparator(text.charCodeAt(at)) || text.charCodeAt(at) === 64;
}

/** A JSON string at an offset; undefined where none begins or it never ends. */
export function readQuoted(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  if (text.charCodeAt(at) !== 34) return undefined;
  for (let end = at + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 92) end += 1;
    else if (code === 34) {
      try {
        return { value: JSON.parse(text.slice(at, end + 1)) as string, end: end + 1 };
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

const numberFollowers: ReadonlySet<string> = new Set([
  'set',
  'sets',
  'rep',
  'reps',
  'rir',
  ...secondWords,
  ...minuteWords,
  ...kilogramWords,
  ...poundWords,
]);

/** Where the name of an exercise ends and its dose begins: the offset of the first part, or the end of the text. */
export function findParts(text: string, from: number): number {
  let isTokenStart = true;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 124 || code === 64) return at;
    if (isTokenStart && isPartStart(text, at, code)) return at;
    isTokenStart = isSeparator(code) || isDash(code);
  }
  return text.length;
}

function isPartStart(text: string, at: number, code: number): boolean {
  if (isDigit(code)) return isNumberPart(text, at);
  if (isTimes(code)) return isDigit(text.charCodeAt(skipSpacesFrom(text, at + 1)));
  switch (code | 32) {
    case 114: // r
      return isKeyword(text, at, /^(?:rest:?\s*\d|rir:?\s*\d|rpe:?\s*\d)/i);
    case 116: // t
      return isKeyword(text, at, /^tempo:?\s*\d+-/i);
    case 110: // n
      return isKeyword(text, at, /^no rest\b/i);
    case 103: // g
      return isKeyword(text, at, /^goal (?:strength|power|hypertrophy|endurance|mobility|stability)\b/i);
    default:
      return false;
  }
}

function isKeyword(text: string, at: number, pattern: RegExp): boolean {
  return pattern.test(text.slice(at, at + 24));
}

/** A number that begins a part, and not one in a name such as "90/90 hip lift". */
function isNumberPart(text: string, at: number): boolean {
  let end = at;
  while (
    isDigit(text.charCodeAt(end)) ||
    ((text.charCodeAt(end) === 46 || text.charCodeAt(end) === 44) && isDigit(text.charCodeAt(end + 1)))
  ) {
    end += 1;
  }
  const next = skipSpacesFrom(text, end);
  const code = text.charCodeAt(next);
  if (isTimes(code)) return isDigit(text.charCodeAt(skipSpacesFrom(text, next + 1)));
  if (code === 58) return next === end && isDigit(text.charCodeAt(next + 1));
  if (isDash(code) || isTo(text, next)) {
    const second = skipSpacesFrom(text, next + (isDash(code) ? 1 : 2));
    return isDigit(text.charCodeAt(second)) && isNumberPart(text, second);
  }
  let wordEnd = next;
  while (isLetter(text.charCodeAt(wordEnd))) wordEnd += 1;
  return wordEnd > next && numberFollowers.has(text.slice(next, wordEnd).toLowerCase());
}

function skipSpacesFrom(text: string, at: number): number {
  let next = at;
  while (isSpace(text.charCodeAt(next))) next += 1;
  return next;
}
