import { placeUnder } from '@groundwork/engine/adapt/place-under';
import type { Placement, PlacementInput } from '@groundwork/engine/placement';
import { addDays, daysBetween, mondayOf } from '@groundwork/engine/plain-date';
import type { RunKind } from '@groundwork/engine/vocabulary';
import { findRunningWeek } from '../running-weeks.ts';
import type { WorthKnowing } from '../views/client-row.ts';
import type { NeedsYouRow, Urgency } from '../views/coach-today.ts';
import type { RosterClient } from './roster.ts';

/** A client is silent when sessions were due and none was started for this many days [P]. */
const silentDays = 14;
/** After the first due session, this many days may pass before "never logged" is said [P]. */
const firstLogDays = 3;
/** How long an intake may stay unfinished before it is worth a word [P]. */
const intakeDays = 3;

type Need = Omit<NeedsYouRow, 'clientId' | 'clientName'>;

const urgencies: readonly Urgency[] = ['error', 'warning', 'note'];

/** What a coach should look at, one row per client, most urgent first, then the longest waiting. */
export function listNeedsYou(roster: readonly RosterClient[], now: Date): readonly NeedsYouRow[] {
  return roster
    .flatMap((entry) => {
      const [first] = listNeeds(entry, now);
      return first ? [{ clientId: entry.clientId, clientName: entry.name, ...first }] : [];
    })
    .sort(
      (one, other) =>
        urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
        one.since.getTime() - other.since.getTime(),
    );
}

/** A need as it stands all day. */
type Standing = Omit<Need, 'since'> & {
  readonly since: Date | 'now';
  /** The moment before which it is none. */
  readonly from?: Date;
};

/** By the roster's entry, which lives as long as nothing of the client changes: every page asks the same of each. */
const known = new WeakMap<RosterClient, readonly Standing[]>();

/** Everything that a client needs, most urgent first. */
export function listNeeds(entry: RosterClient, now: Date): readonly Need[] {
  if (entry.status !== 'active') return [];
  let standing = known.get(entry);
  if (!standing) {
    standing = findStanding(entry);
    known.set(entry, standing);
  }
  return standing.flatMap(({ from, since, ...need }) =>
    from && from > now ? [] : [{ ...need, since: since === 'now' ? now : since }],
  );
}

function findStanding(entry: RosterClient): readonly Standing[] {
  return [
    findSilence(entry),
    findMissed(entry),
    findInfeasibleWeek(entry),
    findUnpublished(entry),
    findMissingProgram(entry),
  ]
    .filter((need) => need !== undefined)
    .sort((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency));
}

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function findSilence({ clientId, missed, today, lastTrainedAt }: RosterClient): Need | undefined {
  const link = { to: 'client', clientId, tab: 'logs' } as const;
  if (lastTrainedAt === null) {
    if (missed.first === null || daysBetween(missed.first, today) < firstLogDays) return undefined;
    return {
      kind: 'never_logged',
      urgency: 'error',
      headline: 'Has not logged a session yet',
      detail: `${plural(missed.count, 'session was', 'sessions were')} due since the program began.`,
      act: 'Ask whether the program reached her',
      since: midnight(missed.first),
      link,
      rule: null,
    };
  }
  const days = daysBetween(lastTrainedAt.toISOString().slice(0, 10), today);
  if (days < silentDays || missed.sinceTrained === 0) return undefined;
  return {
    kind: 'silent',
    urgency: 'error',
    headline: `Silent for ${days} days`,
    detail: `${plural(missed.sinceTrained, 'session', 'sessions')} passed without a log.`,
    act: 'Write to her, or pause the program',
    since: lastTrainedAt,
    link,
    rule: 'GAP',
  };
}

function findMissed({ clientId, missed: { lately, last } }: RosterClient): Need | undefined {
  if (last === null) return undefined;
  return {
    kind: 'missed_session',
    urgency: 'warning',
    headline:
      lately === 1
        ? `Missed ${weekdayName(last.date)}’s strength ${last.label}`
        : `Missed ${lately} sessions in a week`,
    detail: 'Nothing is stacked: the next session stands as planned.',
    act: 'Leave it out, or move it',
    since: midnight(last.date),
    link: { to: 'session', clientId, sessionId: last.sessionId },
    rule: 'MISSED',
  };
}

function findInfeasibleWeek(entry: RosterClient): Standing | undefined {
  const placement = placeThisWeek(entry);
  if (!placement) return undefined;
  const urgency = urgencyOf(placement);
  if (!urgency) return undefined;
  return {
    kind: 'infeasible_week',
    urgency,
    headline: headlineOf(placement),
    detail: 'Her runs leave no room for two full sessions; the engine has ways out.',
    act: 'Look at the running week',
    since: 'now',
    link: { to: 'client', clientId: entry.clientId, tab: 'running' },
    rule: placement.warnings[0]?.rule ?? null,
  };
}

