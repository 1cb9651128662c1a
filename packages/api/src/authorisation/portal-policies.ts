import { newId } from '@groundwork/db/new-id';
import type { PortalRouter } from '../portal-router.ts';
import { addSession } from '../testing/add-session.ts';
import { testNow } from '../testing/call-as.ts';
import type { Arrange, PoliciesOf } from './policy.ts';
import type { Verdicts } from './role.ts';
import {
  addEntry,
  addInvitation,
  addOffer,
  deviceOf,
  passkeyIdOf,
  passkeyOf,
  runningWeek,
  thisMonday,
} from './rows.ts';

/** A client who is here, even on a pause, about herself. */
const everyClient: Verdicts = {
  anonymous: 'UNAUTHENTICATED',
  owner: 'UNAUTHENTICATED',
  coach: 'UNAUTHENTICATED',
  other_coach: 'UNAUTHENTICATED',
  assistant: 'UNAUTHENTICATED',
  owner_elsewhere: 'UNAUTHENTICATED',
  coach_elsewhere: 'UNAUTHENTICATED',
  former_member: 'UNAUTHENTICATED',
  suspended_member: 'UNAUTHENTICATED',
  client: 'allowed',
  other_client: 'allowed',
  client_elsewhere: 'allowed',
  invited: 'FORBIDDEN',
  paused: 'allowed',
  archived: 'FORBIDDEN',
  shut_out: 'FORBIDDEN',
  waitlisted: 'UNAUTHENTICATED',
  expired: 'UNAUTHENTICATED',
  wrong_app: 'UNAUTHENTICATED',
};

/** Her own account is hers even where nobody coaches her. */
const everybodySignedIn: Verdicts = { ...everyClient, invited: 'allowed', archived: 'allowed', shut_out: 'allowed' };

/** A row is its own client's. To everybody else there is no such row. */
const ownClient: Verdicts = { ...everyClient, other_client: 'NOT_FOUND', client_elsewhere: 'NOT_FOUND' };

/** Whoever she is: the practice's address is public, and what may be changed a mailed link's token proves. */
const anybody: Verdicts = {
  anonymous: 'allowed',
  owner: 'allowed',
  coach: 'allowed',
  other_coach: 'allowed',
  assistant: 'allowed',
  owner_elsewhere: 'allowed',
  coach_elsewhere: 'allowed',
  former_member: 'allowed',
  suspended_member: 'allowed',
  client: 'allowed',
  other_client: 'allowed',
  client_elsewhere: 'allowed',
  invited: 'allowed',
  paused: 'allowed',
  archived: 'allowed',
  shut_out: 'allowed',
  waitlisted: 'allowed',
  expired: 'allowed',
  wrong_app: 'allowed',
};

const nothing = () => undefined;

/** A session of the client that the asker asks for. */
const sessionOf = ({ world, person }: Arrange) =>
  addSession(world.database, world.practice, { clientId: person.asksFor });

const slugOf = ({ world }: Arrange) => world.practice.slug;

/** Saving raises it: whoever saves twice asks twice. */
async function revisionOf({ world, person }: Arrange): Promise<number> {
  const { rows } = await world.database.owner.query('select revision from client where id = $1', [person.self]);
  return rows[0].revision;
}

