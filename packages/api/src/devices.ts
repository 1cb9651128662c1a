import type { Principal } from '@groundwork/auth/principal';
import { listSessions, revokeOtherSessions, revokeSession } from '@groundwork/auth/session';
import type { z } from 'zod';
import { Refusal } from './errors.ts';
import type { deviceKey } from './inputs/device.ts';
import type { DeviceView } from './views/device.ts';

/** Where a person is signed in, in both apps, latest visit first. */
export async function listDevices(call: { readonly principal: Principal; readonly now: Date }): Promise<DeviceView[]> {
  const { principal, now } = call;
  const sessions = await listSessions(principal.userId, principal.sessionId, now);
  return sessions.map(({ id, app, userAgent, createdAt, lastSeenAt, isThisBrowser }) => ({
    deviceId: id,
    app,
    name: nameDevice(userAgent),
    signedInAt: createdAt,
    lastSeenAt,
    isThisOne: isThisBrowser,
  }));
}

/** Signs one of her browsers out, at once; one that is signed out already stays so. */
export async function signOutDevice(call: {
  readonly principal: Principal;
  readonly now: Date;
  readonly input: z.infer<typeof deviceKey>;
}): Promise<null> {
  if (!(await revokeSession(call, call.input.deviceId))) throw new Refusal('NOT_FOUND');
  return null;
}

/** Signs every other browser of hers out, in both apps; those that are signed out already stay so. */
export async function signOutOtherDevices(call: { readonly principal: Principal; readonly now: Date }): Promise<null> {
  await revokeOtherSessions(call);
  return null;
}

/** Earlier ones are in the names of later ones: Edge calls itself Chrome, and Chrome Safari. */
const browsers = [
  [/Edg\w*\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

/** What people call a browser, from what it calls itself: "Firefox on Android". */
export function nameDevice(userAgent: string): string {
  const find = (names: readonly (readonly [RegExp, string])[]) => names.find(([form]) => form.test(userAgent))?.[1];
  const [browser = 'A browser', system] = [find(browsers), find(systems)];
  return system === undefined ? browser : `${browser} on ${system}`;
}
