import { mondayOf } from '@groundwork/engine/plain-date';
import { listRaces } from '../client-facts.ts';
import { listProfileGaps, toProfileView } from '../client-profile.ts';
import { openHealth } from '../health.ts';
import { findUsualWeek, listRunningWeeks } from '../running-weeks.ts';
import { findToday } from '../today.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { IntakeView } from '../views/client.ts';
import { findOwnRecord } from './own-record.ts';

/** What the client has told of herself, for the intake to go on where she stopped. */
export async function getIntake(call: { readonly scope: ClientReadScope; readonly now: Date }): Promise<IntakeView> {
  const { scope, now } = call;
  const { practiceId, me } = scope;
  const [{ client }, weeks, races] = await Promise.all([
    findOwnRecord(scope),
    listRunningWeeks({ scope, clientId: me.clientId }),
    listRaces({ scope, clientId: me.clientId }),
  ]);
  const usual = findUsualWeek(weeks, mondayOf(findToday(client.timeZone, now)));
  return {
    revision: client.revision,
    email: client.email,
    profile: toProfileView(client),
    health: openHealth(client.healthSealed, { practiceId, rowId: client.id }),
    missing: listProfileGaps(client, weeks.length > 0),
    runningWeek: usual ?? null,
    races,
  };
}
