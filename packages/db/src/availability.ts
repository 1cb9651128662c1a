import pg from 'pg';

/** How often a database that is away is asked whether it is back, and how long it gets to answer. */
const probeEveryMs = 200;
const probeWithinMs = 1000;

interface Shared {
  away: boolean;
  probing: boolean;
}

// On globalThis because Next loads its own copy of this module beside the outer server's.
const key = Symbol.for('groundwork.availability');
const store = globalThis as typeof globalThis & { [key]?: Shared };
store[key] ??= { away: false, probing: false };
const shared: Shared = store[key];

/** Whether the database was asked and did not answer, and has not since: then nobody should wait for it. */
export const isDatabaseAway = (): boolean => shared.away;

/** Whether a connection broke and it is not known yet whether the database went with it. */
export const isDatabaseInDoubt = (): boolean => shared.probing;

/** Takes note that a connection broke: asks in the background whether the database is there, until it is. */
export function suspectDatabase(url: string): void {
  if (shared.probing) return;
  shared.probing = true;
  void probe(url);
}

async function probe(url: string): Promise<void> {
  while (!(await answers(url))) {
    shared.away = true;
    await new Promise((settle) => setTimeout(settle, probeEveryMs).unref());
  }
  shared.away = false;
  shared.probing = false;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: probeWithinMs,
    query_timeout: probeWithinMs,
    application_name: 'groundwork-probe',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
