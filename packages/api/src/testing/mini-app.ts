import { readPractice, withPractice } from '@groundwork/db/scope';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { serveApp } from '../serve-app.ts';
import { anybody, router } from '../trpc.ts';

/** A program: the real server and the real database code around two procedures and a slow page, for tests of how a process lives and ends. */
const practiceId = process.env.MINI_PRACTICE_ID ?? '';

await serveApp({
  app: 'portal',
  port: Number(process.env.MINI_PORT),
  host: '127.0.0.1',
  publicUrl: `http://127.0.0.1:${process.env.MINI_PORT}`,
  inlineScripts: [],
  router: router({
    read: anybody.input(z.undefined()).query(() =>
      readPractice(practiceId, async ({ tx }) => {
        const { rows } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from audit_entry`);
        return rows[0]?.count ?? 0;
      }),
    ),
    hold: anybody.input(z.int()).mutation(({ input }) =>
      withPractice(practiceId, async ({ tx }) => {
        await tx.execute(sql`select pg_advisory_xact_lock_shared(4711), pg_sleep(${input / 1000})`);
        return true;
      }),
    ),
  }),
  pages: (request, response) => {
    const wait = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('wait') ?? 0);
    setTimeout(() => response.end('page'), wait);
  },
  onStop: async () => {},
});