export const portalPolicies: PoliciesOf<PortalRouter> = {
  'ownDevices.list': { verdicts: everybodySignedIn, input: nothing },
  'ownDevices.signOut': { verdicts: everybodySignedIn, input: deviceOf },
  'ownDevices.signOutOthers': {
    verdicts: everybodySignedIn,
    input: async (arrange) => {
      await deviceOf(arrange);
    },
  },
  'ownPasskeys.list': { verdicts: everybodySignedIn, input: nothing },
  'ownPasskeys.begin': { verdicts: everyClient, input: () => ({ purpose: 'register' }) },
  'ownPasskeys.add': { verdicts: everyClient, input: passkeyOf },
  'ownPasskeys.remove': { verdicts: everybodySignedIn, input: passkeyIdOf },
  today: { verdicts: everyClient, input: nothing },
  ladders: { verdicts: everyClient, input: nothing },
  week: { verdicts: everyClient, input: () => ({ startsOn: thisMonday }) },
  'session.get': {
    verdicts: ownClient,
    input: async (arrange) => ({ sessionId: (await sessionOf(arrange)).sessionId }),
  },
  'session.start': {
    verdicts: ownClient,
    input: async (arrange) => ({ sessionId: (await sessionOf(arrange)).sessionId, at: testNow }),
  },
  'session.logSet': {
    verdicts: ownClient,
    input: async (arrange) => {
      const { sessionId, prescriptionIds } = await sessionOf(arrange);
      const [prescriptionId = ''] = prescriptionIds;
      const load = { hundredths: 4000, unit: 'kg' as const };
      const done = { setNumber: 1, amount: 6, amountOtherSide: 5, load, rir: 2, loggedAt: testNow };
      return { id: newId(), sessionId, prescriptionId, ...done };
    },
  },
  'session.finish': {
    verdicts: ownClient,
    input: async (arrange) => {
      const { sessionId } = await sessionOf(arrange);
      return { sessionId, at: testNow, effort: 6.5, note: 'Went well.' };
    },
  },
  'profile.get': { verdicts: everyClient, input: nothing },
  'profile.save': {
    verdicts: everyClient,
    input: async (arrange) => ({
      revision: await revisionOf(arrange),
      name: 'Clara Client',
      timeZone: 'Europe/Berlin',
      unit: 'kg',
      birthYear: 1990,
      experience: 'some',
      runningMonths: 36,
      equipment: ['mat'],
      minutesPerSession: 45,
      unavailable: ['sun'],
      goal: 'Run without pain.',
      painSites: ['achilles'],
      healthNotes: 'Stairs hurt.',
      runningWeek: runningWeek(),
      races: [{ id: newId(), name: 'City run', date: '2026-06-07', distance: '10k', priority: 'A' }],
    }),
  },
  'practice.list': { verdicts: anybody, input: nothing },
  'practice.get': { verdicts: anybody, input: (arrange) => ({ slug: slugOf(arrange) }) },
  'waitlist.join': {
    verdicts: anybody,
    input: (arrange) => ({
      id: newId(),
      slug: slugOf(arrange),
      email: `${newId()}@joins.example`,
      name: 'Jo Joins',
      goal: 'marathon',
      letters: true,
      website: '',
    }),
  },
  'waitlist.confirm': {
    verdicts: anybody,
    input: async (arrange) => ({
      slug: slugOf(arrange),
      token: (await addEntry(arrange.world.here, 'unconfirmed')).token,
    }),
  },
  'waitlist.place': {
    verdicts: anybody,
    input: async (arrange) => ({ slug: slugOf(arrange), token: (await addEntry(arrange.world.here)).token }),
  },
  'waitlist.leave': {
    verdicts: anybody,
    input: async (arrange) => ({ slug: slugOf(arrange), token: (await addEntry(arrange.world.here)).token }),
  },
  'offer.get': {
    verdicts: anybody,
    input: async (arrange) => ({ slug: slugOf(arrange), token: (await addOffer(arrange.world.here)).token }),
  },
  'offer.claim': {
    verdicts: anybody,
    input: async (arrange) => ({
      slug: slugOf(arrange),
      token: (await addOffer(arrange.world.here)).token,
      timeZone: 'Europe/Paris',
    }),
  },
  'offer.decline': {
    verdicts: anybody,
    input: async (arrange) => ({ slug: slugOf(arrange), token: (await addOffer(arrange.world.here)).token }),
  },
  'invitation.get': {
    verdicts: anybody,
    input: async (arrange) => ({ slug: slugOf(arrange), token: (await addInvitation(arrange.world.here)).token }),
  },
  'invitation.accept': {
    verdicts: anybody,
    input: async (arrange) => ({
      slug: slugOf(arrange),
      token: (await addInvitation(arrange.world.here)).token,
      timeZone: 'Europe/Paris',
    }),
  },
};
