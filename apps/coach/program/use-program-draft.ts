'use client';

import type { Conflict } from '@groundwork/api/errors';
import type { ProgramView } from '@groundwork/api/views/program';
import { checkProgram } from '@groundwork/engine/check-program';
import type { Finding } from '@groundwork/engine/finding';
import type { Profile } from '@groundwork/engine/profile';
import type { Program } from '@groundwork/engine/program';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ApiProblem, readApiProblem } from '../lib/api-error.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.tsx';
import { applyEdit, type ProgramEdit } from './apply-edit.ts';

/** One press of hers: the edits it takes, and those that take it back. */
interface Step {
  readonly edits: readonly ProgramEdit[];
  readonly takesBack: readonly ProgramEdit[];
}

export interface ProgramDraft {
  /** What she sees: the saved draft with her waiting edits on it. */
  readonly draft: Program;
  readonly findings: readonly Finding[];
  readonly revision: number;
  readonly waiting: number;
  readonly canUndo: boolean;
  readonly conflict: { readonly conflict: Conflict; readonly theirs: ProgramView } | undefined;
  readonly problem: ApiProblem | undefined;
  /** The sentence against an edit that the rules of the grid do not allow; undefined when it stands. */
  readonly edit: (edits: readonly ProgramEdit[]) => string | undefined;
  readonly undo: () => void;
  /** Takes the other coach's state and sends the waiting edits again on top of it. */
  readonly reapply: () => void;
  readonly dropMine: () => void;
  /** Takes a state that the server gave after something other than an edit. */
  readonly replace: (saved: { readonly draft: Program; readonly revision: number }) => void;
}

/**
 * The draft being edited. Every edit shows at once, is checked by the engine in the browser, and is saved one after the other, each naming
 * the revision it was made on. A stale one stops the line: what waits is kept until she decides.
 */
export function useProgramDraft(view: ProgramView, profile: Profile): ProgramDraft {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState({ draft: view.draft, revision: view.revision });
  const [queue, setQueue] = useState<readonly ProgramEdit[]>([]);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [conflict, setConflict] = useState<ProgramDraft['conflict']>();
  const [problem, setProblem] = useState<ApiProblem>();
  const isSending = useRef(false);
  const { programId } = view;

  const draft = useMemo(() => applyAll(saved.draft, queue, profile), [saved.draft, queue, profile]);
  const findings = useMemo(() => checkProgram({ program: draft, profile }), [draft, profile]);

  useEffect(() => {
    const [next] = queue;
    if (!next || isSending.current || conflict || problem) return;
    isSending.current = true;
    client.programs.edit
      .mutate({ programId, revision: saved.revision, edit: next })
      .then((answer) => {
        setSaved({ draft: answer.draft, revision: answer.revision });
        setQueue((waiting) => waiting.slice(1));
      })
      .catch(async (error: unknown) => {
        const read = readApiProblem(error);
        if (read.code === 'CONFLICT' && read.conflict) {
          const theirs = await queryClient.fetchQuery({
            ...trpc.programs.get.queryOptions({ programId }),
            staleTime: 0,
          });
          setConflict({ conflict: read.conflict, theirs });
        } else setProblem(read);
      })
      .finally(() => {
        isSending.current = false;
        // A new object wakes the effect for the next one in line.
        setSaved((now) => ({ ...now }));
      });
  }, [queue, saved, conflict, problem, client, programId, queryClient, trpc]);

  const edit = useCallback(
    (edits: readonly ProgramEdit[]): string | undefined => {
      let program = draft;
      const takesBack: ProgramEdit[] = [];
      for (const one of edits) {
        const applied = applyEdit(program, one, profile);
        if (!applied.ok) return applied.message;
        takesBack.unshift(...applied.takesBack);
        program = applied.program;
      }
      setProblem(undefined);
      setQueue((waiting) => [...waiting, ...edits]);
      setSteps((past) => [...past, { edits, takesBack }].slice(-50));
      return undefined;
    },
    [draft, profile],
  );

  const undo = useCallback(() => {
    const last = steps.at(-1);
    if (!last) return;
    setSteps((past) => past.slice(0, -1));
    setQueue((waiting) => [...waiting, ...last.takesBack]);
  }, [steps]);

  return {
    draft,
    findings,
    revision: saved.revision,
    waiting: queue.length,
    canUndo: steps.length > 0,
    conflict,
    problem,
    edit,
    undo,
    reapply: () => {
      if (!conflict) return;
      setSaved({ draft: conflict.theirs.draft, revision: conflict.theirs.revision });
      setQueue((waiting) => keepApplicable(conflict.theirs.draft, waiting, profile));
      setSteps([]);
      setConflict(undefined);
    },
    dropMine: () => {
      const theirs = conflict?.theirs;
      if (theirs) setSaved({ draft: theirs.draft, revision: theirs.revision });
      setQueue([]);
      setSteps([]);
      setConflict(undefined);
      setProblem(undefined);
    },
    replace: (state) => {
      setSaved(state);
      setQueue([]);
      setSteps([]);
      setProblem(undefined);
    },
  };
}

const applyAll = (program: Program, edits: readonly ProgramEdit[], profile: Profile): Program =>
  edits.reduce((before, one) => {
    const applied = applyEdit(before, one, profile);
    return applied.ok ? applied.program : before;
  }, program);

/** Edits that still have their place in the other's draft. */
function keepApplicable(program: Program, edits: readonly ProgramEdit[], profile: Profile): readonly ProgramEdit[] {
  let now = program;
  return edits.filter((one) => {
    const applied = applyEdit(now, one, profile);
    if (applied.ok) now = applied.program;
    return applied.ok;
  });
}
