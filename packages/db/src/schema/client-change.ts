import { foreignKey, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { client } from './client.ts';

/**
 * The state that a client's rows are in, by a name that never comes twice: whoever read them under the same stamps has them as they are.
 * Several where writers met. Written by triggers alone (`change-stamps.ts`).
 */
export const clientChange = pgTable(
  'client_change',
  {
    practiceId: uuid().notNull(),
    clientId: uuid().notNull(),
    stamp: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.clientId, t.stamp] }),
    foreignKey({
      name: 'client_change_client',
      columns: [t.practiceId, t.clientId],
      foreignColumns: [client.practiceId, client.id],
    }).onDelete('cascade'),
  ],
);
