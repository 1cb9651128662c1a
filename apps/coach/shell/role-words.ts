import type { StaffRole } from '@groundwork/api/views/coach-today';

/** What somebody is in her practice. */
export const roleWords: Readonly<Record<StaffRole, string>> = {
  owner: 'owner',
  coach: 'coach',
  assistant: 'assistant, reads only',
};
