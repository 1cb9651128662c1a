import type { Principal } from '@groundwork/auth/principal';
import type { TestClient, TestMember, TestPractice } from '@groundwork/db/testing/make-practice';
import { coachRouter } from '../coach/coach-router.ts';
import type { ApiContext } from '../context.ts';
import { portalRouter } from '../portal-router.ts';
import { createCallerFactory } from '../trpc.ts';

/** Thursday of a week that starts on Monday 2026-03-16. */
export const testNow = new Date('2026-03-19T09:00:00Z');

export interface TestCall {
  readonly now?: Date;
  readonly address?: string;
  readonly mutationKey?: string;
  readonly setCookie?: (header: string) => void;
}

const contextOf = (app: 'coach' | 'portal', principal: Principal | null, call: TestCall): ApiContext => ({
  app,
  findPrincipal: async () => principal,
  now: call.now ?? testNow,
  address: call.address ?? '192.0.2.1',
  userAgent: 'test',
  mutationKey: call.mutationKey,
  sharedReads: new Map(),
  setCookie: call.setCookie ?? (() => {}),
});

type Role = 'owner' | 'coach' | 'assistant';

/** A member of a practice as a request of hers carries her. */
export function memberPrincipal(practice: TestPractice, member: TestMember, role: Role): Principal {
  const { practiceId } = practice;
  const { userId, email, memberId, name } = member;
  return {
    userId,
    email,
    app: 'coach',
    sessionId: '',
    signedInAt: testNow,
    staff: [{ practiceId, memberId, role, name }],
    clients: [],
  };
}

export function clientPrincipal(
  practice: TestPractice,
  client: TestClient,
  status: Principal['clients'][number]['status'] = 'active',
): Principal {
  const { practiceId } = practice;
  const { userId, email, clientId, name } = client;
  return {
    userId,
    email,
    app: 'portal',
    sessionId: '',
    signedInAt: testNow,
    staff: [],
    clients: [{ practiceId, clientId, name, status }],
  };
}

/** The coach app's procedures, asked by somebody of the practice. */
export const callCoach = (practice: TestPractice, role: Role = 'coach', call: TestCall = {}) =>
  createCallerFactory(coachRouter)(contextOf('coach', memberPrincipal(practice, practice[role], role), call));

/** The portal's procedures, asked by a client. */
export const callClient = (practice: TestPractice, client = practice.clients[0], call: TestCall = {}) => {
  if (client === undefined) throw new Error('The practice has no client');
  return createCallerFactory(portalRouter)(contextOf('portal', clientPrincipal(practice, client), call));
};

/** The portal's procedures, asked by nobody in particular. */
export const callVisitor = (call: TestCall = {}) => createCallerFactory(portalRouter)(contextOf('portal', null, call));

export const callCoachAs = (principal: Principal | null, call: TestCall = {}) =>
  createCallerFactory(coachRouter)(contextOf('coach', principal, call));
export const callPortalAs = (principal: Principal | null, call: TestCall = {}) =>
  createCallerFactory(portalRouter)(contextOf('portal', principal, call));
