import { cookieName } from '@groundwork/auth/cookie';
import { startSession } from '@groundwork/auth/session';
import { withIdentity } from '@groundwork/db/identity';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCoachCaller, createPortalCaller } from '../../caller.ts';
import { codeOf, describeError } from '../../errors.ts';
import { callCoach, testNow } from '../../testing/call-as.ts';

const database = useTestDatabase();
let practice: TestPractice;
beforeEach(async () => {
  practice = await makePractice(database);
});

const reason = 'She leaves us';

async function signIn(userId: string, app: 'coach' | 'portal'): Promise<string> {
  const { setCookie } = await withIdentity((scope) =>
    startSession(scope, { userId, app, browser: { userAgent: '' }, now: testNow }),
  );
  return `${cookieName(app, 'session')}=${/=([\w-]+);/.exec(setCookie)?.[1]}`;
}

const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);
const lookAsStaff = (cookieHeader: string) =>
  codeFrom(createCoachCaller({ cookieHeader, now: testNow }).clients.list());
const lookAsClient = (cookieHeader: string) => codeFrom(createPortalCaller({ cookieHeader, now: testNow }).today());

async function auditOf(subjectId: string) {
  const { rows } = await database.owner.query(
    'select action, reason, actor_id from audit_entry where subject_id = $1 order by sequence',
    [subjectId],
  );
  return rows;
}

describe('a suspended member', () => {
  it('is out at once, stays out, and is let in again by the owner', async () => {
    const { owner, coach } = practice;
    const before = await signIn(coach.userId, 'coach');
    expect(await lookAsStaff(before)).toBe('answered');
    const { memberId } = coach;
    const suspended = await callCoach(practice, 'owner').members.suspend({ memberId, reason });
    expect(suspended).toEqual({ memberId, suspendedAt: testNow });
    expect(await lookAsStaff(before)).toBe('UNAUTHENTICATED');
    // However she came by a session, it opens nothing.
    expect(await lookAsStaff(await signIn(coach.userId, 'coach'))).toBe('FORBIDDEN');
    expect(await callCoach(practice, 'owner').members.restore({ memberId })).toEqual({ memberId, suspendedAt: null });
    expect(await lookAsStaff(before)).toBe('UNAUTHENTICATED');
    expect(await lookAsStaff(await signIn(coach.userId, 'coach'))).toBe('answered');
    expect(await auditOf(memberId)).toEqual([
      { action: 'member.suspended', reason, actor_id: owner.memberId },
      { action: 'member.restored', reason: '', actor_id: owner.memberId },
    ]);
  });

  it('is suspended once, and restored once', async () => {
    const { memberId } = practice.assistant;
    const asOwner = callCoach(practice, 'owner').members;
    const later = callCoach(practice, 'owner', { now: new Date(testNow.getTime() + 60_000) }).members;
    expect(await asOwner.suspend({ memberId, reason })).toEqual(await later.suspend({ memberId, reason }));
    await asOwner.suspend({ memberId: practice.coach.memberId, reason });
    await asOwner.restore({ memberId });
    await asOwner.restore({ memberId });
    const stillOut = (await asOwner.list()).filter(({ suspendedAt }) => suspendedAt !== null);
    expect(stillOut.map((one) => one.memberId)).toEqual([practice.coach.memberId]);
    expect((await auditOf(memberId)).map(({ action }) => action)).toEqual(['member.suspended', 'member.restored']);
  });

  it('is never an owner, oneself least of all', async () => {
    const refused = await callCoach(practice, 'owner')
      .members.suspend({ memberId: practice.owner.memberId, reason })
      .catch((error: unknown) => error);
    expect(describeError(refused)).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field: 'memberId' }] });
    expect(await auditOf(practice.owner.memberId)).toEqual([]);
  });

  it('is listed with all who work here', async () => {
    await callCoach(practice, 'owner').members.suspend({ memberId: practice.coach.memberId, reason });
    expect(await callCoach(practice, 'owner').members.list()).toEqual([
      expect.objectContaining({
        name: 'Arne Assistant',
        role: 'assistant',
        suspendedAt: null,
        clients: 0,
        isMe: false,
      }),
      expect.objectContaining({ name: 'Carla Coach', role: 'coach', suspendedAt: testNow, clients: 1, isMe: false }),
      expect.objectContaining({ name: 'Olga Owner', role: 'owner', suspendedAt: null, clients: 0, isMe: true }),
    ]);
  });
});

describe('a client whose access is closed', () => {
  it('is out at once, keeps her spot, and comes in again when it is opened', async () => {
    practice = await makePractice(database, { clients: 2 });
    const [client, another] = practice.clients;
    const { clientId = '', userId = '' } = client ?? {};
    const beside = await signIn(another?.userId ?? '', 'portal');
    const before = await signIn(userId, 'portal');
    expect(await lookAsClient(before)).toBe('answered');
    const asCoach = callCoach(practice).clients;
    expect(await asCoach.closeAccess({ clientId, reason })).toEqual({ clientId, accessClosedAt: testNow });
    expect(await lookAsClient(before)).toBe('UNAUTHENTICATED');
    expect(await lookAsClient(await signIn(userId, 'portal'))).toBe('FORBIDDEN');
    expect(await lookAsClient(beside), 'another client').toBe('answered');
    expect(await asCoach.get({ clientId })).toMatchObject({ status: 'active', accessClosedAt: testNow });
    expect((await callCoach(practice).waitlist.overview()).spots).toMatchObject({ taken: 2 });
    await asCoach.openAccess({ clientId });
    expect(await lookAsClient(before)).toBe('UNAUTHENTICATED');
    expect(await lookAsClient(await signIn(userId, 'portal'))).toBe('answered');
    const actions = (await auditOf(clientId)).map(({ action }) => action);
    expect(actions).toEqual(['client.access_closed', 'client.access_opened']);
  });
});
