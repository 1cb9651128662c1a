import type { PracticeScope, Reader, ReadScope, Writer } from './scope.ts';

interface Preparable<Prepared> {
  prepare(name: string): Prepared;
}

/**
 * A query that is built once per connection and parsed once by PostgreSQL: `const findClient = statement('find_client', (tx) =>
 * tx.select()…where(eq(client.id, sql.placeholder('id'))))`, then `findClient(scope).execute({ id })`. For queries of hot pages.
 * @param name Unique in the code base.
 */
export function statement<Prepared>(
  name: string,
  build: (tx: Reader) => Preparable<Prepared>,
): (scope: ReadScope) => Prepared {
  return remember(name, build);
}

/** As `statement`, for a query that writes. */
export function writeStatement<Prepared>(
  name: string,
  build: (tx: Writer) => Preparable<Prepared>,
): (scope: PracticeScope) => Prepared {
  return remember(name, build);
}

function remember<Tx extends object, Prepared>(name: string, build: (tx: Tx) => Preparable<Prepared>) {
  const prepared = new WeakMap<Tx, Prepared>();
  return (scope: { readonly tx: Tx }): Prepared => {
    const known = prepared.get(scope.tx);
    if (known !== undefined) return known;
    const made = build(scope.tx).prepare(name);
    prepared.set(scope.tx, made);
    return made;
  };
}
