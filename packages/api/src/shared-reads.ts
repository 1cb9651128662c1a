/** What one request is reading just now: a page and the frame around it ask for the same roster, each in its own transaction. */
export type SharedReads = Map<string, Promise<unknown>>;

/**
 * Reads, or waits for the same read of the same request. Nothing is kept once it is there. Whoever waits may hold a connection meanwhile:
 * the one that it waits for has its own already.
 */
export function shareRead<Value>(reads: SharedReads, name: string, read: () => Promise<Value>): Promise<Value> {
  const underWay = reads.get(name) as Promise<Value> | undefined;
  if (underWay) return underWay;
  const started = read().finally(() => reads.delete(name));
  reads.set(name, started);
  return started;
}
