import type { RosterClient } from './roster.ts';

/** A client with the stamps that she was read under. */
export interface KeptClient {
  readonly stamps: string;
  readonly client: RosterClient;
}

/** What one asker was answered last. */
export interface KeptRoster {
  /** What day it was everywhere. */
  readonly dates: string;
  /** Who was to be seen under which stamps, as the database wrote it. */
  readonly changes: string;
  /** By name. */
  readonly clients: readonly RosterClient[];
  readonly entries: ReadonlyMap<string, KeptClient>;
}

/** Of all rosters together; a client is some 3 KB. */
const mostClients = 10_000;

// On globalThis because Next loads its own copy of this module beside the outer server's.
const key = Symbol.for('groundwork.rosters');
const store = globalThis as typeof globalThis & { [key]?: Map<string, KeptRoster> };
store[key] ??= new Map();
/** By asker, whoever asked longest ago first. */
const rosters = store[key];

/** What an asker was answered last, if it was for the same dates. */
export function findKeptRoster(asker: string, dates: string): KeptRoster | undefined {
  const kept = rosters.get(asker);
  if (kept === undefined || kept.dates !== dates) return undefined;
  rosters.delete(asker);
  rosters.set(asker, kept);
  return kept;
}

/** Keeps an answer in the place of the last one, and lets go of others where there are too many. */
export function keepRoster(asker: string, roster: KeptRoster): void {
  rosters.delete(asker);
  rosters.set(asker, roster);
  let count = 0;
  for (const { clients } of rosters.values()) count += clients.length;
  for (const [oldest, { clients }] of rosters) {
    if (count <= mostClients) break;
    rosters.delete(oldest);
    count -= clients.length;
  }
}
