import { formatPortalSession } from '@groundwork/auth/session';
import { deriveToken, makeToken } from '@groundwork/auth/token';
import { findPractice, type PublicPractice } from '@groundwork/db/practice-directory';
import { type PracticeScope, type ReadScope, readPractice, withPractice } from '@groundwork/db/scope';
import { initTRPC } from '@trpc/server';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import superjson, { type SuperJSONResult } from 'superjson';
import type { z } from 'zod';
import { findClientOfStaff } from './client-record.ts';
import type { ApiContext } from './context.ts';
import { findRefusalOfDatabase } from './database-refusals.ts';
import { type ApiErrorData, describeError, Refusal } from './errors.ts';
import { isDeeperThan, maxInputDepth } from './input-depth.ts';
import {
  type AskedOnce,
  findAnswer,
  forgetMutation,
  isRepeated,
  keepAnswer,
  mutationIdOf,
  noteMutation,
} from './once.ts';
import { serializeAnswer } from './serialize-answer.ts';
import { traceProcedure } from './trace-procedure.ts';

/** What came over the wire, unless it is no envelope of ours or nested too deeply to be looked at any further. */
function readInput(sent: SuperJSONResult): unknown {
  // Without it, anything at all would pass for the input of a procedure that takes none.
  if (!Object.hasOwn(Object(sent), 'json')) throw new Refusal('INVALID_INPUT');
  if (isDeeperThan(maxInputDepth, sent)) throw new Refusal('INVALID_INPUT');
  return superjson.deserialize(sent);
}

const t = initTRPC.context<ApiContext>().create({
  transformer: {
    input: { serialize: superjson.serialize, deserialize: readInput },
    output: { serialize: serializeAnswer, deserialize: superjson.deserialize },
  },
  errorFormatter: ({ shape, error, path }) => {
    const { message, ...data } = describeError(error);
    return { ...shape, message, data: { ...data, path: path ?? null } satisfies ApiErrorData };
  },
});

/** Where every rung begins. */
const procedure = t.procedure.use(async ({ ctx, path, type, next }) => {
  const outcome = await traceProcedure({ path, type }, next);
  if (type === 'mutation') ctx.sharedReads.clear();
  return outcome;
});

export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const createCallerFactory = t.createCallerFactory;

declare const rung: unique symbol;

export interface Staff {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'coach' | 'assistant';
}

/** A transaction in one practice, opened for somebody who works there. */
export type StaffScope = ReadScope & { readonly me: Staff; readonly [rung]: 'staff' };
/** The same for reading what leaves a trace: health. */
export type StaffAuditScope = PracticeScope & { readonly me: Staff; readonly [rung]: 'staff' };
/** The same for somebody who may change things: an assistant reads. */
export type WriterScope = PracticeScope & { readonly me: Staff; readonly [rung]: 'writer' };
/** A transaction opened for a client, about herself. */
export type ClientReadScope = ReadScope & { readonly me: { readonly clientId: string }; readonly [rung]: 'client' };
export type ClientScope = PracticeScope & { readonly me: { readonly clientId: string }; readonly [rung]: 'client' };
/** A transaction in the practice whose public page is open. Tokens prove the rest. */
export type VisitorReadScope = ReadScope & { readonly [rung]: 'visitor' };
export type VisitorScope = PracticeScope & { readonly [rung]: 'visitor' };

interface Outcome {
  readonly ok: boolean;
  readonly error?: unknown;
  readonly data?: unknown;
}

/** Runs the rest of the call in one transaction. A failed call rolls it back, unless the refusal says that what it wrote stays. */
async function writingIn<Result extends Outcome>(
  practiceId: string,
  asked: AskedOnce | undefined,
  run: (scope: PracticeScope) => Promise<Result>,
) {
  try {
    return await withPractice(practiceId, async (scope) => {
      const noted = asked ? noteMutation(scope, asked) : undefined;
      // Whoever waits for it below hears of its failure; until then it must not count as unhandled.
      noted?.catch(() => {});
      const outcome = await run(scope).catch(async (error: unknown) => {
        // Once the note was refused, whatever came after it failed for that reason alone.
        await noted;
        throw error;
      });
      await noted;
      const stays = outcome.ok || (outcome.error instanceof Refusal && outcome.error.keepsChanges);
      if (!stays) throw outcome.error;
      if (asked) await (outcome.ok ? keepAnswer(scope, asked, outcome.data) : forgetMutation(scope, asked));
      return outcome;
    });
  } catch (error) {
    // What the first call was answered, in the form that the rest of the call would have given it.
    if (asked && isRepeated(error)) {
      return { ok: true, marker: middlewareMarker, data: await findAnswer(practiceId, asked) } as unknown as Result;
    }
    throw findRefusalOfDatabase(error) ?? error;
  }
}

