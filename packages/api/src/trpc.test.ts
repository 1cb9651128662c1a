import type { Principal } from '@groundwork/auth/principal';
import { expect, it } from 'vitest';
import { codeOf } from './errors.ts';
import { callCoachAs, callPortalAs, testNow } from './testing/call-as.ts';

/** Whoever has no place is refused before anything is read: no database is there to ask. */
const principalOf = (app: 'coach' | 'portal', role?: 'assistant'): Principal => ({
  userId: '0193a1f0-0000-7000-8000-000000000001',
  email: 'somebody@example.org',
  app,
  sessionId: '',
  signedInAt: testNow,
  staff: role
    ? [
        {
          practiceId: '0193a1f0-0000-7000-8000-000000000002',
          memberId: '0193a1f0-0000-7000-8000-000000000003',
          role,
          name: 'Arne',
        },
      ]
    : [],
  clients: [],
});
const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);

it('who works nowhere is refused at every rung of the coach app', async () => {
  const { clients, waitlist } = callCoachAs(principalOf('coach'));
  expect(await codeFrom(clients.list())).toBe('FORBIDDEN');
  expect(await codeFrom(clients.get({ clientId: '0193a1f0-0000-7000-8000-000000000004' }))).toBe('FORBIDDEN');
  expect(await codeFrom(waitlist.setSpots({ spots: 1 }))).toBe('FORBIDDEN');
});

it('an assistant changes nothing', async () => {
  const { clients } = callCoachAs(principalOf('coach', 'assistant'));
  const id = '0193a1f0-0000-7000-8000-000000000004';
  expect(await codeFrom(clients.invite({ id, name: 'Mei', email: 'mei@example.org' }))).toBe('FORBIDDEN');
  expect(await codeFrom(clients.pause({ clientId: id }))).toBe('FORBIDDEN');
});

it('who is coached nowhere is refused at the portal', async () => {
  expect(await codeFrom(callPortalAs(principalOf('portal')).today())).toBe('FORBIDDEN');
});
