import { programWeeks } from '@groundwork/engine/build-program';
import { z } from 'zod';
import { monday, plainDate } from './date.ts';
import { id, newId } from './id.ts';
import { programEdit } from './program-edit.ts';
import { prose, reason } from './text.ts';

const weeksAllowed = `Between ${programWeeks.min} and ${programWeeks.max} weeks.`;
const revision = z.int().min(1).max(2_147_483_646);

export const programKey = z.strictObject({ programId: id });

export const buildProgram = z.strictObject({
  id: newId,
  clientId: id,
  startsOn: monday,
  weeks: z.int('Whole weeks.').min(programWeeks.min, weeksAllowed).max(programWeeks.max, weeksAllowed),
  sessionsPerWeek: z.union([z.literal(1), z.literal(2), z.literal(3)], 'One to three sessions a week.'),
});

/** `revision` is the one the coach saw: a stale one is refused with CONFLICT, and nothing is lost. */
export const editProgram = z.strictObject({ programId: id, revision, edit: programEdit });

/** Undoes the last edit of the draft, where it is the caller's own. */
export const undoEdit = z.strictObject({ programId: id, revision });

/** Builds the draft again from the client's profile as it is now. */
export const rebuildProgram = z.strictObject({ programId: id, revision });

export const publishProgram = z.strictObject({
  programId: id,
  revision,
  versionId: newId,
  /** Sessions before it keep the version they had. Not before the client's today. */
  effectiveFrom: plainDate,
  /** What changed, for the client and for later. */
  note: prose(500).default(''),
  /** Needed when a finding is an error: kept in the audit. */
  overrideReason: reason.optional(),
});

export const discardProgram = z.strictObject({ programId: id, revision });
