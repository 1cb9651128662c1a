import { randomBytes } from 'node:crypto';
import type { IdentityScope } from '@groundwork/db/identity';
import { newId } from '@groundwork/db/new-id';
import { passkeyChallenge } from '@groundwork/db/schema/identity';
import { and, eq, gt, inArray, lt } from 'drizzle-orm';
import type { App } from './app.ts';

/** How long a question waits for its answer. */
export const challengeMinutes = 5;
/** A browser that asks again within a minute gets the same question: its first answer was lost on the way. */
const repeatMs = 60_000;

const lifeMs = challengeMinutes * 60_000;

/** Who is asked: one browser of one app, and whose new passkey it is for; nobody's where the passkey is to say who it is. */
export interface Asked {
  readonly app: App;
  readonly purpose: 'register' | 'sign-in';
  readonly userId: string | null;
  /** SHA-256 of a secret that this browser alone has. */
  readonly browserHash: string;
}

export interface Challenge {
  readonly id: string;
  /** 32 random bytes, base64url. */
  readonly challenge: string;
  readonly expires: Date;
}

/** What a browser was asked within the last minute. */
export async function findFreshChallenge(
  { tx }: IdentityScope,
  asked: Asked,
  now: Date,
): Promise<Challenge | undefined> {
  const [known] = await tx
    .select()
    .from(passkeyChallenge)
    .where(liveOf(asked, new Date(now.getTime() + lifeMs - repeatMs)));
  return known;
}

/** Asks a browser something that only a passkey can answer. An older question of it is void. */
export async function askChallenge({ tx }: IdentityScope, asked: Asked, now: Date): Promise<Challenge> {
  const row = {
    id: newId(),
    challenge: randomBytes(32).toString('base64url'),
    expires: new Date(now.getTime() + lifeMs),
    ...asked,
  };
  const over = tx
    .select({ id: passkeyChallenge.id })
    .from(passkeyChallenge)
    .where(lt(passkeyChallenge.expires, now))
    .limit(100);
  await tx
    .delete(passkeyChallenge)
    .where(
      and(
        eq(passkeyChallenge.browserHash, asked.browserHash),
        eq(passkeyChallenge.app, asked.app),
        eq(passkeyChallenge.purpose, asked.purpose),
      ),
    );
  await Promise.all([
    tx.insert(passkeyChallenge).values(row),
    tx.delete(passkeyChallenge).where(inArray(passkeyChallenge.id, over)),
  ]);
  return row;
}

/** What a browser was asked and has not answered; two where it was asked twice at the same moment, none where none is still good. */
export async function findChallenges({ tx }: IdentityScope, asked: Asked, now: Date): Promise<readonly string[]> {
  const live = await tx.select().from(passkeyChallenge).where(liveOf(asked, now));
  return live.map(({ challenge }) => challenge);
}

/** Takes back what a browser was asked, so that nothing answers it twice. */
export async function takeChallenges({ tx }: IdentityScope, asked: Asked, now: Date): Promise<readonly string[]> {
  const taken = await tx
    .delete(passkeyChallenge)
    .where(liveOf(asked, now))
    .returning({ challenge: passkeyChallenge.challenge });
  return taken.map(({ challenge }) => challenge);
}

const liveOf = (asked: Asked, now: Date) =>
  and(
    eq(passkeyChallenge.browserHash, asked.browserHash),
    eq(passkeyChallenge.app, asked.app),
    eq(passkeyChallenge.purpose, asked.purpose),
    gt(passkeyChallenge.expires, now),
    asked.userId === null ? undefined : eq(passkeyChallenge.userId, asked.userId),
  );
