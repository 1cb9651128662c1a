import { withIdentity } from '@groundwork/db/identity';
import type { App } from './app.ts';
import { type Browser, type StartedSession, startSession } from './session.ts';

/** Whether this installation is a demo, where visitors become demo people with one click. */
export const isDemo = (): boolean => process.env.GROUNDWORK_DEMO === '1';

/**
 * Signs a browser in as a demo person without a letter.
 * @throws outside a demo.
 */
export async function startDemoSession(
  userId: string,
  app: App,
  browser: Omit<Browser, 'address'>,
  now: Date,
): Promise<StartedSession> {
  if (!isDemo()) throw new Error('Only a demo signs people in without a letter');
  return withIdentity((scope) => startSession(scope, { userId, app, browser, now }));
}
