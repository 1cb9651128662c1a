'use client';

import type { Conflict } from '@groundwork/api/errors';
import type { ProgramView } from '@groundwork/api/views/program';
import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import { checkProgram } from '@groundwork/engine/check-program';
import type { Finding } from '@groundwork/engine/finding';
import type { Profile } from '@groundwork/engine/profile';
import type { Program } from '@groundwork/engine/program';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ApiProblem, readApiProblem } from '../lib/api-error.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.tsx';
import { applyEdit, type ProgramEdit } from './apply-edit.ts';

/** One press of hers: how many edits it took, and the draft before them. */
interface Step {
  readonly edits: number;
  readonly before: Program;
}

/** What waits to be sent. */
type Act =
  | { readonly kind: 'edit'; readonly edit: ProgramEdit }
  /** Where an undone edit leads; unknown for one from before the page was opened. */
  | { readonly kind: 'undo'; readonly to: Program | undefined };

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
  readonly replace: (saved: Saved) => void;
}

interface Saved {
  readonly draft: Program;
  readonly revision: number;
  readonly canUndo: boolean;
}

/**
 * The draft being edited. Every edit shows at once, is checked by the engine in the browser, and is saved one after the other, each naming
 * the revision it was made on. A stale one stops the line: what waits is kept until she decides.
 */
export function useProgramDraft(view: ProgramView, profile: Profile): ProgramDraft {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState<Saved>(view);
  const [queue, setQueue] = useState<readonly Act[]>([]);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [conflict, setConflict] = useState<ProgramDraft['conflict']>();
  const [problem, setProblem] = useState<ApiProblem>();
  const isSending = useRef(false);
  const { programId, rules } = view;

  const draft = useMemo(() => applyAll(saved.draft, queue, profile, rules), [saved.draft, queue, profile, rules]);
  const findings = useMemo(() => checkProgram({ program: draft, profile, rules }), [draft, profile, rules]);

  useEffect(() => {
    const [next] = queue;
    if (!next || isSending.current || conflict || problem) return;
    isSending.current = true;
    const { revision } = saved;
    const answered =
      next.kind === 'edit'
        ? client.programs.edit.mutate({ programId, revision, edit: next.edit })
        : client.programs.undo.mutate({ programId, revision });
    answered
      .then((answer) => {
        setSaved(answer);
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
      const acts: Act[] = [];
      for (const one of edits) {
        const applied = applyEdit(program, one, profile, rules);
        if (!applied.ok) return applied.message;
        // Setting what is set already is no edit, and nothing to undo.
        if (isSameProgram(applied.program, program)) continue;
        acts.push({ kind: 'edit', edit: one });
        program = applied.program;
      }
      if (acts.length === 0) return undefined;
      setProblem(undefined);
      setQueue((waiting) => [...waiting, ...acts]);
      setSteps((past) => [...past, { edits: acts.length, before: draft }].slice(-50));
      return undefined;
    },
    [draft, profile, rules],
  );

  const canUndoEarlier = saved.canUndo && queue.length === 0;
  const undo = useCallback(() => {
    const last = steps.at(-1);
    if (!last && !canUndoEarlier) return;
    const count = last?.edits ?? 1;
    const acts = Array.from({ length: count }, (_, index): Act => {
      return { kind: 'undo', to: index === count - 1 ? last?.before : undefined };
    });
    setSteps((past) => past.slice(0, -1));
    setProblem(undefined);
    setQueue((waiting) => [...waiting, ...acts]);
  }, [steps, canUndoEarlier]);

  return {
    draft,
    findings,
    revision: saved.revision,
    waiting: queue.length,
    canUndo: steps.length > 0 || canUndoEarlier,
    conflict,
    problem,
    edit,
    undo,
    reapply: () => {
      if (!conflict) return;
      setSaved(conflict.theirs);
      setQueue((waiting) => keepApplicable(conflict.theirs.draft, waiting, profile, rules));
      setSteps([]);
      setConflict(undefined);
    },
    dropMine: () => {
      const theirs = conflict?.theirs;
      if (theirs) setSaved(theirs);
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

const applyAll = (program: Program, acts: readonly Act[], profile: Profile, rules: ClientRules): Program =>
  acts.reduce((before, act) => {
    if (act.kind === 'undo') return act.to ?? before;
    const applied = applyEdit(before, act.edit, profile, rules);
    return applied.ok ? applied.program : before;
  }, program);

/** Edits that still have their place in the other's draft. What she meant to undo is not there any more. */
function keepApplicable(program: Program, acts: readonly Act[], profile: Profile, rules: ClientRules): readonly Act[] {
  let now = program;
  return acts.filter((act) => {
    if (act.kind === 'undo') return false;
    const applied = applyEdit(now, act.edit, profile, rules);
    if (applied.ok) now = applied.program;
    return applied.ok;
  });
}

const isSameProgram = (one: Program, other: Program): boolean =>
  one.weeks.every((week, index) => week === other.weeks[index] || isSameJson(week, other.weeks[index]));

const isSameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
