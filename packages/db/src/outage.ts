/** SQLSTATEs of a server that ends, starts, or has no connection left. Class 08 is a broken connection. */
const awayCodes = new Set(['57P01', '57P02', '57P03', '53300', '53200']);
const networkCodes = /^(E[A-Z]+|08[0-9A-Z]{3})$/;
/** What `pg` says where it gives no code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after|The database does not answer)/;

/** Thrown instead of asking a database that is known to be away: nobody waits for what will not come. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  constructor() {
    super('The database does not answer');
  }
}

/** Whether somebody waited for a connection of the pool as long as anybody should: once is enough. */
export const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

/** Whether an error means that the database could not be asked at all, as opposed to an answer that was no. */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') {
      if (awayCodes.has(cause.code) || networkCodes.test(cause.code)) return true;
      // A refusal by PostgreSQL, whatever its words.
      if (/^[0-9A-Z]{5}$/.test(cause.code)) return false;
    }
    if (awayWords.test(cause.message)) return true;
  }
  return false;
}
