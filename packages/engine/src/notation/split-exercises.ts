// Several exercises on one line, as people write them: "squats 3x20, lunges 3x20, plank 3x1min, 45 s rest".
import { findParts, PartReader } from './read-parts.ts';

/** A part of a line: offsets from 0. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

export interface WrittenExercises {
  /** One for each exercise, in their order; at least one. */
  readonly spans: readonly LineSpan[];
  /** The line ends in a rest of its own behind a comma: it is meant for all of them. */
  readonly sharesRest: boolean;
}

/** Commas and joining words, with what stands around them. */
const joint = /[,;]\s+|\s+(?:\+|&|and|then)\s+/gi;
const joiningWord = /^(?:and|then)\b/i;

interface Piece extends LineSpan {
  readonly hasName: boolean;
  readonly hasAmount: boolean;
  readonly hasPurpose: boolean;
}

/**
 * Cuts a line into its exercises. It is cut only where both sides have sets, reps or seconds of their own and the right one
 * a name: "Squat 3x6, 60 kg, slow" is one exercise, and so is anything with quotes.
 */
export function splitExercises(text: string, from: number): WrittenExercises {
  const whole: WrittenExercises = { spans: [{ start: from, end: text.length }], sharesRest: false };
  joint.lastIndex = from;
  if (text.includes('"') || !joint.test(text) || !mayHoldAmount(text.slice(joint.lastIndex))) return whole;
  const pieces = listPieces(text, from);
  const spans: { start: number; end: number; hasAmount: boolean; hasPurpose: boolean }[] = [];
  for (const piece of pieces) {
    const open = spans.at(-1);
    if (open === undefined || (open.hasAmount && !open.hasPurpose && piece.hasName && piece.hasAmount)) {
      spans.push({ ...piece });
    } else {
      open.end = piece.end;
      open.hasAmount ||= piece.hasAmount;
      open.hasPurpose ||= piece.hasPurpose;
    }
  }
  return {
    spans: spans.map(({ start, end }) => ({ start, end })),
    sharesRest: spans.length > 1 && pieces.at(-1)?.hasName === false,
  };
}

/** Whether a text begins with the name of an exercise and its sets, reps or seconds, or these and the name. */
export function startsWithExercise(text: string): boolean {
  if (!mayHoldAmount(text)) return false;
  const [first] = splitExercises(text, 0).spans;
  if (first === undefined) return false;
  const { hasName, hasAmount } = readPiece(text, first.start, first.end);
  return hasName && hasAmount;
}

/** No amount is written without a digit: most words, such as "for knees and hips", need no closer look. */
function mayHoldAmount(text: string): boolean {
  return /\d/.test(text);
}

function listPieces(text: string, from: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  joint.lastIndex = from;
  for (let match = joint.exec(text); match !== null; match = joint.exec(text)) {
    pieces.push(readPiece(text, start, match.index));
    start = match.index + match[0].length;
  }
  pieces.push(readPiece(text, start, text.length));
  return pieces;
}

function readPiece(text: string, start: number, end: number): Piece {
  const own = text.slice(start, end);
  const nameEnd = findParts(own, 0);
  const reader = new PartReader(own, nameEnd, null);
  reader.readAll();
  const before = own.slice(0, nameEnd).replace(joiningWord, '');
  const name = /\p{L}/u.test(before) ? before : reader.leftover.join(' ');
  return {
    start,
    end,
    hasName: /\p{L}/u.test(name),
    hasAmount: reader.parts.amount !== null,
    hasPurpose: reader.parts.purpose !== null,
  };
}
