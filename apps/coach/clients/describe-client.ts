import type { ClientView } from '@groundwork/api/views/client';
import { daysBetween } from '@groundwork/engine/plain-date';
import { capitalise, countOf } from '@groundwork/ui/count-words';
import { formatDate, formatInstant } from '@groundwork/ui/format-date';

/** Where a client stands, in one or two sentences. */
export function describeClient(client: ClientView): string {
  const standing = describeStanding(client);
  return client.accessClosedAt !== null && client.status !== 'archived'
    ? `The portal is closed to ${client.profile.name}. ${standing}`
    : standing;
}

function describeStanding(client: ClientView): string {
  switch (client.status) {
    case 'archived':
      return 'Archived: the spot is given back, everything logged is kept.';
    case 'invited':
      return client.invitation
        ? `Invited by mail; the link is good until ${formatInstant(client.invitation.expiresAt, client.profile.timeZone)}.`
        : 'Invited by mail, not in yet.';
    case 'paused':
      return 'Paused: keeps the spot, nothing is due.';
    case 'active':
      break;
    default: {
      const unknown: never = client.status;
      throw new Error(`Unknown status ${unknown}`);
    }
  }
  const race = client.races.find((one) => one.date >= client.today);
  const toRace = race
    ? `${capitalise(describeDistance(daysBetween(client.today, race.date)))} ${race.name}, ${formatDate(race.date)}.`
    : '';
  const { done, due } = client.done30;
  const kept =
    due === 0
      ? client.programs.some((program) => program.published)
        ? 'No session has been due yet.'
        : 'No program is published yet.'
      : done >= due
        ? `Every session of the last 30 days is done, ${due} of ${due}.`
        : `${done} of ${due} sessions done in 30 days.`;
  return [toRace, kept].filter(Boolean).join(' ');
}

function describeDistance(days: number): string {
  if (days === 0) return 'today is';
  if (days === 1) return 'tomorrow is';
  if (days < 14) return `${countOf(days, 'day')} to`;
  return `${countOf(Math.floor(days / 7), 'week')} to`;
}
