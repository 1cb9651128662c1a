import type { DosePartKind } from '@groundwork/engine/format-prescription';
import { estimateSetSeconds } from '@groundwork/engine/set-seconds';
import { listTurns, restAfterRound, secondsToTurn } from '@groundwork/engine/turns';
import type { LoggedSets } from '../training-log/merge-set-logs.ts';
import type { SessionLine } from './session-line.ts';
import type { SetPlace } from './set-draft.ts';

type Line = Pick<
  SessionLine,
  'prescriptionId' | 'superset' | 'sets' | 'measure' | 'amount' | 'perSide' | 'explosive' | 'tempo' | 'restSeconds'
>;

/** The exercises that are done by turns with the one at `index`, itself among them, in order. */
export const listPartners = <One extends Pick<Line, 'superset'>>(
  lines: readonly One[],
  index: number,
): readonly One[] => listTurns(lines).find((turn) => turn.some((line) => line === lines[index])) ?? [];

/** Which of a pair it is; undefined for an exercise on its own. */
export function findPairPlace(lines: readonly Pick<Line, 'superset'>[], index: number): 'first' | 'second' | undefined {
  const turn = listPartners(lines, index);
  if (turn.length === 1) return undefined;
  return turn[0] === lines[index] ? 'first' : 'second';
}

/** The rest of a pair stands on its first exercise; the second is done inside it. */
export const withoutRest = (lines: readonly Pick<Line, 'superset'>[], index: number): readonly DosePartKind[] =>
  findPairPlace(lines, index) === 'second' ? ['rest'] : [];

/**
 * Seconds to rest after the set just confirmed, before the `open` one. None inside a round of a pair; behind it, what the
 * lift is still owed since its own set, so that the partner's set was done inside the rest.
 */
export function planRest(
  lines: readonly Line[],
  logged: LoggedSets,
  confirmed: SetPlace,
  open: SetPlace,
  now: number,
): number {
  const current = lines[confirmed.line];
  if (!current) return 0;
  const turn = listPartners(lines, confirmed.line);
  const isSameTurn = turn.some((line) => line === lines[open.line]);
  if (turn.length === 1) return current.restSeconds;
  if (isSameTurn && open.setNumber <= confirmed.setNumber) return 0;
  const lastAt = ({ prescriptionId }: Line): number | undefined => {
    const times = [...(logged.get(prescriptionId)?.values() ?? [])].map(({ loggedAt }) => Date.parse(loggedAt));
    return times.length === 0 ? undefined : Math.max(...times);
  };
  let wait = 0;
  const owed = turn.flatMap((line) => {
    const waitSeconds = wait;
    const goesOn = isSameTurn && line.sets > confirmed.setNumber;
    if (goesOn) wait += estimateSetSeconds(line) + secondsToTurn;
    const at = line === current ? now : lastAt(line);
    if (at === undefined || (isSameTurn && !goesOn)) return [];
    return [{ restSeconds: line.restSeconds, passedSeconds: Math.max(0, (now - at) / 1000), waitSeconds }];
  });
  return Math.ceil(restAfterRound(owed));
}
