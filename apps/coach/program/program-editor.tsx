'use client';

import type { ProgramView } from '@groundwork/api/views/program';
import { explainReason } from '@groundwork/engine/explain';
import type { Explanation } from '@groundwork/engine/explanation';
import type { Finding } from '@groundwork/engine/finding';
import { daysBetween, mondayOf } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import type { PlannedSession, Program, ProgramWeek } from '@groundwork/engine/program';
import type { Weekday } from '@groundwork/engine/vocabulary';
import { capitalise, countOf } from '@groundwork/ui/count-words';
import { formatWeek } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { Kbd } from '@groundwork/ui/primitives/kbd';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { WeekStrip } from '@groundwork/ui/training/week-strip';
import { useMutation } from '@tanstack/react-query';
import { Lock, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import type { ProgramEdit } from './apply-edit.ts';
import { listProgramChanges } from './compare-programs.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { explainPrescription } from './explain-prescription.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { buildBlockGrid, type GridCell, type GridRow } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { numberFindings } from './number-findings.ts';
import { PrescriptionWhy } from './prescription-why.tsx';
import { ProgramMatrix } from './program-matrix.tsx';
import { buildStripDays } from './strip-days.tsx';
import { useProgramDraft } from './use-program-draft.ts';
import { VersionList } from './version-list.tsx';
import { WeekCards } from './week-cards.tsx';
import { WeekCount } from './week-count.tsx';

const SwapDialog = dynamic(() => import('./swap-dialog.tsx').then((module) => module.SwapDialog), { ssr: false });
const MoveDialog = dynamic(() => import('./move-dialog.tsx').then((module) => module.MoveDialog), { ssr: false });
const DiscardDialog = dynamic(() => import('./discard-dialog.tsx').then((module) => module.DiscardDialog), {
  ssr: false,
});
const PublishDialog = dynamic(() => import('./publish-dialog.tsx').then((module) => module.PublishDialog), {
  ssr: false,
});

type Asks =
  | { readonly kind: 'swap'; readonly row: GridRow }
  | { readonly kind: 'add'; readonly label: 'A' | 'B' }
  | { readonly kind: 'move'; readonly session: PlannedSession; readonly wished: Weekday | undefined }
  | { readonly kind: 'publish' }
  | { readonly kind: 'discard' };

/** The builder and review of a program: the running week and its reasons on top, the block as a grid, findings in the margin. */
export function ProgramEditor({
  view,
  profile,
  timeZone,
  canEdit,
}: {
  readonly view: ProgramView;
  readonly profile: Profile;
  readonly timeZone: string;
  readonly canEdit: boolean;
}) {
  const draftState = useProgramDraft(view, profile);
  const { draft, findings, edit } = draftState;
  const trpc = useTRPC();
  const router = useRouter();
  const { client, programId } = view;
  const nowWeek = findWeekOf(draft, client.today);
  const [blockNumber, setBlockNumber] = useState(nowWeek?.block ?? 1);
  const [weekNumber, setWeekNumber] = useState(nowWeek?.number ?? 1);
  const [asks, setAsks] = useState<Asks>();
  const [why, setWhy] = useState<{ readonly heading: string; readonly explanations: readonly Explanation[] }>();
  const [notice, setNotice] = useState<string>();
  const closeWhy = useCallback(() => setWhy(undefined), []);
  const block = draft.blocks.find((one) => one.number === blockNumber) ?? draft.blocks[0];
  const week = draft.weeks.find((one) => one.number === weekNumber) ?? draft.weeks[0];
  const grid = useMemo(() => (block ? buildBlockGrid(draft, block) : undefined), [draft, block]);
  const { listed, cells, numbers } = useMemo(() => numberFindings(findings, draft), [findings, draft]);
  const lockedKeys = useMemo(() => new Set(view.locked.map((session) => session.key)), [view.locked]);
  const changes = useMemo(
    () => (view.publishedContent ? listProgramChanges(view.publishedContent, draft) : []),
    [view.publishedContent, draft],
  );
  const errorCount = findings.filter((finding) => finding.severity === 'error').length;

  const publish = useMutation(
    trpc.programs.publish.mutationOptions({
      onSuccess: ({ version }) => {
        setAsks(undefined);
        showToast({ text: `Version ${version.number} is published` });
        router.refresh();
      },
      onError: (error) => {
        if (readApiProblem(error).code === 'CONFLICT') setAsks(undefined);
      },
    }),
  );
  const discard = useMutation(
    trpc.programs.discard.mutationOptions({
      onSuccess: ({ outcome }) => {
        showToast({ text: outcome === 'removed' ? 'The draft is gone' : 'Back at the published version' });
        if (outcome === 'removed') router.push(`/clients/${client.clientId}`);
        // The state is the server's again; a full load is the plain way to it.
        else window.location.reload();
      },
      onError: (error) => {
        setAsks(undefined);
        setNotice(readApiProblem(error).message);
      },
    }),
  );
  const rebuild = useMutation(
    trpc.programs.rebuild.mutationOptions({
      onSuccess: (saved) => {
        draftState.replace(saved);
        showToast({ text: 'Built again from the profile as it is now' });
        router.refresh();
      },
      onError: (error) => setNotice(readApiProblem(error).message),
    }),
  );

  if (!block || !week || !grid) return null;

  const apply = (edits: readonly ProgramEdit[], done?: string) => {
    const refused = edit(edits);
    setNotice(refused);
    if (!refused && done) showToast({ text: done, act: { label: 'Undo', run: draftState.undo } });
  };
  const openCells = (row: GridRow) => row.cells.filter((cell) => cell !== null && !lockedKeys.has(cell.session.key));
  const firstOpen = (row: GridRow): GridCell | undefined => openCells(row)[0] ?? undefined;
  const acts: MatrixActs = {
    onSetDose: (cell, { sets, amount, load, rir }) => apply([setFields(cell, { sets, amount, load, rir }, 'session')]),
    onFillRight: (cell) => {
      const { sets, amount, load, rir } = cell.prescription;
      apply(
        [setFields(cell, { sets, amount, load, rir }, 'block')],
        `${cell.prescription.slot} filled to the block’s end`,
      );
    },
    onSetRest: (row, restSeconds) => {
      const cell = firstOpen(row);
      if (cell) apply([setFields(cell, { restSeconds }, 'block')]);
      else setNotice(allLogged);
    },
    onSwap: (row) => {
      if (firstOpen(row)) setAsks({ kind: 'swap', row });
      else setNotice(allLogged);
    },
    onRemoveSlot: (row) => {
      const cell = firstOpen(row);
      if (!cell) {
        setNotice(allLogged);
        return;
      }
      apply(
        [{ kind: 'remove_slot', session: cell.session.key, slot: row.slot, reach: 'block' }],
        `${row.slot} is taken out`,
      );
    },
    onRemoveCell: (cell) =>
      apply(
        [{ kind: 'remove_slot', session: cell.session.key, slot: cell.prescription.slot, reach: 'session' }],
        `${cell.prescription.slot} is taken out of week ${cell.week}`,
      ),
    onAddSlot: (label) => setAsks({ kind: 'add', label }),
    onMoveSession: (session) => setAsks({ kind: 'move', session, wished: undefined }),
    onPickWeek: setWeekNumber,
    onWhy: (cell) => {
      setWeekNumber(cell.week);
      setWhy(explainPrescription(cell));
    },
    onUndo: draftState.undo,
  };
  const fixOf = (finding: Finding) => findFix(finding, draft, lockedKeys, (edits, done) => apply(edits, done));
  const sessionsOf = (label: 'A' | 'B') =>
    grid.sections.find((section) => section.label === label)?.sessions.filter((one) => one !== null) ?? [];
  const offReason = !canEdit
    ? 'An assistant reads'
    : draftState.conflict
      ? 'Settle the conflict first'
      : draftState.waiting > 0
        ? 'Saving'
        : view.versions.length > 0 && changes.length === 0
          ? 'Nothing new to publish'
          : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_300px]">
      <div className="min-w-0">
        <header className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-60">
            <p className="text-xs text-ink-3">
              <Link href={`/clients/${client.clientId}`} className="text-ink-3 no-underline hover:underline">
                {client.name}
              </Link>
              , {view.title}
            </p>
            <h1 className="text-2xl">
              Block {block.number}, weeks {block.firstWeek} to {block.lastWeek}
            </h1>
          </div>
          <span className="pb-1.5 text-sm text-ink-2" aria-live="polite" data-testid="draft-state">
            {describeState(view, changes.length, draftState.waiting, draftState.conflict !== undefined)}
          </span>
          <Button
            icon={<Undo2 aria-hidden className="size-4" strokeWidth={1.75} />}
            onClick={draftState.undo}
            offReason={draftState.canUndo ? null : 'Nothing to undo'}
          >
            Undo
          </Button>
          <Button
            variant="primary"
            offReason={offReason}
            onClick={() => {
              publish.reset();
              setAsks({ kind: 'publish' });
            }}
          >
            {errorCount > 0 ? `Publish, ${countOf(errorCount, 'error')} to override` : 'Publish'}
          </Button>
        </header>
        {draft.blocks.length > 1 ? (
          <div
            role="tablist"
            aria-label="Blocks"
            className="mt-3 flex gap-5 relative overflow-x-auto border-b border-rule text-sm"
          >
            {draft.blocks.map((one) => (
              <button
                key={one.number}
                type="button"
                role="tab"
                aria-selected={one.number === block.number}
                onClick={() => {
                  setBlockNumber(one.number);
                  setWeekNumber(one.firstWeek);
                  setWhy(undefined);
                }}
                className="shrink-0 pb-1.5 font-medium text-ink-2 hover:text-ink aria-selected:font-semibold aria-selected:text-ink aria-selected:shadow-[inset_0_-3px_0_var(--color-green)]"
              >
                Block {one.number}
                <span className="ml-1.5 font-normal text-ink-3">
                  {one.firstWeek} to {one.lastWeek}
                </span>
              </button>
            ))}
          </div>
        ) : null}
        {notice ? <FormError className="mt-3">{notice}</FormError> : null}
        {draftState.problem ? (
          <FormError className="mt-3">
            {draftState.problem.problems[0]?.message ?? draftState.problem.message} Your edit is not saved.{' '}
            <button type="button" className="font-semibold underline" onClick={draftState.dropMine}>
              Take it back
            </button>
          </FormError>
        ) : null}
        {draftState.conflict ? (
          <ConflictNotice
            conflict={draftState.conflict.conflict}
            timeZone={timeZone}
            differences={listProgramChanges(draftState.conflict.theirs.draft, draft)}
            pendingCount={draftState.waiting}
            isBusy={false}
            onReapply={draftState.reapply}
            onDrop={draftState.dropMine}
          />
        ) : null}
        <p className="mt-3.5 pb-1.5 text-xs text-ink-3">
          Running week of week {week.number}, {formatWeek(week.startsOn)}
          {week.phase === 'build' ? '' : `, ${phaseWords[week.phase]}`}. A slashed weight marks a day that strength may
          not use.
        </p>
        <WeekStrip
          key={week.number}
          label={`Running week of week ${week.number}`}
          days={buildStripDays({
            week,
            profile,
            today: client.today,
            lockedKeys,
            actsOf: (day) =>
              canEdit && week.sessions.some((session) => !lockedKeys.has(session.key)) ? (
                <Button
                  size="row"
                  onClick={() => {
                    const session = week.sessions.find((one) => !lockedKeys.has(one.key));
                    if (session) setAsks({ kind: 'move', session, wished: day });
                  }}
                >
                  Place it anyway
                </Button>
              ) : null,
          })}
        />
        {why ? <PrescriptionWhy heading={why.heading} explanations={why.explanations} onClose={closeWhy} /> : null}
        <div className="mt-5 hidden md:block">
          <ProgramMatrix
            key={block.number}
            grid={grid}
            unit={profile.unit}
            today={client.today}
            pickedWeek={week.number}
            numbers={numbers}
            tinted={cells}
            lockedKeys={lockedKeys}
            canEdit={canEdit && !draftState.conflict}
            acts={acts}
          />
          <Legend unit={profile.unit} />
        </div>
        <div className="mt-5 md:hidden">
          <WeekCards
            grid={grid}
            week={week}
            unit={profile.unit}
            numbers={numbers}
            tinted={cells}
            lockedKeys={lockedKeys}
            canEdit={canEdit && !draftState.conflict}
            acts={acts}
          />
        </div>
        <BlockReasons reasons={block.reasons.map((reason) => explainReason(reason))} />
      </div>
      <aside aria-label="Findings and versions" className="min-w-0 text-sm [&>:first-child>:first-child]:mt-1">
        <FindingsPanel listed={listed} fixOf={fixOf} canEdit={canEdit} />
        <WeekCount week={week} />
        <VersionList view={view} timeZone={timeZone} />
        {canEdit ? (
          <div className="mt-6 flex flex-wrap gap-2">
            <Button
              size="row"
              busy={rebuild.isPending}
              busyLabel="Building"
              onClick={() => rebuild.mutate({ programId, revision: draftState.revision })}
            >
              Build again from the profile
            </Button>
            {view.versions.length === 0 || changes.length > 0 ? (
              <Button size="row" variant="danger" onClick={() => setAsks({ kind: 'discard' })}>
                Drop the draft
              </Button>
            ) : null}
          </div>
        ) : null}
      </aside>
      {asks?.kind === 'swap' || asks?.kind === 'add' ? (
        <SwapDialog
          title={asks.kind === 'swap' ? `Another exercise for ${asks.row.slot}` : `Add to Strength ${asks.label}`}
          currentId={asks.kind === 'swap' ? asks.row.exerciseId : undefined}
          profile={profile}
          taken={
            sessionsOf(asks.kind === 'swap' ? asks.row.label : asks.label)
              .at(-1)
              ?.prescriptions.map((one) => one.exerciseId) ?? []
          }
          onClose={() => setAsks(undefined)}
          onChoose={(exerciseId) => {
            setAsks(undefined);
            if (asks.kind === 'swap') {
              const cell = firstOpen(asks.row);
              if (cell) apply([setFields(cell, { exerciseId }, 'block')], `${asks.row.slot} is swapped`);
              return;
            }
            const session = sessionsOf(asks.label).find((one) => !lockedKeys.has(one.key));
            if (session) apply([{ kind: 'add_slot', session: session.key, exerciseId, reach: 'block' }], 'Added');
          }}
        />
      ) : null}
      {asks?.kind === 'move' ? (
        <MoveDialog
          session={asks.session}
          week={draft.weeks.find((one) => one.sessions.some((session) => session.key === asks.session.key)) ?? week}
          wished={asks.wished}
          onClose={() => setAsks(undefined)}
          onMove={(date) => {
            setAsks(undefined);
            apply(
              [{ kind: 'move_session', session: asks.session.key, date }],
              `Strength ${asks.session.label} is moved`,
            );
          }}
        />
      ) : null}
      {asks?.kind === 'discard' ? (
        <DiscardDialog
          isFirst={view.versions.length === 0}
          isBusy={discard.isPending}
          onDiscard={() => discard.mutate({ programId, revision: draftState.revision })}
          onClose={() => setAsks(undefined)}
        />
      ) : null}
      {asks?.kind === 'publish' ? (
        <PublishDialog
          program={{ ...view, draft }}
          changes={changes}
          errorCount={errorCount}
          isBusy={publish.isPending}
          problem={publish.error ? readApiProblem(publish.error) : undefined}
          onClose={() => setAsks(undefined)}
          onPublish={(publication) => publish.mutate({ programId, revision: draftState.revision, ...publication })}
        />
      ) : null}
    </div>
  );
}

