import type { Principal } from './principal.ts';

/** How long a sign-in is fresh enough to change what signs somebody in. */
export const recentMinutes = 15;

/** Whether she proved who she is a moment ago: a browser left open, or a stolen cookie, proves less. */
export const isRecent = ({ signedInAt }: Pick<Principal, 'signedInAt'>, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() < recentMinutes * 60_000;
