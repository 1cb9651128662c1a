import { listDevices, signOutDevice, signOutOtherDevices } from '../devices.ts';
import * as clientInputs from '../inputs/client.ts';
import { deviceKey } from '../inputs/device.ts';
import * as memberInputs from '../inputs/member.ts';
import { nothing } from '../inputs/nothing.ts';
import * as outboxInputs from '../inputs/outbox.ts';
import * as passkeyInputs from '../inputs/passkey.ts';
import * as programInputs from '../inputs/program.ts';
import * as ruleInputs from '../inputs/rules.ts';
import * as runningInputs from '../inputs/running.ts';
import * as sessionInputs from '../inputs/session.ts';
import * as waitlistInputs from '../inputs/waitlist.ts';
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from '../passkeys.ts';
import { account, owner, ownerWrites, router, staff, staffOfClient, writer, writerOfClient } from '../trpc.ts';
import { archiveClient } from './clients/archive-client.ts';
import { changeAccess } from './clients/change-access.ts';
import { getClient } from './clients/get-client.ts';
import { inviteClient } from './clients/invite-client.ts';
import { listClients } from './clients/list-clients.ts';
import { pauseClient } from './clients/pause-client.ts';
import { resendInvitation } from './clients/resend-invitation.ts';
import { restoreClient } from './clients/restore-client.ts';
import { resumeClient } from './clients/resume-client.ts';
import { saveClientProfile } from './clients/save-client-profile.ts';
import { setWorkingLoad } from './clients/set-working-load.ts';
import { getEverybody } from './get-everybody.ts';
import { getFrame } from './get-frame.ts';
import { getToday } from './get-today.ts';
import { listMembers } from './members/list-members.ts';
import { restoreMember } from './members/restore-member.ts';
import { suspendMember } from './members/suspend-member.ts';
import { getMail } from './outbox/get-mail.ts';
import { listAudit } from './outbox/list-audit.ts';
import { listMails } from './outbox/list-mails.ts';
import { buildProgram } from './programs/build-program.ts';
import { discardProgram } from './programs/discard-program.ts';
import { editProgram } from './programs/edit-program.ts';
import { getProgram } from './programs/get-program.ts';
import { previewRebuild } from './programs/preview-rebuild.ts';
import { publishProgram } from './programs/publish-program.ts';
import { rebuildProgram } from './programs/rebuild-program.ts';
import { undoEdit } from './programs/undo-edit.ts';
import { getRuleSet } from './rules/get-rule-set.ts';
import { previewRuleSet } from './rules/preview-rule-set.ts';
import { putRuleBack } from './rules/put-rule-back.ts';
import { saveRuleSet } from './rules/save-rule-set.ts';
import { setRuleAside } from './rules/set-rule-aside.ts';
import { previewRunningWeek } from './running/preview-running-week.ts';
import { removeRace } from './running/remove-race.ts';
import { resetRunningWeek } from './running/reset-running-week.ts';
import { saveRace } from './running/save-race.ts';
import { saveRunningWeek } from './running/save-running-week.ts';
import { getSession } from './sessions/get-session.ts';
import { closeOpening } from './waitlist/close-opening.ts';
import { getWaitlist } from './waitlist/get-waitlist.ts';
import { openOpening } from './waitlist/open-opening.ts';
import { setSpots } from './waitlist/set-spots.ts';
import { skipEntry } from './waitlist/skip-entry.ts';
import { withdrawOffer } from './waitlist/withdraw-offer.ts';

