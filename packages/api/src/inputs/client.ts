import { z } from 'zod';
import { email } from './email.ts';
import { id, newId } from './id.ts';
import { profileFields, workingLoad } from './profile.ts';
import { filledLine, reason } from './text.ts';
import { timeZone } from './time-zone.ts';

export const clientKey = z.strictObject({ clientId: id });

export const inviteClient = z.strictObject({
  id: newId,
  name: filledLine(80),
  email,
  /** The practice's own when left out. */
  timeZone: timeZone.optional(),
});

export const saveClientProfile = z.strictObject({
  clientId: id,
  revision: z.int().min(1).max(2_147_483_646),
  name: filledLine(80),
  ...profileFields,
});

export const setWorkingLoad = workingLoad.extend({ clientId: id });

export const closeAccess = z.strictObject({ clientId: id, reason });

export const archiveClient = z.strictObject({ clientId: id, reason: reason.optional() });
