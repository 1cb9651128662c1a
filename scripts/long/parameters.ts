/** How much of everything a suite does: all of it, or enough to see that it works. One place, so that the figures say what they are of. */
export const parameters = {
  full: {
    crash: { appKills: 50, databaseKills: 50, bothKills: 20, writers: 8, readyWithinMs: 2000 },
    mail: { kills: 100 },
    oversell: { rounds: 50, people: 500, spots: 20 },
    logSets: { sets: 5000, mostSends: 5 },
    outage: { awayMs: 10_000, backWithinMs: 5000, readers: 8 },
    rollingRestart: { restarts: 20, perSecond: 50, drainMs: 500 },
    upgrade: { rows: 1_000_000, perSecond: 50 },
    backup: { clients: 50, logs: 20_000 },
    fleet: { practices: 5, drainMs: 2000 },
    pool: { size: 4, heldMs: 10_000, askers: 60 },
    plans: { practices: 3, clients: 60 },
    guards: { share: 1 },
    simulate: { runners: 1000 },
    hostile: { runs: 1000, lookEvery: 10 },
  },
  quick: {
    crash: { appKills: 2, databaseKills: 2, bothKills: 1, writers: 4, readyWithinMs: 2000 },
    mail: { kills: 4 },
    oversell: { rounds: 2, people: 100, spots: 5 },
    logSets: { sets: 200, mostSends: 5 },
    outage: { awayMs: 2000, backWithinMs: 5000, readers: 4 },
    rollingRestart: { restarts: 2, perSecond: 20, drainMs: 300 },
    upgrade: { rows: 20_000, perSecond: 20 },
    backup: { clients: 3, logs: 500 },
    fleet: { practices: 1, drainMs: 2000 },
    pool: { size: 2, heldMs: 2500, askers: 12 },
    plans: { practices: 2, clients: 12 },
    // Every twentieth.
    guards: { share: 20 },
    simulate: { runners: 50 },
    hostile: { runs: 20, lookEvery: 10 },
  },
} as const;

export type Parameters = (typeof parameters)[keyof typeof parameters];
