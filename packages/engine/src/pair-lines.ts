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
  const reasons = line.reasons.filter(({ code }) => code !== 'SUPERSET_FOR_TIME');
  return sayByCoach({ ...line, superset, reasons }, true);
}

const pairField = 'superset';

/** Whether the coach joined the line with another, or parted it from one. */
export function isPairedByHand({ reasons }: Prescription): boolean {
  return reasons.some(({ code, data }) => code === 'EDIT_BY_COACH' && `${data.fields}`.split(' ').includes(pairField));
}

/** The line with the coach's reason for what she set in it, and no other of hers. */
export function sayByCoach(line: Prescription, isPaired: boolean): Prescription {
  const fields = [...line.pinned, ...(isPaired ? [pairField] : [])].join(' ');
  const others = line.reasons.filter(({ code }) => code !== 'EDIT_BY_COACH');
  return { ...line, reasons: [...others, { code: 'EDIT_BY_COACH', rule: 'EDIT', data: { fields } }] };
}

/** Pairs together. One that an edit has made impossible, by a jump or a second heavy lift in it, is parted as if by hand. */
export function settleLines(lines: Lines): Lines {
  const settled = settlePairs(
    lines.map((line) => {
      const partner = findPartnerOf(lines, line.slot);
      return partner && findPairBar(line, partner) !== null ? setLetter(line, null) : line;
    }),
  );
  return settled.map((line) =>
    line.superset ? line : { ...line, reasons: line.reasons.filter(({ code }) => code !== 'SUPERSET_FOR_TIME') },
  );
}
