// How long a session takes. The article gives no figures; these are product decisions, checked against its 3 × 6 sessions
// (four exercises with three minutes' rest: about 40 minutes).
import type { Prescription } from './program.ts';
import { estimateSetSeconds, type Worked } from './set-seconds.ts';
import { listTurns, restAfterRound, secondsToTurn } from './turns.ts';
import { planWarmUp, type WarmUpLine } from './warm-up.ts';

/** Walking over, loading the bar, reading the cues; in place of the rest after an exercise's last set. */
const changeoverSeconds = 60;
type Timed = Pick<Prescription, 'sets' | 'restSeconds' | 'superset'> & WarmUpLine & Worked;
/**
 * Whole minutes, warm-up, rests and the walk between exercises included; rounded up. A pair is timed by turns, each
 * exercise with its own rest in full. 0 for no exercises.
 */
export function estimateMinutes(prescriptions: readonly Timed[]): number {
  if (prescriptions.length === 0) return 0;
  let seconds = planWarmUp(prescriptions).seconds + prescriptions.length * changeoverSeconds;
  for (const turn of listTurns(prescriptions)) seconds += secondsOfTurn(turn);
  return Math.ceil(seconds / 60);
}

function secondsOfTurn([lead, second]: readonly Timed[]): number {
  if (!lead) return 0;
  const work = estimateSetSeconds(lead);
  if (!second) return lead.sets * work + (lead.sets - 1) * lead.restSeconds;
  const secondWork = estimateSetSeconds(second);
  const owed = restAfterRound([
    { restSeconds: lead.restSeconds, passedSeconds: secondsToTurn + secondWork, waitSeconds: 0 },
    { restSeconds: second.restSeconds, passedSeconds: 0, waitSeconds: work + secondsToTurn },
  ]);
  const rest = Math.max(owed, secondsToTurn);
  const rounds = Math.min(lead.sets, second.sets);
  // One way over is the second exercise's changeover, unless all of them fall into the first one's rests.
  const ways = lead.sets > second.sets ? rounds : rounds - 1;
  const together = rounds * (work + secondWork) + ways * secondsToTurn + (rounds - 1) * rest;
  const longer = lead.sets > second.sets ? lead : second;
  const extra = longer.sets - rounds;
  if (extra === 0) return together;
  const passed = longer === lead ? secondsToTurn + secondWork : 0;
  const restAlone = Math.max(longer.restSeconds - passed, secondsToTurn);
  return together + restAlone + extra * estimateSetSeconds(longer) + (extra - 1) * longer.restSeconds;
}