/** What the coach's app may ask for. */
export const coachRouter = router({
  devices: router({
    list: account(nothing).query(({ ctx }) => listDevices(ctx)),
    signOut: account(deviceKey).mutation(({ ctx, input }) => signOutDevice({ ...ctx, input })),
    signOutOthers: account(nothing).mutation(({ ctx }) => signOutOtherDevices(ctx)),
  }),
  passkeys: router({
    list: account(nothing).query(({ ctx }) => listPasskeys(ctx)),
    begin: account(passkeyInputs.beginPasskey).mutation(({ ctx }) => beginPasskey(ctx)),
    add: account(passkeyInputs.addPasskey).mutation(({ ctx, input }) => addPasskey({ ...ctx, input })),
    remove: account(passkeyInputs.passkeyKey).mutation(({ ctx, input }) => removePasskey({ ...ctx, input })),
  }),
  practice: router({
    today: staff(nothing).query(({ ctx }) => getToday(ctx)),
    everybody: staff(nothing).query(({ ctx }) => getEverybody(ctx)),
    frame: staff(nothing).query(({ ctx }) => getFrame(ctx)),
  }),
  clients: router({
    list: staff(nothing).query(({ ctx }) => listClients(ctx)),
    get: staffOfClient(clientInputs.clientKey).query(({ ctx }) => getClient(ctx)),
    invite: writer(clientInputs.inviteClient).mutation(({ ctx, input }) => inviteClient({ ...ctx, input })),
    resendInvitation: writerOfClient(clientInputs.clientKey).mutation(({ ctx }) => resendInvitation(ctx)),
    saveProfile: writerOfClient(clientInputs.saveClientProfile).mutation(({ ctx, input }) =>
      saveClientProfile({ ...ctx, input }),
    ),
    setWorkingLoad: writerOfClient(clientInputs.setWorkingLoad).mutation(({ ctx, input }) =>
      setWorkingLoad({ ...ctx, input }),
    ),
    pause: writerOfClient(clientInputs.archiveClient).mutation(({ ctx, input }) => pauseClient({ ...ctx, input })),
    resume: writerOfClient(clientInputs.clientKey).mutation(({ ctx }) => resumeClient(ctx)),
    archive: writerOfClient(clientInputs.archiveClient).mutation(({ ctx, input }) => archiveClient({ ...ctx, input })),
    restore: writerOfClient(clientInputs.clientKey).mutation(({ ctx }) => restoreClient(ctx)),
    closeAccess: writerOfClient(clientInputs.closeAccess).mutation(({ ctx, input }) =>
      changeAccess({ ...ctx, isOpen: false, reason: input.reason }),
    ),
    openAccess: writerOfClient(clientInputs.clientKey).mutation(({ ctx }) => changeAccess({ ...ctx, isOpen: true })),
  }),
  members: router({
    list: owner(nothing).query(({ ctx }) => listMembers(ctx)),
    suspend: ownerWrites(memberInputs.suspendMember).mutation(({ ctx, input }) => suspendMember({ ...ctx, input })),
    restore: ownerWrites(memberInputs.memberKey).mutation(({ ctx, input }) => restoreMember({ ...ctx, input })),
  }),
  running: router({
    preview: staff(runningInputs.previewRunningWeek).query(({ input }) => previewRunningWeek(input)),
    save: writerOfClient(runningInputs.saveRunningWeek).mutation(({ ctx, input }) =>
      saveRunningWeek({ ...ctx, input }),
    ),
    reset: writerOfClient(runningInputs.resetRunningWeek).mutation(({ ctx, input }) =>
      resetRunningWeek({ ...ctx, input }),
    ),
  }),
  races: router({
    save: writerOfClient(runningInputs.saveRace).mutation(({ ctx, input }) => saveRace({ ...ctx, input })),
    remove: writerOfClient(runningInputs.removeRace).mutation(({ ctx, input }) => removeRace({ ...ctx, input })),
  }),
  programs: router({
    build: writerOfClient(programInputs.buildProgram).mutation(({ ctx, input }) => buildProgram({ ...ctx, input })),
    get: staff(programInputs.programKey).query(({ ctx, input }) => getProgram({ ...ctx, input })),
    edit: writer(programInputs.editProgram).mutation(({ ctx, input }) => editProgram({ ...ctx, input })),
    undo: writer(programInputs.undoEdit).mutation(({ ctx, input }) => undoEdit({ ...ctx, input })),
    previewRebuild: staff(programInputs.programKey).query(({ ctx, input }) => previewRebuild({ ...ctx, input })),
    rebuild: writer(programInputs.rebuildProgram).mutation(({ ctx, input }) => rebuildProgram({ ...ctx, input })),
    publish: writer(programInputs.publishProgram).mutation(({ ctx, input }) => publishProgram({ ...ctx, input })),
    discard: writer(programInputs.discardProgram).mutation(({ ctx, input }) => discardProgram({ ...ctx, input })),
  }),
  sessions: router({
    get: staff(sessionInputs.sessionKey).query(({ ctx, input }) => getSession({ ...ctx, input })),
  }),
  waitlist: router({
    overview: staff(nothing).query(({ ctx }) => getWaitlist(ctx)),
    setSpots: writer(waitlistInputs.setSpots).mutation(({ ctx, input }) => setSpots({ ...ctx, input })),
    open: writer(waitlistInputs.openOpening).mutation(({ ctx, input }) => openOpening({ ...ctx, input })),
    close: writer(waitlistInputs.closeOpening).mutation(({ ctx, input }) => closeOpening({ ...ctx, input })),
    withdraw: writer(waitlistInputs.withdrawOffer).mutation(({ ctx, input }) => withdrawOffer({ ...ctx, input })),
    skip: writer(waitlistInputs.skipEntry).mutation(({ ctx, input }) => skipEntry({ ...ctx, input })),
  }),
  rules: router({
    get: staff(nothing).query(({ ctx }) => getRuleSet(ctx)),
    preview: owner(ruleInputs.previewRuleSet).query(({ ctx, input }) => previewRuleSet({ ...ctx, input })),
    save: ownerWrites(ruleInputs.saveRuleSet).mutation(({ ctx, input }) => saveRuleSet({ ...ctx, input })),
    setAside: writerOfClient(ruleInputs.setRuleAside).mutation(({ ctx, input }) => setRuleAside({ ...ctx, input })),
    putBack: writerOfClient(ruleInputs.putRuleBack).mutation(({ ctx, input }) => putRuleBack({ ...ctx, input })),
  }),
  outbox: router({
    list: owner(outboxInputs.listMails).query(({ ctx, input }) => listMails({ ...ctx, input })),
    get: owner(outboxInputs.mailKey).query(({ ctx, input }) => getMail({ ...ctx, input })),
  }),
  audit: router({
    list: owner(outboxInputs.listAudit).query(({ ctx, input }) => listAudit({ ...ctx, input })),
  }),
});

export type CoachRouter = typeof coachRouter;
