import { newId } from '@groundwork/db/new-id';
import type { CoachRouter } from '../coach/coach-router.ts';
import { addSession } from '../testing/add-session.ts';
import { callCoach, testNow } from '../testing/call-as.ts';
import type { Arrange, PoliciesOf } from './policy.ts';
import type { Verdicts } from './role.ts';
import {
  addAudit,
  addColleague,
  addEntry,
  addMail,
  addOffer,
  addOpening,
  addRace,
  addRunner,
  deviceOf,
  nextMonday,
  passkeyIdOf,
  passkeyOf,
  runningWeek,
} from './rows.ts';

/** Whoever works in the practice reads what is the practice's. */
const everyMember: Verdicts = {
  anonymous: 'UNAUTHENTICATED',
  owner: 'allowed',
  coach: 'allowed',
  other_coach: 'allowed',
  assistant: 'allowed',
  owner_elsewhere: 'allowed',
  coach_elsewhere: 'allowed',
  former_member: 'FORBIDDEN',
  suspended_member: 'FORBIDDEN',
  client: 'UNAUTHENTICATED',
  other_client: 'UNAUTHENTICATED',
  client_elsewhere: 'UNAUTHENTICATED',
  invited: 'UNAUTHENTICATED',
  paused: 'UNAUTHENTICATED',
  archived: 'UNAUTHENTICATED',
  shut_out: 'UNAUTHENTICATED',
  waitlisted: 'UNAUTHENTICATED',
  expired: 'UNAUTHENTICATED',
  wrong_app: 'UNAUTHENTICATED',
};

/** Her own account is hers wherever she works, or used to. */
const everybodySignedIn: Verdicts = { ...everyMember, former_member: 'allowed', suspended_member: 'allowed' };

/** A client is read by her coach, the owner and the assistant. To everybody else there is no such client. */
const readersOfClient: Verdicts = {
  ...everyMember,
  other_coach: 'NOT_FOUND',
  owner_elsewhere: 'NOT_FOUND',
  coach_elsewhere: 'NOT_FOUND',
};

/** An assistant changes nothing. */
const writers: Verdicts = { ...everyMember, assistant: 'FORBIDDEN' };

/** What belongs to the practice and to no coach: the line and its openings. */
const writersOfPractice: Verdicts = { ...writers, owner_elsewhere: 'NOT_FOUND', coach_elsewhere: 'NOT_FOUND' };

const writersOfClient: Verdicts = { ...writersOfPractice, other_coach: 'NOT_FOUND' };

/** What goes over every client of the practice. */
const ownerAlone: Verdicts = {
  ...everyMember,
  coach: 'FORBIDDEN',
  other_coach: 'FORBIDDEN',
  assistant: 'FORBIDDEN',
  coach_elsewhere: 'FORBIDDEN',
};

/** About somebody who works in the practice: to another practice's owner there is no such person. */
const ownerOfPractice: Verdicts = { ...ownerAlone, owner_elsewhere: 'NOT_FOUND' };

const reason = 'She asked for it';
const nothing = () => undefined;

/** A draft that the client's coach built. */
async function draftOf({ world }: Arrange) {
  const clientId = await addRunner(world.here);
  const input = { id: newId(), clientId, startsOn: nextMonday, weeks: 4, sessionsPerWeek: 2 as const };
  const { programId, revision, draft } = await callCoach(world.practice).programs.build(input);
  const session = draft.weeks[0]?.sessions[0];
  const slot = session?.prescriptions[0]?.slot;
  if (!session || slot === undefined) throw new Error('The draft has no session');
  return { programId, revision, session: session.key, slot };
}