interface Call {
  readonly ctx: ApiContext;
  readonly type: string;
  readonly path: string;
  readonly input: unknown;
}

/** What makes a call of an asker the same call: undefined where the asker gave it no id. */
function askedOnce({ ctx, type, path, input }: Call, asker: string): AskedOnce | undefined {
  if (type !== 'mutation' || ctx.mutationKey === undefined) return undefined;
  return { id: mutationIdOf({ key: ctx.mutationKey, asker, path, input }), now: ctx.now };
}

function readingIn<Result extends Outcome>(practiceId: string, run: (scope: ReadScope) => Promise<Result>) {
  return readPractice(practiceId, async (scope) => {
    const outcome = await run(scope);
    if (!outcome.ok) throw outcome.error;
    return outcome;
  });
}

const signedIn = procedure.use(async ({ ctx, next }) => {
  const principal = await ctx.findPrincipal();
  if (!principal || principal.app !== ctx.app) throw new Refusal('UNAUTHENTICATED');
  return next({ ctx: { principal } });
});

/** Whoever is signed in to the app that asks, about her own account: it belongs to no practice. */
export const account = <Input extends z.ZodType>(input: Input) => signedIn.input(input);

const memberOnly = signedIn.use(async ({ ctx, next }) => {
  const membership = ctx.app === 'coach' ? ctx.principal.staff[0] : undefined;
  if (!membership) throw new Refusal('FORBIDDEN');
  const { practiceId, memberId, role, name } = membership;
  const me: Staff = { memberId, role, name, email: ctx.principal.email };
  return next({ ctx: { practiceId, me } });
});

const writerOnly = memberOnly.use(async ({ ctx, next }) => {
  if (ctx.me.role === 'assistant') throw new Refusal('FORBIDDEN');
  return next();
});

const runnerOnly = signedIn.use(async ({ ctx, next }) => {
  const place = ctx.app === 'portal' ? ctx.principal.clients.find(({ status }) => status !== 'archived') : undefined;
  if (!place) throw new Refusal('FORBIDDEN');
  return next({ ctx: { practiceId: place.practiceId, me: { clientId: place.clientId } } });
});

type ClientInput = z.ZodType<{ clientId: string }>;

/** Anybody who works in the practice, reading. */
export const staff = <Input extends z.ZodType>(input: Input) =>
  memberOnly
    .input(input)
    .use(({ ctx, next }) =>
      readingIn(ctx.practiceId, (scope) => next({ ctx: { scope: { ...scope, me: ctx.me } as StaffScope } })),
    );

/** Whoever may see this client: her coach, the owner, an assistant. Reading health leaves a trace, so it may write. */
export const staffOfClient = <Input extends ClientInput>(input: Input) =>
  memberOnly.input(input).use(({ ctx, input: { clientId }, next }) =>
    writingIn(ctx.practiceId, undefined, async (opened) => {
      const scope = { ...opened, me: ctx.me } as StaffAuditScope;
      return next({ ctx: { scope, client: await findClientOfStaff({ scope, clientId }) } });
    }),
  );

/** Owners and coaches: an assistant reads. */
export const writer = <Input extends z.ZodType>(input: Input) =>
  writerOnly.input(input).use((call) => {
    const { ctx, next } = call;
    return writingIn(ctx.practiceId, askedOnce(call, ctx.principal.userId), (scope) =>
      next({ ctx: { scope: { ...scope, me: ctx.me } as WriterScope } }),
    );
  });

const ownerOnly = memberOnly.use(async ({ ctx, next }) => {
  if (ctx.me.role !== 'owner') throw new Refusal('FORBIDDEN');
  return next();
});

