import { type ClientRules, rulesFor } from '@groundwork/engine/adapt/rule-set';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import type { Weekday } from '@groundwork/engine/vocabulary';
import { listProfileGaps } from '../client-profile.ts';
import { findOnlyCoach } from '../client-record.ts';
import { findOwnPractice, type PracticeRecord } from '../own-practice.ts';
import type { ProgramBlocks } from '../program-blocks.ts';
import { loadRuleSet } from '../rule-set.ts';
import { toRunningWeek } from '../running-weeks.ts';
import { type SharedReads, shareRead } from '../shared-reads.ts';
import { findToday } from '../today.ts';
import type { StaffScope } from '../trpc.ts';
import type { ProfileGap } from '../views/client.ts';
import type { ClientStatus, DoneCount, NextSession } from '../views/client-row.ts';
import type { StoredRunningWeek } from '../views/running.ts';
import type { SessionState } from '../views/session.ts';
import { findKeptRoster, type KeptClient, keepRoster } from './kept-rosters.ts';
import {
  findChanges,
  findRosterFacts,
  type RosterFacts,
  type RosterProgramFacts,
  type WeekSession,
} from './roster-statement.ts';

/** What was due of a client and not done. */
interface MissedSessions {
  /** In the last 30 days. */
  readonly count: number;
  readonly first: PlainDate | null;
  /** After the day on which she last began a session; 0 when she never did. */
  readonly sinceTrained: number;
  /** In the last week. */
  readonly lately: number;
  /** The latest of the last week's. */
  readonly last: { readonly sessionId: string; readonly date: PlainDate; readonly label: string } | null;
}

/** One client with all that lists and the coach's Today say of her. */
export interface RosterClient {
  readonly clientId: string;
  readonly name: string;
  readonly email: string;
  readonly status: ClientStatus;
  readonly coach: { readonly memberId: string; readonly name: string };
  /** Her own date. */
  readonly today: PlainDate;
  /** When she took up her place; before that, when she was invited. */
  readonly since: Date;
  readonly unavailable: readonly Weekday[];
  readonly gaps: readonly ProfileGap[];
  /** When she last started a session; null when she never did. */
  readonly lastTrainedAt: Date | null;
  readonly done30: DoneCount;
  readonly missed: MissedSessions;
  /** From her own today on; null when the next four weeks hold none. */
  readonly nextSession: NextSession | null;
  /** Of the practice's calendar week, in order. */
  readonly weekSessions: readonly WeekSession[];
  /** Any, of any time. */
  readonly hadProgram: boolean;
  /** Those that go on, lie ahead or have changes to publish; newest first. */
  readonly programs: readonly ProgramBlocks[];
  /** The usual ones, and the single weeks around this one. */
  readonly runningWeeks: readonly Pick<StoredRunningWeek, 'scope' | 'startsOn' | 'days'>[];
  readonly races: readonly { readonly name: string; readonly date: PlainDate }[];
  /** The practice's, with what is set aside for her. */
  readonly rules: ClientRules;
}

/** The practice's day, what day it is where its clients live, and under which stamps what it says of each stands. */
export interface PracticeDay {
  readonly practice: PracticeRecord;
  readonly date: PlainDate;
  readonly dateOfZone: ReadonlyMap<string, PlainDate>;
  /** As `findChanges` writes it. */
  readonly changes: string;
}

/** The practice's day, once for all that a request asks. */
export const findPracticeDay = (call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly sharedReads: SharedReads;
}): Promise<PracticeDay> => shareRead(call.sharedReads, 'practice day', () => readPracticeDay(call.scope, call.now));

async function readPracticeDay(scope: StaffScope, now: Date): Promise<PracticeDay> {
  const [practice, [found]] = await Promise.all([
    findOwnPractice(scope),
    findChanges(scope).execute({ practiceId: scope.practiceId, coachId: findOnlyCoach(scope.me) }),
  ]);
  if (!found) throw new Error('A count gave no row');
  return {
    practice,
    date: findToday(practice.timeZone, now),
    dateOfZone: new Map(found.zones.map((zone) => [zone, findToday(zone, now)])),
    changes: found.changes,
  };
}

/** The clients that somebody may see and that are not archived, in one round trip, once for all that a request asks. By name. */
export const listRoster = (call: {
  readonly scope: StaffScope;
  readonly day: PracticeDay;
  readonly sharedReads: SharedReads;
}): Promise<readonly RosterClient[]> => shareRead(call.sharedReads, 'roster', () => readRoster(call.scope, call.day));

