import type { Prescription } from './program.ts';

const secondsPerRep = 4;
const secondsPerExplosiveRep = 2;
const secondsToSwitchSides = 5;

/** What a set's length hangs on. */
export type Worked = Pick<Prescription, 'measure' | 'amount' | 'perSide' | 'explosive' | 'tempo'>;

/** How long one set takes, both sides of it. */
export function estimateSetSeconds({ measure, amount, perSide, explosive, tempo }: Worked): number {
  const unit = measure === 'seconds' ? 1 : explosive ? secondsPerExplosiveRep : secondsOfTempo(tempo);
  return perSide ? 2 * amount * unit + secondsToSwitchSides : amount * unit;
}

/** "3-1-1" is five seconds a rep. */
function secondsOfTempo(tempo: string | null): number {
  if (tempo === null) return secondsPerRep;
  let sum = 0;
  for (const part of tempo.split('-')) sum += Number(part);
  return Number.isFinite(sum) && sum > 0 ? sum : secondsPerRep;
}
