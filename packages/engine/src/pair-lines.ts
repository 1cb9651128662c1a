// A coach's pairs (rule SUPERSET): any two exercises of a session but two heavy lifts, and no power.
import type { Prescription } from './program.ts';
import { findPairBar, type PairBar, settlePairs } from './superset.ts';
import { type SupersetLetter, supersetLetters } from './vocabulary.ts';

/** Why two slots can't be done by turns. */
export type PairProblem =
  | { readonly code: 'no_such_slot' }
  | { readonly code: 'paired_already'; readonly slot: string }
  | { readonly code: 'no_pair'; readonly by: PairBar };

type Lines = readonly Prescription[];

/** Null where the two can be joined, or are partners already. */
export function findPairProblem(lines: Lines, slot: string, partner: string): PairProblem | null {
  const one = lines.find((line) => line.slot === slot);
  const other = lines.find((line) => line.slot === partner);
  if (!one || !other || one === other) return { code: 'no_such_slot' };
  if (arePartners(one, other)) return null;
  const paired = [one, other].find(({ superset }) => superset);
  if (paired) return { code: 'paired_already', slot: paired.slot };
  const bar = findPairBar(one, other);
  return bar === null ? null : { code: 'no_pair', by: bar };
}

export function findPartnerOf(lines: Lines, slot: string): Prescription | undefined {
  const line = lines.find((one) => one.slot === slot);
  return line && lines.find((one) => arePartners(line, one));
}

const arePartners = (one: Prescription, other: Prescription): boolean =>
  one !== other && Boolean(one.superset) && one.superset === other.superset;

/** The lines with the two as a pair. */
export function joinLines(lines: Lines, slot: string, partner: string): Lines {
  if (findPartnerOf(lines, slot)?.slot === partner) return lines;
  const letter = supersetLetters.find((free) => lines.every(({ superset }) => superset !== free)) ?? null;
  return lines.map((line) => (line.slot === slot || line.slot === partner ? setLetter(line, letter) : line));
}

/** The lines with the pair of a slot on its own, each of it. */
export function partLines(lines: Lines, slot: string): Lines {
  const partner = findPartnerOf(lines, slot)?.slot;
  return lines.map((line) => (partner && (line.slot === slot || line.slot === partner) ? setLetter(line, null) : line));
}

/** The reason on the pair is the coach's now: the engine's own, for time, goes. */
function setLetter(line: Prescription, superset: SupersetLetter | null): Prescription {
  const fields = [...line.pinned, 'superset'].join(' ');
  const reasons = line.reasons.filter(({ code }) => code !== 'EDIT_BY_COACH' && code !== 'SUPERSET_FOR_TIME');
  return { ...line, superset, reasons: [...reasons, { code: 'EDIT_BY_COACH', rule: 'EDIT', data: { fields } }] };
}

/** Pairs together. One that an edit has made impossible, by a jump or a second heavy lift in it, is no pair any more. */
export function settleLines(lines: Lines): Lines {
  const settled = settlePairs(
    lines.map((line) => {
      const partner = findPartnerOf(lines, line.slot);
      return partner && findPairBar(line, partner) !== null ? { ...line, superset: null } : line;
    }),
  );
  return settled.map((line) =>
    line.superset ? line : { ...line, reasons: line.reasons.filter(({ code }) => code !== 'SUPERSET_FOR_TIME') },
  );
}