const allLogged = 'Every week of this slot is logged and never changes.';

const phaseWords = { deload: 'a light week', taper: 'taper', return: 'after the race', build: '' } as const;

const setFields = (
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

const findWeekOf = (program: Program, today: string): ProgramWeek | undefined =>
  program.weeks.find((week) => week.startsOn === mondayOf(today)) ??
  (daysBetween(today, program.startsOn) > 0 ? program.weeks[0] : undefined);

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

/** A finding that one number settles. */
function findFix(
  finding: Finding,
  program: Program,
  locked: ReadonlySet<string>,
  apply: (edits: readonly ProgramEdit[], done: string) => void,
) {
  const { week, session: label, slot } = finding.at;
  if (week === undefined || label === undefined || slot === undefined) return undefined;
  const weeks = program.weeks.filter((one) => one.number >= week && one.number <= (finding.at.throughWeek ?? week));
  const sessions = weeks
    .flatMap((one) => one.sessions)
    .filter((session) => session.label === label && !locked.has(session.key));
  const key = sessions[0]?.key;
  if (key === undefined) return undefined;
  const fields =
    finding.code === 'M1_REST_TOO_SHORT'
      ? ({ restSeconds: 180 } as const)
      : finding.code === 'M1_STRENGTH_REPS'
        ? ({ amount: 6 } as const)
        : undefined;
  if (!fields) return undefined;
  const words = 'restSeconds' in fields ? 'Set 3 min' : 'Set 6 reps';
  return {
    label: words,
    run: () =>
      apply(
        sessions.map((session) => ({
          kind: 'set_prescription' as const,
          session: session.key,
          slot,
          reach: 'session' as const,
          fields,
        })),
        `${slot}: ${words.toLowerCase()}`,
      ),
  };
}

function Legend({ unit }: { readonly unit: string }) {
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-[18px] gap-y-1.5 text-xs text-ink-2">
      <span className="text-ink-3">Sets × reps or seconds, load in {unit}.</span>
      <span>
        <b className="text-green">Green</b> rises on the week before
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Lock aria-hidden className="size-3" strokeWidth={1.75} />
        logged, never changes
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-2 bg-ink-3 [clip-path:polygon(0_0,100%_0,100%_100%)]" />
        set by hand
      </span>
      <span className="ml-auto inline-flex flex-wrap items-center gap-x-3.5 gap-y-1.5">
        {[
          ['↵', 'edit'],
          ['D', 'fill right'],
          ['W', 'why'],
          ['F', 'next finding'],
        ].map(([key, words]) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <Kbd>{key}</Kbd> {words}
          </span>
        ))}
      </span>
    </div>
  );
}

function BlockReasons({ reasons }: { readonly reasons: readonly Explanation[] }) {
  if (reasons.length === 0) return null;
  return (
    <details className="mt-6 border-t border-ink pt-2 text-sm">
      <summary className="font-serif text-lg font-semibold">Why this block looks like this</summary>
      <ul className="mt-1 grid gap-x-10 md:grid-cols-2">
        {reasons.map((reason) => (
          <li key={reason.title + reason.claim} className="border-b border-rule py-2">
            <b>{reason.title}</b>
            <p className="mt-0.5 font-serif text-base leading-[1.4rem]">{reason.claim}</p>
            <Link href={`/rules/${reason.rule.id}`} className="text-xs text-ink-3 no-underline hover:underline">
              rule {reason.rule.id}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
