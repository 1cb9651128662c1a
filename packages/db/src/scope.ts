import { type Connection, findTransaction } from './connect.ts';
import { inTransaction, type TransactionOptions } from './transaction.ts';

declare const readProof: unique symbol;
declare const writeProof: unique symbol;

/** What can be read with: no writes, no transaction inside the transaction. */
export type Reader = Pick<
  Connection,
  'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | '$count' | 'execute'
>;
export type Writer = Reader & Pick<Connection, 'insert' | 'update' | 'delete'>;

/** Proof that row-level security is set to one practice for the transaction under way. Every query function takes one; only this file makes them. */
export interface ReadScope {
  readonly tx: Reader;
  readonly practiceId: string;
  readonly [readProof]: true;
}

/** A `ReadScope` that may write. */
export interface PracticeScope extends ReadScope {
  readonly tx: Writer;
  readonly [writeProof]: true;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Runs work in one transaction that sees and writes one practice's rows and nothing else. Commits when the work resolves, rolls back when it
 * throws. Call it once per request and hand the scope on: a scope cannot be opened inside another, by its type (`scope.tx` has no
 * `transaction`) and at run time.
 * @throws what the work throws; an Error inside another scope.
 */
export function withPractice<Value>(
  practiceId: string,
  work: (scope: PracticeScope) => Promise<Value>,
  options: TransactionOptions = {},
): Promise<Value> {
  return inTransaction('app', opening(practiceId), (tx) => work(scopeOf(tx, practiceId)), options);
}

/** As `withPractice`, for reads alone: the database refuses a write, and the answer does not wait for the commit, one round trip less. */
export function readPractice<Value>(practiceId: string, work: (scope: ReadScope) => Promise<Value>): Promise<Value> {
  return inTransaction('app', opening(practiceId), (tx) => work(scopeOf(tx, practiceId)), { readOnly: true });
}

function opening(practiceId: string): string {
  if (findTransaction()?.role === 'app') {
    throw new Error('A practice scope is already open: pass it on instead of opening another');
  }
  // The id becomes part of a statement without parameters, so its form is proved first.
  if (!uuid.test(practiceId)) throw new Error('A practice id must be a UUID');
  return `set local groundwork.practice_id = '${practiceId}'`;
}

// The only cast: the statement above it has set the practice.
const scopeOf = (tx: Connection, practiceId: string) =>
  ({ tx, practiceId }) as Omit<PracticeScope, symbol> as PracticeScope;
