import pg from 'pg';

/** A way in as the tables' owner, who sees every practice: for operators, and for tests to arrange and look. */
export interface OwnerConnection {
  readonly ownerUrl: string;
  readonly owner: pg.Pool;
}

/** For operators' commands, browser tests and benchmarks. End `owner` when done. */
export function openOwner(ownerUrl: string): OwnerConnection {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  // An idle connection that dies is replaced; without a listener it would end the process.
  owner.on('error', () => {});
  return { ownerUrl, owner };
}
