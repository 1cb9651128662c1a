import { sql } from 'drizzle-orm';
import type { client } from './schema/client.ts';
import type { App } from './schema/identity.ts';
import type { member } from './schema/practice.ts';
import type { Writer } from './scope.ts';
import { askOnce, inTransaction } from './transaction.ts';

declare const proof: unique symbol;

/** A transaction on people and their sign-ins: it reaches schema `identity` and no practice. For packages/auth alone. */
export interface IdentityScope {
  readonly tx: Writer;
  readonly [proof]: true;
}

/** Runs work in one transaction as the auth role. Commits when the work resolves, rolls back when it throws. */
export function withIdentity<Value>(work: (scope: IdentityScope) => Promise<Value>): Promise<Value> {
  return inTransaction('auth', '', (tx) => work({ tx } as Omit<IdentityScope, symbol> as IdentityScope));
}

/** A session's user with everything that she belongs to. */
export interface SessionOwner {
  readonly userId: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly expires: Date;
  readonly staff: readonly {
    readonly practiceId: string;
    readonly memberId: string;
    readonly role: (typeof member.$inferSelect)['role'];
    readonly name: string;
  }[];
  readonly clients: readonly {
    readonly practiceId: string;
    readonly clientId: string;
    readonly name: string;
    readonly status: (typeof client.$inferSelect)['status'];
  }[];
}

/** The owner of a live session of an app, in one round trip. */
export async function findSessionOwner(tokenHash: string, app: App, at: Date): Promise<SessionOwner | undefined> {
  const { rows } = await askOnce('auth', (pool) =>
    pool.query<SessionOwner>({
      name: 'find_principals',
      text: `select user_id as "userId", email, created_at as "createdAt", expires, staff, clients
             from identity.find_principals($1, $2, $3)`,
      values: [tokenHash, app, at],
    }),
  );
  return rows[0];
}

/** Somebody who may sign in to an app, with the practice whose outbox carries her letter. */
export interface SignInAccount {
  readonly userId: string;
  readonly name: string;
  readonly practiceId: string;
  readonly practiceName: string;
}

export async function findSignInAccount(
  scope: IdentityScope,
  email: string,
  app: App,
): Promise<SignInAccount | undefined> {
  const { rows } = await scope.tx.execute<Record<keyof SignInAccount, string>>(
    sql`select user_id as "userId", name, practice_id as "practiceId", practice_name as "practiceName"
        from identity.find_sign_in(${email}, ${app})`,
  );
  return rows[0];
}

/** Everybody who wants to change what belongs to one address takes turns until the end of the transaction. */
export async function lockAddress(scope: IdentityScope, email: string): Promise<void> {
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 7480615))`);
}

/** Leaves it to the worker to find out whether somebody can be written to, and to write. The same for every address. */
export async function leaveSignInLetter(
  scope: IdentityScope,
  payload: { readonly requestId: string; readonly sealed: string },
): Promise<void> {
  await scope.tx.execute(sql`select identity.leave_sign_in_letter(${payload.requestId}, ${payload.sealed})`);
}

/** Puts a sealed letter (`sealBody`) into a practice's outbox, once, and leaves its sending to the worker. */
export async function writeAccountMail(
  scope: IdentityScope,
  letter: {
    readonly practiceId: string;
    readonly mailId: string;
    readonly recipient: string;
    readonly subject: string;
    readonly bodySealed: Buffer;
    /** Which letter it is. */
    readonly template: 'sign-in' | 'passkey';
  },
): Promise<void> {
  const { practiceId, mailId, recipient, subject, bodySealed, template } = letter;
  await scope.tx.execute(
    sql`select identity.write_mail(${practiceId}, ${mailId}, ${recipient}, ${subject}, ${bodySealed}, ${template})`,
  );
}

/** Notes in the audit logs of all practices that a person belongs to by an app what became of her ways in, in the transaction that changed them. */
export async function noteOfAccount(
  scope: IdentityScope,
  fact: { readonly userId: string; readonly app: App; readonly action: string; readonly at: Date },
): Promise<void> {
  const { userId, app, action, at } = fact;
  await scope.tx.execute(
    sql`select identity.note_of_account(${userId}, ${app}, ${action}, ${at.toISOString()}::timestamptz)`,
  );
}