/** What this process read before, and anew whoever's stamps have changed since, or whose day has (ADR 16). */
async function readRoster(scope: StaffScope, day: PracticeDay): Promise<readonly RosterClient[]> {
  const asker = `${scope.practiceId} ${findOnlyCoach(scope.me)}`;
  const dates = [day.date, ...[...day.dateOfZone].flat()].join(' ');
  const kept = findKeptRoster(asker, dates);
  if (kept?.changes === day.changes) return kept.clients;
  const listed: ReadonlyMap<string, string> = new Map(JSON.parse(day.changes));
  const known = kept?.entries;
  const clientIds = [...listed].flatMap(([clientId, stamps]) =>
    known?.get(clientId)?.stamps === stamps ? [] : [clientId],
  );
  const fresh = new Map<string, RosterClient>();
  if (clientIds.length > 0)
    for (const client of await readClients(scope, day, clientIds)) fresh.set(client.clientId, client);
  const entries = new Map<string, KeptClient>();
  for (const [clientId, stamps] of listed) {
    const before = known?.get(clientId);
    const client = before?.stamps === stamps ? before.client : fresh.get(clientId);
    if (client) entries.set(clientId, { stamps, client });
  }
  const clients = [...entries.values()].map(({ client }) => client);
  keepRoster(asker, { dates, changes: day.changes, clients, entries });
  return clients;
}

async function readClients(
  scope: StaffScope,
  { date, dateOfZone }: PracticeDay,
  clientIds: readonly string[],
): Promise<readonly RosterClient[]> {
  const [[facts], ruleSet] = await Promise.all([
    findRosterFacts(scope).execute({
      practiceId: scope.practiceId,
      clientIds,
      date,
      monday: mondayOf(date),
      zones: [...dateOfZone.keys()],
      zoneDates: [...dateOfZone.values()],
    }),
    loadRuleSet(scope),
  ]);
  if (!facts) throw new Error('A statement without a table gave no row');
  const programsOf = groupByClient(facts.programs);
  const weeksOf = groupByClient(facts.weeks);
  const racesOf = groupByClient(facts.races);
  return facts.clients.map((row): RosterClient => {
    const runningWeeks = (weeksOf.get(row.clientId) ?? []).map(({ scope: which, startsOn, days }) => ({
      scope: which,
      startsOn,
      days: toRunningWeek(days),
    }));
    return {
      clientId: row.clientId,
      name: row.name,
      email: row.email,
      status: row.status,
      coach: { memberId: row.coachId, name: row.coachName },
      today: row.today,
      since: new Date(row.activatedAt ?? row.createdAt),
      unavailable: row.unavailable,
      gaps: listProfileGaps(row, runningWeeks.length > 0),
      lastTrainedAt: row.lastTrainedAt === null ? null : new Date(row.lastTrainedAt),
      done30: { days: 30, done: row.done, due: row.due },
      missed: toMissed(row),
      nextSession: row.nextSession,
      weekSessions: row.weekSessions,
      hadProgram: row.hadProgram,
      programs: (programsOf.get(row.clientId) ?? []).map(toProgramBlocks),
      runningWeeks,
      races: racesOf.get(row.clientId) ?? [],
      rules: rulesFor(ruleSet, row.clientId),
    };
  });
}

const toProgramBlocks = (facts: RosterProgramFacts): ProgramBlocks => ({
  programId: facts.programId,
  title: facts.title,
  startsOn: facts.startsOn,
  weeks: facts.weeks,
  updatedAt: new Date(facts.updatedAt),
  isPublished: facts.isPublished,
  hasUnpublished: facts.hasUnpublished,
  blocks: (facts.lastWeeks ?? []).map((lastWeek, index, ends) => ({
    number: index + 1,
    firstWeek: (ends[index - 1] ?? 0) + 1,
    lastWeek,
  })),
});

const toMissed = (row: RosterFacts): MissedSessions => ({
  count: row.missed,
  first: row.firstMissed,
  sinceTrained: row.missedSince,
  lately: row.missedLately,
  last: row.lastMissed,
});

export function groupByClient<Row extends { readonly clientId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.clientId);
    if (group) group.push(row);
    else groups.set(row.clientId, [row]);
  }
  return groups;
}

/** Done of due in the days before today, and today's own once done. */
export function countDone(
  sessions: readonly { readonly date: PlainDate; readonly state: SessionState }[],
  today: PlainDate,
  days: 7 | 30,
): DoneCount {
  const from = addDays(today, -days);
  let done = 0;
  let due = 0;
  for (const { date, state } of sessions) {
    if (date < from || date > today) continue;
    if (state === 'done') done++;
    if (state === 'done' || date < today) due++;
  }
  return { days, done, due };
}
