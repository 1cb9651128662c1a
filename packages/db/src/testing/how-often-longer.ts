/**
 * How often one of the first times is longer than one of the others, of all pairs, 0 to 1: a half when time tells nothing. By rank, so that a
 * pause of the machine counts once.
 */
export function howOftenLonger(times: readonly number[], others: readonly number[]): number {
  const pairs = times.flatMap((one) => others.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
  return pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
}
