import pg from 'pg';

/** How often a database that is away is asked whether it is back, and how long it gets to answer. */
const probeEveryMs = 200;
const probeWithinMs = 1000;

interface Shared {
  away: boolean;
  /** The asking under way, while the database is in doubt. */
  probe: object | undefined;
}

// On globalThis because Next loads its own copy of this module beside the outer server's.
const key = Symbol.for('groundwork.availability');
const store = globalThis as typeof globalThis & { [key]?: Shared };
store[key] ??= { away: false, probe: undefined };
const shared: Shared = store[key];

/** Whether the database was asked and did not answer, and has not since: then nobody should wait for it. */
export const isDatabaseAway = (): boolean => shared.away;

/** Whether a connection broke and it is not known yet whether the database went with it. */
export const isDatabaseInDoubt = (): boolean => shared.probe !== undefined;

/** Takes note that a connection broke: asks in the background whether the database is there, until it is. */
export function suspectDatabase(url: string): void {
  if (shared.probe) return;
  const probe = {};
  shared.probe = probe;
  void ask(url, probe);
}

/** For who wants nothing of the database any more: it is in no doubt, and nobody asks after it. */
export function forgetDoubt(): void {
  shared.away = false;
  shared.probe = undefined;
}

async function ask(url: string, probe: object): Promise<void> {
  while (!(await answers(url))) {
    if (shared.probe !== probe) return;
    shared.away = true;
    await new Promise((settle) => setTimeout(settle, probeEveryMs).unref());
  }
  if (shared.probe === probe) forgetDoubt();
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
