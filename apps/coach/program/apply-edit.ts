import type { Profile } from '@groundwork/engine/profile';
import type { Program } from '@groundwork/engine/program';
export type ProgramEdit = any;
export function applyEdit(
  program: Program,
  _edit: ProgramEdit,
  _profile: Profile,
): { ok: true; program: Program; takesBack: ProgramEdit[] } | { ok: false; message: string } {
  return { ok: true, program, takesBack: [] };
}
