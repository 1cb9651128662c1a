import { findOwnPractice } from '../../own-practice.ts';
import { findBlockWeek } from '../../program-blocks.ts';
import { findToday } from '../../today.ts';
import type { StaffScope } from '../../trpc.ts';
import type { ClientList, ClientRow } from '../../views/client-row.ts';
import { findWorthKnowing } from '../needs-you.ts';
import { countDone, findNextSession, listRoster, type RosterClient } from '../roster.ts';

/** The clients that somebody may see, by name, archived ones last. */
export async function listClients(call: { readonly scope: StaffScope; readonly now: Date }): Promise<ClientList> {
  const { scope, now } = call;
  const practice = await findOwnPractice(scope);
  const date = findToday(practice.timeZone, now);
  const roster = await listRoster({ scope, now, date, withArchived: true });
  const rows = roster.map((entry) => toClientRow(entry, now));
  const isArchived = ({ status }: ClientRow) => status === 'archived';
  return { date, clients: [...rows.filter((row) => !isArchived(row)), ...rows.filter(isArchived)] };
}

function toClientRow(entry: RosterClient, now: Date): ClientRow {
  const { client, coachName, today, sessions, programs, races } = entry;
  return {
    clientId: client.id,
    name: client.name,
    email: client.email,
    status: client.status,
    coach: { memberId: client.coachId, name: coachName },
    blockWeek: findBlockWeek(programs, today),
    nextSession: findNextSession(sessions, today),
    done30: countDone(sessions, today, 30),
    worthKnowing: findWorthKnowing(entry, now),
    lastLoggedAt: entry.lastTrainedAt,
    nextRace: races.find(({ date }) => date >= today) ?? null,
    hasUnpublished: programs.some(({ hasUnpublished }) => hasUnpublished),
  };
}
