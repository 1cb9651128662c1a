import { findViolation } from '@groundwork/db/violation';
import { invalidField, Refusal } from './errors.ts';

/** What the database's last word means to whoever asked: undefined for errors that are ours. */
export function findRefusalOfDatabase(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return undefined;
  const violation = findViolation(error);
  switch (violation?.constraint) {
    case 'capacity_never_oversold':
      return new Refusal('NO_SPOTS');
    case 'client_by_email':
      return invalidField('email', 'There is a client with this address already.');
    default:
      return undefined;
  }
}
