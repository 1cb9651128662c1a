import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Pace {
  /** Calls a second: the median of three rounds. */
  readonly perSecond: number;
  /** Bytes that a result keeps alive, over a thousand of them held at once; what they share is counted once. */
  readonly bytesHeld: number;
}

/** How long is measured, in seconds. */
export interface Spans {
  readonly warmUp: number;
  readonly round: number;
}

const ROUNDS = 3;
const HELD = 1_000;

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Times a call over and over, with the number of the call, so that it can take its inputs in turn. */
export function timeCalls(call: (turn: number) => unknown, spans: Spans): Pace {
  run(call, spans.warmUp);
  const rounds = Array.from({ length: ROUNDS }, () => run(call, spans.round)).sort((one, other) => one - other);
  return { perSecond: rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN, bytesHeld: weigh(call) };
}

function run(call: (turn: number) => unknown, seconds: number): number {
  const began = performance.now();
  const end = began + seconds * 1000;
  let turn = 0;
  let kept: unknown;
  // The clock is read once in a batch: it costs as much as a week's placement.
  let batch = 1;
  for (let now = began; now < end; now = performance.now()) {
    const start = now;
    for (let one = 0; one < batch; one += 1) kept = call(turn + one);
    turn += batch;
    if (performance.now() - start < 1) batch *= 2;
  }
  if (kept === call) throw new Error('A call returned itself.');
  return turn / ((performance.now() - began) / 1000);
}

function weigh(call: (turn: number) => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const held = Array.from({ length: HELD }, (_, turn) => call(turn));
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  return held.length === HELD ? Math.max(0, (after - before) / HELD) : Number.NaN;
}
