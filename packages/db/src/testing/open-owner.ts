import pg from 'pg';

/** A way in as the tables' owner, who sees every practice: for arranging and looking, never for the code under test. */
export interface OwnerConnection {
  readonly ownerUrl: string;
  readonly owner: pg.Pool;
}

/** Outside Vitest: for browser tests and benchmarks against running apps. End `owner` when done. */
export function openOwner(ownerUrl: string): OwnerConnection {
  return { ownerUrl, owner: new pg.Pool({ connectionString: ownerUrl, max: 2 }) };
}