function urgencyOf({ tier }: Placement): Urgency | undefined {
  switch (tier) {
    case 'T0':
    case 'T1':
      return undefined;
    case 'T2':
    case 'T3':
    case 'T4':
      return 'note';
    case 'T5':
    case 'T6':
      return 'warning';
    default: {
      const unknown: never = tier;
      throw new TypeError(`Unknown tier: ${unknown}`);
    }
  }
}

function headlineOf({ tier }: Placement): string {
  if (tier === 'T6') return 'This week has no room for strength';
  if (tier === 'T5') return 'This week takes only a light session';
  return 'One full session fits this week';
}

/** Strength in this calendar week between its real neighbours; undefined before anybody typed a running week. */
export function placeThisWeek(entry: RosterClient): Placement | undefined {
  const week = weekAround(entry);
  return week && placeUnder(entry.rules, week);
}

/** This calendar week as the placement reads it; undefined before anybody typed a running week. */
export function weekAround({
  unavailable,
  runningWeeks,
  today,
}: Pick<RosterClient, 'unavailable' | 'runningWeeks' | 'today'>): PlacementInput | undefined {
  const monday = mondayOf(today);
  const week = findRunningWeek(runningWeeks, monday);
  if (!week) return undefined;
  const kinds = (days: readonly { readonly kind: RunKind }[]) => days.map(({ kind }) => kind);
  const before = findRunningWeek(runningWeeks, addDays(monday, -7));
  const after = findRunningWeek(runningWeeks, addDays(monday, 7));
  return {
    week: kinds(week.days),
    ...(before ? { before: before.days[6].kind } : {}),
    ...(after ? { after: after.days[0].kind } : {}),
    sessions: 2,
    unavailable,
  };
}

function findUnpublished({ clientId, programs }: RosterClient): Need | undefined {
  const draft = programs.find(({ hasUnpublished }) => hasUnpublished);
  if (!draft) return undefined;
  return {
    kind: 'draft_unpublished',
    urgency: draft.isPublished ? 'note' : 'warning',
    headline: draft.isPublished ? 'Changes are not published' : 'A draft waits to be published',
    detail: draft.title,
    act: 'Review and publish',
    since: draft.updatedAt,
    link: { to: 'program', clientId, programId: draft.programId },
    rule: null,
  };
}

function findMissingProgram(entry: RosterClient): Standing | undefined {
  const { clientId, programs, hadProgram, gaps, since, today } = entry;
  const running = programs.some(
    ({ isPublished, startsOn, weeks }) => isPublished && addDays(startsOn, 7 * weeks) > today,
  );
  if (running || programs.some(({ hasUnpublished }) => hasUnpublished)) return undefined;
  if (gaps.length === 0) {
    return {
      kind: 'no_program',
      urgency: 'warning',
      headline: hadProgram ? 'The program has ended' : 'Ready for a first program',
      detail: hadProgram ? 'Nothing is planned ahead.' : 'The intake is complete.',
      act: 'Build a program',
      since,
      link: { to: 'client', clientId, tab: 'program' },
      rule: null,
    };
  }
  return {
    kind: 'intake_unfinished',
    urgency: 'note',
    headline: 'The intake is not finished',
    detail: `${plural(gaps.length, 'answer is', 'answers are')} missing.`,
    act: 'Fill in what you know',
    since,
    from: new Date(since.getTime() + intakeDays * 86_400_000),
    link: { to: 'client', clientId, tab: gaps.includes('runningWeek') ? 'running' : 'profile' },
    rule: null,
  };
}

/** The one thing about a client that a list has room for; null when nothing stands out. */
export function findWorthKnowing(entry: RosterClient, now: Date): WorthKnowing | null {
  const { status, races, today, programs } = entry;
  if (status === 'invited') return { text: 'Invited, not here yet', urgent: false };
  if (status === 'paused') return { text: 'Paused', urgent: false };
  if (status === 'archived') return null;
  const [need] = listNeeds(entry, now);
  if (need && need.urgency === 'error') return { text: need.headline, urgent: true };
  const race = races.find(({ date }) => date >= today && daysBetween(today, date) <= 21);
  if (race) return { text: `${race.name} ${inDays(daysBetween(today, race.date))}`, urgent: false };
  if (need) return { text: need.headline, urgent: need.urgency === 'warning' };
  const program = programs.find(({ isPublished }) => isPublished);
  if (program && daysBetween(program.startsOn, today) < 0) return { text: 'Starts soon', urgent: false };
  return null;
}

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

const weekdayName = (date: string): string => weekdayFormat.format(midnight(date));

/** Made once: making one takes longer than all the rest that is said of a client. */
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
