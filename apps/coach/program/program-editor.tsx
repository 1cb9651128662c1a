'use client';

import type { ProgramView } from '@groundwork/api/views/program';
import { explainReason } from '@groundwork/engine/explain';
import type { Finding } from '@groundwork/engine/finding';
import { daysBetween, mondayOf } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import type { Program, ProgramWeek } from '@groundwork/engine/program';
import { formatWeek } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { WeekStrip } from '@groundwork/ui/training/week-strip';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useState } from 'react';
import type { ProgramEdit } from './apply-edit.ts';
import { BlockReasons } from './block-reasons.tsx';
import { BlockTabs } from './block-tabs.tsx';
import { buildMatrixActs } from './build-matrix-acts.ts';
import { listProgramChanges } from './compare-programs.ts';
import { type ExplainedPrescription, explainPrescription } from './explain-prescription.ts';
import { explainWarmUp } from './explain-warm-up.ts';
import { findFix } from './find-fix.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { buildBlockGrid } from './grid-rows.ts';
import { MatrixLegend } from './matrix-legend.tsx';
import { numberFindings } from './number-findings.ts';
import { type ProgramAsk, ProgramDialogs } from './program-dialogs.tsx';
import { ProgramHead } from './program-head.tsx';
import { ProgramMatrix } from './program-matrix.tsx';
import { buildStripDays } from './strip-days.tsx';
import { useProgramDraft } from './use-program-draft.ts';
import { useProgramRelease } from './use-program-release.ts';
import { VersionList } from './version-list.tsx';
import { WeekCount } from './week-count.tsx';

// Drawn by the server as all else is, but its script comes after: the grid of a wide screen has no use for it.
const WeekCards = dynamic(() => import('./week-cards.tsx').then((module) => module.WeekCards));
// Two coaches seldom edit the same program.
const ConflictNotice = dynamic(() => import('./conflict-notice.tsx').then((module) => module.ConflictNotice), {
  ssr: false,
});
// Fetched with the first question, for the drawings of all exercises come with it.
const PrescriptionWhy = dynamic(() => import('./prescription-why.tsx').then((module) => module.PrescriptionWhy), {
  ssr: false,
});

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
  const { client } = view;
  const nowWeek = findWeekOf(draft, client.today);
  const [blockNumber, setBlockNumber] = useState(nowWeek?.block ?? 1);
  const [weekNumber, setWeekNumber] = useState(nowWeek?.number ?? 1);
  const [asks, setAsks] = useState<ProgramAsk>();
  const [why, setWhy] = useState<ExplainedPrescription>();
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
  const release = useProgramRelease({
    clientId: client.clientId,
    onClose: () => setAsks(undefined),
    onRebuild: draftState.replace,
    onRefuse: setNotice,
  });

  if (!block || !week || !grid) return null;

  const apply = (edits: readonly ProgramEdit[], done?: string) => {
    const refused = edit(edits);
    setNotice(refused);
    if (!refused && done) showToast({ text: done, act: { label: 'Undo', run: draftState.undo } });
  };
  const acts = buildMatrixActs({
    lockedKeys,
    apply,
    onAsk: setAsks,
    onRefuse: setNotice,
    onPickWeek: setWeekNumber,
    onWhy: (cell) => {
      setWeekNumber(cell.week);
      setWhy(explainPrescription(cell));
    },
    onWarmUp: (session) => setWhy(explainWarmUp(session, profile.unit)),
    onUndo: draftState.undo,
  });
  const fixOf = (finding: Finding) => findFix(finding, draft, lockedKeys, (edits, done) => apply(edits, done));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_300px]">
      <div className="min-w-0">
        <ProgramHead
          view={view}
          block={block}
          changeCount={changes.length}
          errorCount={errorCount}
          waiting={draftState.waiting}
          hasConflict={draftState.conflict !== undefined}
          canEdit={canEdit}
          canUndo={draftState.canUndo}
          onUndo={draftState.undo}
          onPublish={() => {
            release.publish.reset();
            setAsks({ kind: 'publish' });
          }}
        />
        {draft.blocks.length > 1 ? (
          <BlockTabs
            blocks={draft.blocks}
            picked={block.number}
            onPick={(one) => {
              setBlockNumber(one.number);
              setWeekNumber(one.firstWeek);
              setWhy(undefined);
            }}
          />
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
        {why ? <PrescriptionWhy {...why} onClose={closeWhy} /> : null}
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
          <MatrixLegend unit={profile.unit} />
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
        <WeekCount week={week} rules={view.rules} />
        <VersionList view={view} timeZone={timeZone} />
        {canEdit ? (
          <div className="mt-6 flex flex-wrap gap-2">
            <Button
              size="row"
              offReason={draftState.waiting > 0 ? 'Saving' : null}
              onClick={() => setAsks({ kind: 'rebuild' })}
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
      <ProgramDialogs
        asks={asks}
        view={view}
        draft={draft}
        revision={draftState.revision}
        profile={profile}
        grid={grid}
        week={week}
        lockedKeys={lockedKeys}
        changes={changes}
        errorCount={errorCount}
        release={release}
        apply={apply}
        onClose={() => setAsks(undefined)}
      />
    </div>
  );
}

const phaseWords = {
  deload: 'a light week',
  taper: 'taper',
  return: 'after the race',
  maintain: 'in season',
  off: 'time off',
  build: '',
} as const;

const findWeekOf = (program: Program, today: string): ProgramWeek | undefined =>
  program.weeks.find((week) => week.startsOn === mondayOf(today)) ??
  (daysBetween(today, program.startsOn) > 0 ? program.weeks[0] : undefined);
