import type { ProgramView } from '@groundwork/api/views/program';
import type { Block } from '@groundwork/engine/program';
import { capitalise, countOf } from '@groundwork/ui/count-words';
import { Button } from '@groundwork/ui/primitives/button';
import { Undo2 } from 'lucide-react';
import { NavLink } from '../shell/nav-link.tsx';

/** Whose program it is, how far its draft has come, and the way out of it: undo or publish. */
export function ProgramHead({
  view,
  block,
  changeCount,
  errorCount,
  waiting,
  hasConflict,
  canEdit,
  canUndo,
  onUndo,
  onPublish,
}: {
  readonly view: ProgramView;
  readonly block: Block;
  /** Against the last version. */
  readonly changeCount: number;
  readonly errorCount: number;
  /** Edits not saved yet. */
  readonly waiting: number;
  readonly hasConflict: boolean;
  readonly canEdit: boolean;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly onPublish: () => void;
}) {
  const offReason = !canEdit
    ? 'An assistant reads'
    : hasConflict
      ? 'Settle the conflict first'
      : waiting > 0
        ? 'Saving'
        : view.versions.length > 0 && changeCount === 0
          ? 'Nothing new to publish'
          : null;
  return (
    <header className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-xs text-ink-3">
          <NavLink href={`/clients/${view.client.clientId}`} className="text-ink-3 no-underline hover:underline">
            {view.client.name}
          </NavLink>
          , {view.title}
        </p>
        <h1 className="text-2xl">
          Block {block.number}, weeks {block.firstWeek} to {block.lastWeek}
        </h1>
      </div>
      <span className="pb-1.5 text-sm text-ink-2" aria-live="polite" data-testid="draft-state">
        {describeState(view, changeCount, waiting, hasConflict)}
      </span>
      <Button
        icon={<Undo2 aria-hidden className="size-4" strokeWidth={1.75} />}
        onClick={onUndo}
        offReason={canUndo ? null : 'Nothing to undo'}
      >
        Undo
      </Button>
      <Button variant="primary" offReason={offReason} onClick={onPublish}>
        {errorCount > 0 ? `Publish, ${countOf(errorCount, 'error')} to override` : 'Publish'}
      </Button>
    </header>
  );
}

/** "Draft, 3 changes since version 4" */
function describeState(view: ProgramView, changes: number, waiting: number, isStopped: boolean): string {
  if (waiting > 0)
    return isStopped ? `${capitalise(countOf(waiting, 'edit'))} not saved` : `Saving ${countOf(waiting, 'edit')}`;
  const version = view.versions[0];
  if (!version) return 'Draft, not published yet';
  return changes === 0
    ? `As in version ${version.number}`
    : `Draft, ${countOf(changes, 'change')} since version ${version.number}`;
}
