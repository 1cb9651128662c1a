import { seal, unseal } from '@groundwork/db/seal';
import type { ClientRecord } from './client-record.ts';
import type { SessionRow } from './session-rows.ts';

/** What a client says of herself in her own words: people write of pain and injuries there, whatever the field is called. */
type Field = 'goal' | 'note';

const sealWords = (words: string, field: Field, practiceId: string, rowId: string): Buffer | null =>
  words === '' ? null : seal(words, { practiceId, rowId: `${rowId}/${field}` });

function openWords(sealed: Buffer, field: Field, row: { readonly practiceId: string; readonly id: string }): string {
  return String(unseal(sealed, { practiceId: row.practiceId, rowId: `${row.id}/${field}` }));
}

/** The columns that keep a client's goal: what was there before it was sealed is emptied. */
export const sealedGoal = (goal: string, place: { readonly practiceId: string; readonly clientId: string }) => ({
  goal: '',
  goalSealed: sealWords(goal, 'goal', place.practiceId, place.clientId),
});

/** The columns that keep how a session went. */
export const sealedNote = (note: string, place: { readonly practiceId: string; readonly sessionId: string }) => ({
  note: '',
  noteSealed: sealWords(note, 'note', place.practiceId, place.sessionId),
});

/** A client's goal. Open words are the newer ones: whoever seals empties them, and an older version that still serves does not. */
export const goalOf = (row: ClientRecord): string =>
  row.goal !== '' || row.goalSealed === null ? row.goal : openWords(row.goalSealed, 'goal', row);

/** How a session went, by the same rule. */
export const noteOf = (row: Pick<SessionRow, 'practiceId' | 'id' | 'note' | 'noteSealed'>): string =>
  row.note !== '' || row.noteSealed === null ? row.note : openWords(row.noteSealed, 'note', row);
