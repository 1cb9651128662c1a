// How long a session takes. The article gives no figures; these are product decisions, checked against its 3 × 6 sessions
// (four exercises with three minutes' rest: about 40 minutes).
import type { Prescription } from './program.ts';

const warmUpSeconds = 300;
/** Walking over, loading the bar, reading the cues; in place of the rest after an exercise's last set. */
const changeoverSeconds = 60;
const secondsPerRep = 4;
const secondsPerExplosiveRep = 2;
const secondsToSwitchSides = 5;

type Timed = Pick<Prescription, 'sets' | 'measure' | 'amount' | 'perSide' | 'restSeconds' | 'explosive' | 'tempo'>;

/** Whole minutes, warm-up, rests and the walk between exercises included; rounded up. 0 for no exercises. */
export function estimateMinutes(prescriptions: readonly Timed[]): number {
  if (prescriptions.length === 0) return 0;
  let seconds = warmUpSeconds;
  for (const prescription of prescriptions) seconds += secondsOf(prescription);
  return Math.ceil(seconds / 60);
}

function secondsOf({ sets, measure, amount, perSide, restSeconds, explosive, tempo }: Timed): number {
  const unit = measure === 'seconds' ? 1 : explosive ? secondsPerExplosiveRep : secondsOfTempo(tempo);
  const work = perSide ? 2 * amount * unit + secondsToSwitchSides : amount * unit;
  return sets * work + (sets - 1) * restSeconds + changeoverSeconds;
}

/** "3-1-1" is five seconds a rep. */
function secondsOfTempo(tempo: string | null): number {
  if (tempo === null) return secondsPerRep;
  let sum = 0;
  for (const part of tempo.split('-')) sum += Number(part);
  return Number.isFinite(sum) && sum > 0 ? sum : secondsPerRep;
}
