import type { ProgramEdit } from './apply-edit.ts';
import type { GridCell } from './grid-rows.ts';

/** The edit that sets fields of a cell, in its session or from it to the block's end. */
export const setFields = (
  cell: GridCell,
  fields: Extract<ProgramEdit, { kind: 'set_prescription' }>['fields'],
  reach: 'session' | 'block',
): ProgramEdit => ({
  kind: 'set_prescription',
  session: cell.session.key,
  slot: cell.prescription.slot,
  reach,
  fields,
});
