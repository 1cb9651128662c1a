import type { ProgramView } from '@groundwork/api/views/program';
import type { Profile } from '@groundwork/engine/profile';
import type { PlannedSession, Program, ProgramWeek } from '@groundwork/engine/program';
import type { SessionLabel, Weekday } from '@groundwork/engine/vocabulary';
import dynamic from 'next/dynamic';
import { readApiProblem } from '../lib/api-error.ts';
import type { ProgramEdit } from './apply-edit.ts';
import type { ProgramChange } from './compare-programs.ts';
import { type BlockGrid, findOpenCell, type GridCell, type GridRow } from './grid-rows.ts';
import { setFields } from './set-fields.ts';
import type { ProgramRelease } from './use-program-release.ts';

const SwapDialog = dynamic(() => import('./swap-dialog.tsx').then((module) => module.SwapDialog), { ssr: false });
const MoveDialog = dynamic(() => import('./move-dialog.tsx').then((module) => module.MoveDialog), { ssr: false });
const PairDialog = dynamic(() => import('./pair-dialog.tsx').then((module) => module.PairDialog), { ssr: false });
const RebuildDialog = dynamic(() => import('./rebuild-dialog.tsx').then((module) => module.RebuildDialog), {
  ssr: false,
});
const DiscardDialog = dynamic(() => import('./discard-dialog.tsx').then((module) => module.DiscardDialog), {
  ssr: false,
});
const PublishDialog = dynamic(() => import('./publish-dialog.tsx').then((module) => module.PublishDialog), {
  ssr: false,
});

/** What a dialog is open for. */
export type ProgramAsk =
  | { readonly kind: 'swap'; readonly row: GridRow }
  | { readonly kind: 'add'; readonly label: SessionLabel }
  | { readonly kind: 'pair'; readonly cell: GridCell }
  | { readonly kind: 'move'; readonly session: PlannedSession; readonly wished: Weekday | undefined }
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'discard' };

/** The one dialog that is open over the builder, if any; each is fetched when first needed. */
export function ProgramDialogs({
  asks,
  view,
  draft,
  revision,
  profile,
  grid,
  week,
  lockedKeys,
  changes,
  errorCount,
  release,
  apply,
  onClose,
}: {
  readonly asks: ProgramAsk | undefined;
  readonly view: ProgramView;
  readonly draft: Program;
  readonly revision: number;
  readonly profile: Profile;
  readonly grid: BlockGrid;
  readonly week: ProgramWeek;
  readonly lockedKeys: ReadonlySet<string>;
  readonly changes: readonly ProgramChange[];
  readonly errorCount: number;
  readonly release: ProgramRelease;
  readonly apply: (edits: readonly ProgramEdit[], done: string) => void;
  readonly onClose: () => void;
}) {
  const sessionsOf = (label: SessionLabel) =>
    grid.sections.find((section) => section.label === label)?.sessions.filter((one) => one !== null) ?? [];
  if (!asks) return null;
  return (
    <>
      {asks.kind === 'swap' || asks.kind === 'add' ? (
        <SwapDialog
          title={asks.kind === 'swap' ? `Another exercise for ${asks.row.slot}` : `Add to Strength ${asks.label}`}
          currentId={asks.kind === 'swap' ? asks.row.exerciseId : undefined}
          profile={profile}
          taken={
            sessionsOf(asks.kind === 'swap' ? asks.row.label : asks.label)
              .at(-1)
              ?.prescriptions.map((one) => one.exerciseId) ?? []
          }
          onClose={onClose}
          onChoose={(exerciseId) => {
            onClose();
            if (asks.kind === 'swap') {
              const cell = findOpenCell(asks.row, lockedKeys);
              if (cell) apply([setFields(cell, { exerciseId }, 'block')], `${asks.row.slot} is swapped`);
              return;
            }
            const session = sessionsOf(asks.label).find((one) => !lockedKeys.has(one.key));
            if (session) apply([{ kind: 'add_slot', session: session.key, exerciseId, reach: 'block' }], 'Added');
          }}
        />
      ) : null}
      {asks.kind === 'pair' ? (
        <PairDialog
          line={asks.cell.prescription}
          others={asks.cell.session.prescriptions.filter((one) => one.slot !== asks.cell.prescription.slot)}
          onClose={onClose}
          onChoose={(partner) => {
            onClose();
            const { session, prescription } = asks.cell;
            apply(
              [{ kind: 'pair_slots', session: session.key, slot: prescription.slot, partner, reach: 'block' }],
              `${prescription.slot} and ${partner} go by turns`,
            );
          }}
        />
      ) : null}
      {asks.kind === 'move' ? (
        <MoveDialog
          session={asks.session}
          week={draft.weeks.find((one) => one.sessions.some((session) => session.key === asks.session.key)) ?? week}
          wished={asks.wished}
          rules={view.rules}
          onClose={onClose}
          onMove={(date, reason) => {
            onClose();
            apply(
              [{ kind: 'move_session', session: asks.session.key, date, ...(reason ? { reason } : {}) }],
              `Strength ${asks.session.label} is moved`,
            );
          }}
        />
      ) : null}
      {asks.kind === 'rebuild' ? (
        <RebuildDialog
          programId={view.programId}
          revision={revision}
          isBusy={release.rebuild.isPending}
          onTake={() => release.rebuild.mutate({ programId: view.programId, revision })}
          onClose={onClose}
        />
      ) : null}
      {asks.kind === 'discard' ? (
        <DiscardDialog
          isFirst={view.versions.length === 0}
          isBusy={release.discard.isPending}
          onDiscard={() => release.discard.mutate({ programId: view.programId, revision })}
          onClose={onClose}
        />
      ) : null}
      {asks.kind === 'publish' ? (
        <PublishDialog
          program={{ ...view, draft }}
          changes={changes}
          errorCount={errorCount}
          isBusy={release.publish.isPending}
          problem={release.publish.error ? readApiProblem(release.publish.error) : undefined}
          onClose={onClose}
          onPublish={(publication) => release.publish.mutate({ programId: view.programId, revision, ...publication })}
        />
      ) : null}
    </>
  );
}
