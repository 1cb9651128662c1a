import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { mutation } from '@groundwork/db/schema/mutation';
import { type PracticeScope, readPractice } from '@groundwork/db/scope';
import { seal, unseal } from '@groundwork/db/seal';
import { findViolation } from '@groundwork/db/violation';
import { and, eq, lt } from 'drizzle-orm';
import superjson from 'superjson';
import { serializeAnswer } from './serialize-answer.ts';

/** Whoever lost an answer asks again within minutes; after a day the note goes. */
const keptMs = 86_400_000;

/** A change that is to happen once, however often it is asked for. */
export interface AskedOnce {
  readonly id: string;
  readonly now: Date;
}

/** Long enough not to be met by chance; what is none is not taken for one. */
export const isMutationKey = (key: unknown): key is string => typeof key === 'string' && /^[\w-]{16,64}$/.test(key);

/** The id under which a call is noted: the asker's own, for what she asks. Somebody else's of the same name is another. */
export function mutationIdOf(asked: {
  /** What the asker's program made up for this one change. */
  readonly key: string;
  readonly asker: string;
  readonly path: string;
  readonly input: unknown;
}): string {
  const { key, asker, path, input } = asked;
  const hash = createHash('sha256')
    .update(JSON.stringify([key, asker, path, superjson.stringify(input)]))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Notes the change at the head of its transaction. It leaves with the first query of the work and costs no wait of its own; when the change was
 * noted before, it fails and everything after it with it (`isRepeated`). Two at once take turns here.
 */
export async function noteMutation(scope: PracticeScope, { id, now }: AskedOnce): Promise<void> {
  const { practiceId, tx } = scope;
  const longAgo = new Date(now.getTime() - keptMs);
  await Promise.all([
    tx.insert(mutation).values({ practiceId, id, at: now }),
    tx.delete(mutation).where(and(eq(mutation.practiceId, practiceId), lt(mutation.at, longAgo))),
  ]);
}

/** Whether a transaction failed because its change was made before. */
export const isRepeated = (error: unknown): boolean => findViolation(error)?.constraint === 'mutation_once';

/** Keeps the answer beside the note, in the same transaction. */
export async function keepAnswer(scope: PracticeScope, { id }: AskedOnce, answer: unknown): Promise<void> {
  const { practiceId, tx } = scope;
  const packed = deflateRawSync(JSON.stringify(serializeAnswer(answer)), { level: 1 }).toString('base64');
  await tx
    .update(mutation)
    .set({ answerSealed: seal(packed, { practiceId, rowId: id }) })
    .where(and(eq(mutation.practiceId, practiceId), eq(mutation.id, id)));
}

/** Takes the note back: what was asked was refused and may be asked again. */
export async function forgetMutation(scope: PracticeScope, { id }: AskedOnce): Promise<void> {
  await scope.tx.delete(mutation).where(and(eq(mutation.practiceId, scope.practiceId), eq(mutation.id, id)));
}

/** The answer that the first one got. */
export async function findAnswer(practiceId: string, { id }: AskedOnce): Promise<unknown> {
  const [row] = await readPractice(practiceId, ({ tx }) =>
    tx
      .select()
      .from(mutation)
      .where(and(eq(mutation.practiceId, practiceId), eq(mutation.id, id))),
  );
  const sealed = row?.answerSealed;
  if (!sealed) throw new Error('A change was noted without its answer');
  const packed = String(unseal(sealed, { practiceId, rowId: id }));
  return superjson.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
}
