// The least that answers a typed call with one row: no page framework, no session, no practice.
import { createServer } from 'node:http';
import { initTRPC } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import pg from 'pg';
import superjson from 'superjson';
import { z } from 'zod';

const [port, databaseUrl] = process.argv.slice(2);
const user = pgSchema('identity').table('user', { id: uuid().primaryKey(), name: text(), email: text() });
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const read = drizzle({ client: pool })
  .select()
  .from(user)
  .where(eq(user.id, sql.placeholder('id')))
  .prepare('floor_read');
const t = initTRPC.create({ transformer: superjson });
const router = t.router({
  read: t.procedure.input(z.strictObject({ id: z.uuid() })).query(async ({ input }) => (await read.execute(input))[0]),
});
const procedures = createHTTPHandler({ router, basePath: '/api/trpc/' });
createServer((request, response) => {
  if (request.url === '/hello') response.end('hello');
  else procedures(request, response);
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
