import type { program } from '@groundwork/db/schema/program';
import type { DraftSaved } from '../../views/program.ts';

type ProgramRow = typeof program.$inferSelect;

/** The database allows one or two. */
export const toSessionsPerWeek = (count: number): 1 | 2 | 3 => (count === 1 ? 1 : count === 3 ? 3 : 2);

export const toDraftSaved = (row: ProgramRow, canUndo: boolean): DraftSaved => ({
  programId: row.id,
  revision: row.revision,
  canUndo,
  draft: row.draft,
  findings: row.findings,
  notes: row.notes,
  holds: row.holds,
});