/** The owner alone, reading what goes over every client of the practice. */
export const owner = <Input extends z.ZodType>(input: Input) =>
  ownerOnly
    .input(input)
    .use(({ ctx, next }) =>
      readingIn(ctx.practiceId, (scope) => next({ ctx: { scope: { ...scope, me: ctx.me } as StaffScope } })),
    );

/** The owner alone, changing what holds for the whole practice. */
export const ownerWrites = <Input extends z.ZodType>(input: Input) =>
  ownerOnly.input(input).use((call) => {
    const { ctx, next } = call;
    return writingIn(ctx.practiceId, askedOnce(call, ctx.principal.userId), (scope) =>
      next({ ctx: { scope: { ...scope, me: ctx.me } as WriterScope } }),
    );
  });

/** Whoever coaches this client. */
export const writerOfClient = <Input extends ClientInput>(input: Input) =>
  writerOnly.input(input).use((call) => {
    const { ctx, input, next } = call;
    return writingIn(ctx.practiceId, askedOnce(call, ctx.principal.userId), async (opened) => {
      const scope = { ...opened, me: ctx.me } as WriterScope;
      return next({ ctx: { scope, client: await findClientOfStaff({ scope, clientId: input.clientId }) } });
    });
  });

/** A client, reading her own rows. */
export const runner = <Input extends z.ZodType>(input: Input) =>
  runnerOnly
    .input(input)
    .use(({ ctx, next }) =>
      readingIn(ctx.practiceId, (scope) => next({ ctx: { scope: { ...scope, me: ctx.me } as ClientReadScope } })),
    );

/** A client, writing her own rows. */
export const runnerWrites = <Input extends z.ZodType>(input: Input) =>
  runnerOnly.input(input).use((call) => {
    const { ctx, next } = call;
    return writingIn(ctx.practiceId, askedOnce(call, ctx.principal.userId), (scope) =>
      next({ ctx: { scope: { ...scope, me: ctx.me } as ClientScope } }),
    );
  });

type SlugInput = z.ZodType<{ slug: string }>;

async function practiceOf(slug: string): Promise<PublicPractice> {
  const practice = await findPractice(slug);
  if (practice === undefined) throw new Refusal('NOT_FOUND');
  return practice;
}

/** Anybody at all, asking what belongs to no practice. */
export const anybody = procedure;

/** Anybody at all, reading in the practice that the address names. */
export const visitor = <Input extends SlugInput>(input: Input) =>
  procedure.input(input).use(async ({ input: { slug }, next }) => {
    const practice = await practiceOf(slug);
    return readingIn(practice.id, (scope) => next({ ctx: { practice, scope: scope as VisitorReadScope } }));
  });

/** Anybody at all, writing there: a mailed token proves what may be changed. */
export const visitorWrites = <Input extends SlugInput>(input: Input) =>
  procedure.input(input).use(async (call) => {
    const practice = await practiceOf(call.input.slug);
    return writingIn(practice.id, askedOnce(call, 'visitor'), (scope) =>
      call.next({ ctx: { practice, scope: scope as VisitorScope } }),
    );
  });

/**
 * The same for what signs her in. Sent again under its id, because the answer was lost and the cookies with it, it brings the same cookies again: the
 * session's token follows from the id, which the page made at random.
 */
export const visitorSignsIn = <Input extends SlugInput>(input: Input) =>
  procedure.input(input).use(async (call) => {
    const { ctx, next } = call;
    const practice = await practiceOf(call.input.slug);
    const asked = askedOnce(call, 'visitor');
    const sessionToken = asked ? deriveToken(`${ctx.mutationKey}/${asked.id}`) : makeToken();
    // They wait for the commit, because the work may be done again before it.
    let cookies: readonly string[] = [];
    let done: unknown;
    const outcome = await writingIn(practice.id, asked, async (scope) => {
      cookies = [];
      const keepCookies = (...headers: readonly string[]) => {
        cookies = headers;
      };
      const result = await next({ ctx: { practice, scope: scope as VisitorScope, sessionToken, keepCookies } });
      done = result;
      return result;
    });
    // Another outcome than this work's is an earlier call's.
    const isRepetition = outcome !== done;
    for (const header of isRepetition ? [formatPortalSession(sessionToken, ctx.now)] : cookies) ctx.setCookie(header);
    return outcome;
  });
