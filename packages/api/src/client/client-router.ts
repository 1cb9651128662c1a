import { listDevices, signOutDevice, signOutOtherDevices } from '../devices.ts';
import { deviceKey } from '../inputs/device.ts';
import { nothing } from '../inputs/nothing.ts';
import * as passkeyInputs from '../inputs/passkey.ts';
import { saveIntake as saveIntakeInput } from '../inputs/profile.ts';
import * as sessionInputs from '../inputs/session.ts';
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from '../passkeys.ts';
import { account, router, runner, runnerWrites } from '../trpc.ts';
import { finishSession } from './finish-session.ts';
import { getIntake } from './get-intake.ts';
import { getLadders } from './get-ladders.ts';
import { getSession } from './get-session.ts';
import { getToday } from './get-today.ts';
import { getWeek } from './get-week.ts';
import { logSet } from './log-set.ts';
import { saveIntake } from './save-intake.ts';
import { startSession } from './start-session.ts';

/** What a client's phone may ask for: always about herself. */
export const clientRouter = router({
  ownDevices: router({
    list: account(nothing).query(({ ctx }) => listDevices(ctx)),
    signOut: account(deviceKey).mutation(({ ctx, input }) => signOutDevice({ ...ctx, input })),
    signOutOthers: account(nothing).mutation(({ ctx }) => signOutOtherDevices(ctx)),
  }),
  ownPasskeys: router({
    list: account(nothing).query(({ ctx }) => listPasskeys(ctx)),
    begin: account(passkeyInputs.beginPasskey).mutation(({ ctx }) => beginPasskey(ctx)),
    add: account(passkeyInputs.addPasskey).mutation(({ ctx, input }) => addPasskey({ ...ctx, input })),
    remove: account(passkeyInputs.passkeyKey).mutation(({ ctx, input }) => removePasskey({ ...ctx, input })),
  }),
  today: runner(nothing).query(({ ctx }) => getToday(ctx)),
  ladders: runner(nothing).query(({ ctx }) => getLadders(ctx)),
  week: runner(sessionInputs.weekKey).query(({ ctx, input }) => getWeek({ ...ctx, input })),
  session: router({
    get: runner(sessionInputs.sessionKey).query(({ ctx, input }) => getSession({ ...ctx, input })),
    start: runnerWrites(sessionInputs.startSession).mutation(({ ctx, input }) => startSession({ ...ctx, input })),
    logSet: runnerWrites(sessionInputs.logSet).mutation(({ ctx, input }) => logSet({ ...ctx, input })),
    finish: runnerWrites(sessionInputs.finishSession).mutation(({ ctx, input }) => finishSession({ ...ctx, input })),
  }),
  profile: router({
    get: runner(nothing).query(({ ctx }) => getIntake(ctx)),
    save: runnerWrites(saveIntakeInput).mutation(({ ctx, input }) => saveIntake({ ...ctx, input })),
  }),
});

export type ClientRouter = typeof clientRouter;
