/** What one request has read: a page and the frame around it ask for the same roster, each in its own transaction. */
export type SharedReads = Map<string, Promise<unknown>>;

/**
 * Reads, or gives what the same request read already: it sees one answer however far apart its parts ask. A change made by the request lets go
 * of all of it. Whoever waits for a read under way may hold a connection meanwhile: the read has its own already.
 */
export function shareRead<Value>(reads: SharedReads, name: string, read: () => Promise<Value>): Promise<Value> {
  const known = reads.get(name) as Promise<Value> | undefined;
  if (known) return known;
  const started = read();
  reads.set(name, started);
  // A read that failed may be tried again.
  started.catch(() => reads.get(name) === started && reads.delete(name));
  return started;
}