/** Each call is about rows of its own, so that one does not stand in another's way. */
export const coachPolicies: PoliciesOf<CoachRouter> = {
  'devices.list': { verdicts: everybodySignedIn, input: nothing },
  'devices.signOut': { verdicts: everybodySignedIn, input: deviceOf },
  'devices.signOutOthers': {
    verdicts: everybodySignedIn,
    input: async (arrange) => {
      await deviceOf(arrange);
    },
  },
  'passkeys.list': { verdicts: everybodySignedIn, input: nothing },
  'passkeys.begin': { verdicts: everyMember, input: () => ({ purpose: 'register' }) },
  'passkeys.add': { verdicts: everyMember, input: passkeyOf },
  'passkeys.remove': { verdicts: everybodySignedIn, input: passkeyIdOf },
  'practice.today': { verdicts: everyMember, input: nothing },
  'practice.everybody': { verdicts: everyMember, input: nothing },
  'practice.frame': { verdicts: everyMember, input: nothing },
  'clients.list': { verdicts: everyMember, input: nothing },
  'clients.get': {
    verdicts: readersOfClient,
    input: ({ world }) => ({ clientId: world.people.client.self }),
    // Who read what is known of her health, and when.
    traces: ['public.audit_entry', 'public.audit_head'],
  },
  'clients.invite': {
    verdicts: writers,
    input: () => ({
      id: newId(),
      name: 'Ina Invited',
      email: `${newId()}@invited.example`,
      timeZone: 'Europe/Berlin',
    }),
  },
  'clients.resendInvitation': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here, 'invited') }),
  },
  'clients.closeAccess': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here), reason }),
  },
  'clients.openAccess': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here) }),
  },
  'members.list': { verdicts: ownerAlone, input: nothing },
  'members.suspend': {
    verdicts: ownerOfPractice,
    input: async ({ world }) => ({ memberId: await addColleague(world.here), reason }),
  },
  'members.restore': {
    verdicts: ownerOfPractice,
    input: async ({ world }) => ({ memberId: await addColleague(world.here, testNow) }),
  },
  'clients.saveProfile': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({
      clientId: await addRunner(world.here),
      revision: 1,
      name: 'Rita Runner',
      timeZone: 'Europe/Berlin',
      unit: 'kg',
      birthYear: 1991,
      experience: 'some',
      runningMonths: 40,
      equipment: ['mat', 'dumbbells'],
      minutesPerSession: 45,
      unavailable: ['sun'],
      goal: 'A marathon in autumn.',
      painSites: ['achilles'],
      healthNotes: 'An old ache, quiet now.',
    }),
  },
  'clients.setWorkingLoad': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({
      clientId: await addRunner(world.here),
      exerciseId: 'cg_single',
      load: { hundredths: 2000, unit: 'kg' },
    }),
  },
  'clients.pause': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here), reason }),
  },
  'clients.resume': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here, 'paused') }),
  },
  'clients.archive': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here), reason }),
  },
  'clients.restore': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here, 'archived') }),
  },
  'running.preview': {
    verdicts: everyMember,
    input: () => ({
      week: ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'],
      before: 'rest',
      after: 'easy',
      sessions: 2,
      unavailable: ['sun'],
    }),
  },
  'running.save': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({
      clientId: await addRunner(world.here),
      revision: 1,
      scope: 'from',
      startsOn: nextMonday,
      days: runningWeek(),
    }),
  },
  'running.reset': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ clientId: await addRunner(world.here), revision: 1, startsOn: nextMonday }),
  },
  'races.save': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({
      id: newId(),
      clientId: await addRunner(world.here),
      name: 'City run',
      date: '2026-06-07',
      distance: 'half',
      priority: 'A',
    }),
  },
  'races.remove': {
    verdicts: writersOfClient,
    input: async ({ world }) => {
      const clientId = await addRunner(world.here);
      return { clientId, raceId: await addRace(world.here, clientId) };
    },
  },
  'programs.build': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({
      id: newId(),
      clientId: await addRunner(world.here),
      startsOn: nextMonday,
      weeks: 6,
      sessionsPerWeek: 2,
    }),
  },
  'programs.get': {
    verdicts: readersOfClient,
    input: async (arrange) => ({ programId: (await draftOf(arrange)).programId }),
  },
  'programs.edit': {
    verdicts: writersOfClient,
    input: async (arrange) => {
      const { programId, revision, session, slot } = await draftOf(arrange);
      const fields = { sets: 2, restSeconds: 150 };
      return { programId, revision, edit: { kind: 'set_prescription', session, slot, reach: 'session', fields } };
    },
  },
  'programs.undo': {
    verdicts: writersOfClient,
    // Whoever undoes has made the edit herself.
    input: async (arrange) => {
      const { programId, revision, session, slot } = await draftOf(arrange);
      const edit = { kind: 'set_prescription', session, slot, reach: 'session', fields: { sets: 6 } } as const;
      const editor = arrange.person === arrange.world.people.owner ? 'owner' : 'coach';
      const saved = await callCoach(arrange.world.practice, editor).programs.edit({ programId, revision, edit });
      return { programId, revision: saved.revision };
    },
  },
  'programs.previewRebuild': {
    verdicts: readersOfClient,
    input: async (arrange) => ({ programId: (await draftOf(arrange)).programId }),
  },
  'programs.rebuild': {
    verdicts: writersOfClient,
    input: async (arrange) => {
      const { programId, revision } = await draftOf(arrange);
      return { programId, revision };
    },
  },
  'programs.publish': {
    verdicts: writersOfClient,
    input: async (arrange) => {
      const { programId, revision } = await draftOf(arrange);
      return {
        programId,
        revision,
        versionId: newId(),
        effectiveFrom: nextMonday,
        note: 'Begins gently.',
        overrideReason: reason,
      };
    },
  },
  'programs.discard': {
    verdicts: writersOfClient,
    input: async (arrange) => {
      const { programId, revision } = await draftOf(arrange);
      return { programId, revision };
    },
  },
  'sessions.get': {
    verdicts: readersOfClient,
    input: async ({ world }) => {
      const { sessionId } = await addSession(world.database, world.practice, { clientId: await addRunner(world.here) });
      return { sessionId };
    },
  },
  'rules.get': { verdicts: everyMember, input: nothing },
  'rules.preview': {
    verdicts: ownerAlone,
    input: () => ({ name: 'hard_days_hard', tuned: { restStrength: 240 }, from: 0 }),
  },
  'rules.save': {
    verdicts: ownerAlone,
    input: async ({ world, person }) => {
      const practice = person === world.people.owner_elsewhere ? world.elsewhere : world.practice;
      const { revision } = await callCoach(practice, 'owner').rules.get();
      return { revision, name: 'article', tuned: { restStrength: 200 } };
    },
  },
  'rules.setAside': {
    verdicts: writersOfClient,
    input: async ({ world }) => ({ id: newId(), clientId: await addRunner(world.here), rule: 'S23', reason }),
  },
  'rules.putBack': {
    verdicts: writersOfClient,
    input: async ({ world }) => {
      const clientId = await addRunner(world.here);
      await callCoach(world.practice, 'owner').rules.setAside({ id: newId(), clientId, rule: 'S24', reason });
      return { clientId, rule: 'S24' };
    },
  },
  'waitlist.overview': { verdicts: everyMember, input: nothing },
  'waitlist.setSpots': { verdicts: writers, input: () => ({ spots: 50_000 }) },
  'waitlist.open': { verdicts: writers, input: () => ({ id: newId(), spots: 1, holdHours: 48 }) },
  'waitlist.close': {
    verdicts: writersOfPractice,
    input: async ({ world }) => ({ openingId: await addOpening(world.here) }),
  },
  'waitlist.withdraw': {
    verdicts: writersOfPractice,
    input: async ({ world }) => ({ offerId: (await addOffer(world.here)).id, reason }),
  },
  'waitlist.skip': {
    verdicts: writersOfPractice,
    input: async ({ world }) => {
      await addOpening(world.here);
      return { entryId: (await addEntry(world.here)).id, reason };
    },
  },
  'outbox.list': {
    verdicts: ownerAlone,
    input: async ({ world }) => ({ before: await addMail(world.here), limit: 20 }),
  },
  'outbox.get': {
    verdicts: { ...ownerAlone, owner_elsewhere: 'NOT_FOUND' },
    input: async ({ world }) => ({ mailId: await addMail(world.here) }),
  },
  'audit.list': {
    verdicts: ownerAlone,
    input: async ({ world }) => ({ before: await addAudit(world.here), limit: 20 }),
  },
};
