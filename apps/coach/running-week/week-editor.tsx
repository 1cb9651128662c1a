'use client';

import type { ClientView } from '@groundwork/api/views/client';
import { explainDay, explainTier, labelDay } from '@groundwork/engine/explain';
import type { Explanation } from '@groundwork/engine/explanation';
import { tierLabels } from '@groundwork/engine/labels';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { type Weekday, weekdays } from '@groundwork/engine/vocabulary';
import { formatClock, formatShortDate, formatWeek } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { Kbd } from '@groundwork/ui/primitives/kbd';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { Why } from '@groundwork/ui/primitives/why';
import { ExplanationNote } from '@groundwork/ui/training/explanation-note';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { type ApiProblem, readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { NavLink } from '../shell/nav-link.tsx';
import { describePlacement } from './describe-placement.ts';
import { MiniWeek } from './mini-week.tsx';
import { placeWeek } from './place-week.ts';
import { RepairList } from './repair-list.tsx';
import { findRunningWeek, findUsualWeek, hasOwnWeek, type WeekScope } from './resolve-week.ts';
import { editWeek, isSameWeek, startDraft } from './week-draft.ts';
import { WeekGrid } from './week-grid.tsx';

const emptyWeek: RunningWeek = [
  { kind: 'rest' },
  { kind: 'rest' },
  { kind: 'rest' },
  { kind: 'rest' },
  { kind: 'rest' },
  { kind: 'rest' },
  { kind: 'rest' },
];

export interface WeekEditorClient
  extends Pick<ClientView, 'clientId' | 'revision' | 'today' | 'runningWeeks' | 'races' | 'rules'> {
  readonly name: string;
  readonly unavailable: readonly Weekday[];
}

/** The running week with the strength it leaves room for, re-placed by the engine in the browser at every change. */
export function WeekEditor({
  client,
  timeZone,
  canEdit,
}: {
  readonly client: WeekEditorClient;
  /** The practice's zone, for who saved when. */
  readonly timeZone: string;
  readonly canEdit: boolean;
}) {
  const thisMonday = mondayOf(client.today);
  const stored = client.runningWeeks;
  const [monday, setMonday] = useState<PlainDate>(thisMonday);
  const [scope, setScope] = useState<WeekScope>(hasOwnWeek(stored, thisMonday) ? 'only' : 'from');
  const base = findBase(stored, scope, monday);
  const [draft, edit] = useReducer(editWeek, base ?? emptyWeek, startDraft);
  const [revision, setRevision] = useState(client.revision);
  const [openDay, setOpenDay] = useState<Weekday>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [theirs, setTheirs] = useState<RunningWeek>();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const router = useRouter();

  const isChanged = !isSameWeek(draft.week, base ?? emptyWeek);
  const { placement, repairs } = useMemo(
    () =>
      placeWeek({
        week: draft.week,
        scope,
        monday,
        stored,
        races: client.races,
        unavailable: client.unavailable,
        rules: client.rules,
      }),
    [draft.week, scope, monday, stored, client.races, client.unavailable, client.rules],
  );
  const labelOf = (day: Weekday) => {
    const verdict = placement.days[weekdays.indexOf(day)];
    return (verdict && labelDay(verdict)) ?? '';
  };

  const go = (to: PlainDate, toScope: WeekScope) => {
    setMonday(to);
    setScope(toScope);
    setOpenDay(undefined);
    edit({ kind: 'restart', week: findBase(stored, toScope, to) ?? emptyWeek });
  };

  const save = useMutation(
    trpc.running.save.mutationOptions({
      onSuccess: (saved) => {
        setProblem(undefined);
        setRevision(saved.revision);
        showToast({ text: `${client.name}’s running week is saved` });
        router.refresh();
      },
      onError: async (error) => {
        const refused = readApiProblem(error);
        setProblem(refused);
        if (refused.code !== 'CONFLICT') return;
        const now = await queryClient.fetchQuery({
          ...trpc.clients.get.queryOptions({ clientId: client.clientId }),
          staleTime: 0,
        });
        setTheirs(findBase(now.runningWeeks, scope, monday));
      },
    }),
  );
  const reset = useMutation(
    trpc.running.reset.mutationOptions({
      onSuccess: (saved) => {
        setProblem(undefined);
        setRevision(saved.revision);
        showToast({ text: `The usual week counts again from ${formatShortDate(monday)}` });
        edit({ kind: 'restart', week: findUsualWeek(saved.weeks, monday) ?? emptyWeek });
        setScope('from');
        router.refresh();
      },
      onError: (error) => setProblem(readApiProblem(error)),
    }),
  );
  const send = (over: number) =>
    save.mutate({
      clientId: client.clientId,
      revision: over,
      scope,
      startsOn: monday,
      days: draft.week.map((day) => ({ ...day })) as never,
    });

  const undoOnKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    edit({ kind: 'undo' });
  };
  const closeReason = useCallback(() => setOpenDay(undefined), []);

  const offReason = !canEdit ? 'An assistant reads' : isChanged || base === undefined ? null : 'Nothing to save';
  const isFeasible = placement.tier === 'T0';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo works anywhere in the editor; it has a button too
    <div onKeyDown={undoOnKey}>
      <SectionHead
        note={scope === 'from' ? `usual week, from ${formatShortDate(monday)}` : `only ${formatWeek(monday)}`}
        end={
          <span className="flex items-center gap-1">
            <WeekStep
              label="The week before"
              isOff={isChanged}
              onStep={() => go(addDays(monday, -7), pickScope(stored, addDays(monday, -7)))}
            >
              <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
            </WeekStep>
            <span className="min-w-32 text-center text-ink-2 tabular-nums">{formatWeek(monday)}</span>
            <WeekStep
              label="The week after"
              isOff={isChanged}
              onStep={() => go(addDays(monday, 7), pickScope(stored, addDays(monday, 7)))}
            >
              <ChevronRight aria-hidden className="size-4" strokeWidth={1.75} />
            </WeekStep>
            {monday === thisMonday ? null : (
              <Button
                variant="quiet"
                size="row"
                onClick={() => go(thisMonday, pickScope(stored, thisMonday))}
                offReason={isChanged ? 'Save first' : null}
              >
                This week
              </Button>
            )}
          </span>
        }
      >
        Running week
      </SectionHead>
      <p className="mt-3 max-w-deck font-serif text-lg text-ink-2" aria-live="polite" data-testid="placement-sentence">
        {base === undefined && !isChanged
          ? `Nobody has typed ${client.name}’s running week yet. Set each day, and strength finds its place as you go.`
          : describePlacement(placement)}
      </p>
      <p className="mt-2 pb-1.5 text-xs text-ink-3">
        Click a run to change it, drag it to another day to swap the two. A slashed weight marks a day that strength may
        not use.
      </p>
      <WeekGrid
        week={draft.week}
        monday={monday}
        today={client.today}
        races={client.races}
        placement={placement}
        describeVerdict={(day) => labelOf(day)}
        openDay={openDay}
        canEdit={canEdit}
        onEdit={(change) => {
          setProblem(undefined);
          edit(change);
        }}
        onOpenDay={setOpenDay}
      />
      {openDay ? <OpenedReason explanation={explainDay(placement.days, openDay)} onClose={closeReason} /> : null}
      {isFeasible ? null : (
        <section aria-label="What could not be placed" className="mt-6">
          <MarginNote
            tone="signal"
            caption={
              <Why explanation={explainTier(placement.tier)} ruleHref={`/rules/${explainTier(placement.tier).rule.id}`}>
                Why not two full sessions
              </Why>
            }
          >
            <b>{tierLabels[placement.tier]}.</b> {explainTier(placement.tier).claim}
          </MarginNote>
          {repairs.length > 0 ? (
            <>
              <SectionHead
                level={3}
                note="a change of runs that lets more strength in; nothing is saved until you save"
                end={
                  <NavLink href="/rules/REPAIR" className="font-semibold no-underline hover:underline">
                    Why these
                  </NavLink>
                }
              >
                Make room
              </SectionHead>
              <RepairList
                repairs={repairs}
                week={draft.week.map((day) => day.kind)}
                canEdit={canEdit}
                onApply={(repair) =>
                  edit(
                    repair.kind === 'swap'
                      ? { kind: 'swap', days: repair.days }
                      : { kind: 'set_kind', day: repair.day, to: repair.to },
                  )
                }
              />
            </>
          ) : (
            <p className="mt-3 text-sm text-ink-2">No single swap and no single easier day would let more in.</p>
          )}
        </section>
      )}
      {problem ? (
        problem.code === 'CONFLICT' && problem.conflict ? (
          <section
            role="alert"
            aria-label="Saved by somebody else"
            className="mt-4 border-l-3 border-signal bg-signal-tint py-3 pr-4 pl-3.5"
          >
            <p className="text-sm">
              <b>
                {problem.conflict.changedBy} saved this client at {formatClock(problem.conflict.changedAt, timeZone)}.
              </b>{' '}
              Your week stands above as you left it; nothing of it was lost or saved.
            </p>
            {theirs ? (
              <div className="mt-2 grid items-center gap-x-4 gap-y-1 sm:grid-cols-[auto_20rem] sm:justify-start">
                <span>Theirs</span>
                <MiniWeek
                  week={theirs.map((day) => day.kind)}
                  placement={
                    placeWeek({
                      week: theirs,
                      scope,
                      monday,
                      stored,
                      races: client.races,
                      unavailable: client.unavailable,
                      rules: client.rules,
                    }).placement
                  }
                />
              </div>
            ) : null}
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="row" onClick={() => send(problem.conflict?.revision ?? revision)}>
                Save mine over it
              </Button>
              <Button
                size="row"
                onClick={() => {
                  window.location.reload();
                }}
              >
                Drop mine, load theirs
              </Button>
            </div>
          </section>
        ) : (
          <FormError className="mt-4">{problem.problems[0]?.message ?? problem.message}</FormError>
        )
      ) : null}
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
        <ScopeChoice
          monday={monday}
          scope={scope}
          canChange={!isChanged || base === undefined}
          onChoose={(to) => setScope(to)}
        />
        <span className="ml-auto flex items-center gap-3">
          {hasOwnWeek(stored, monday) && !isChanged ? (
            <Button
              busy={reset.isPending}
              busyLabel="Resetting"
              onClick={() => reset.mutate({ clientId: client.clientId, revision, startsOn: monday })}
              offReason={canEdit ? null : 'An assistant reads'}
            >
              Use the usual week again
            </Button>
          ) : null}
          <Button
            icon={<Undo2 aria-hidden className="size-4" strokeWidth={1.75} />}
            onClick={() => edit({ kind: 'undo' })}
            offReason={draft.past.length === 0 ? 'Nothing to undo' : null}
          >
            Undo
          </Button>
          <Button
            variant="primary"
            busy={save.isPending}
            busyLabel="Saving"
            offReason={offReason}
            onClick={() => send(revision)}
          >
            Save the week
          </Button>
        </span>
      </div>
      <p className="mt-4 hidden flex-wrap items-center gap-x-5 gap-y-2 text-xs text-ink-3 md:flex">
        <KeyHint keys={['←', '→']}>day</KeyHint>
        <KeyHint keys={['⇧ ←', '⇧ →']}>move the run</KeyHint>
        <KeyHint keys={['E', 'S', 'L', 'R']}>easy, speed, long, rest</KeyHint>
        <KeyHint keys={['↵']}>all kinds</KeyHint>
        <KeyHint keys={['Ctrl Z']}>undo</KeyHint>
      </p>
    </div>
  );
}

/** Esc closes it from anywhere on the page. */
function OpenedReason({ explanation, onClose }: { readonly explanation: Explanation; readonly onClose: () => void }) {
  useEffect(() => {
    const closeOnEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);
  return <ExplanationNote explanation={explanation} ruleHref={`/rules/${explanation.rule.id}`} />;
}

const findBase = (stored: WeekEditorClient['runningWeeks'], scope: WeekScope, monday: PlainDate) =>
  scope === 'only' ? findRunningWeek(stored, monday) : findUsualWeek(stored, monday);

const pickScope = (stored: WeekEditorClient['runningWeeks'], monday: PlainDate): WeekScope =>
  hasOwnWeek(stored, monday) ? 'only' : 'from';

function ScopeChoice({
  monday,
  scope,
  canChange,
  onChoose,
}: {
  readonly monday: PlainDate;
  readonly scope: WeekScope;
  readonly canChange: boolean;
  readonly onChoose: (scope: WeekScope) => void;
}) {
  const options = [
    { value: 'from', label: `Every week from ${formatShortDate(monday)}` },
    { value: 'only', label: `Only ${formatWeek(monday)}` },
  ] as const;
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="sr-only">Which weeks this counts for</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2 text-sm">
          <input
            type="radio"
            name="week-scope"
            value={value}
            checked={scope === value}
            onChange={() => onChoose(value)}
            className="size-4 cursor-pointer appearance-none rounded-[50%] border-[1.5px] border-rule-2 bg-sheet checked:border-[5px] checked:border-green"
          />
          {label}
        </label>
      ))}
      {canChange ? null : <span className="sr-only">Your changes are kept when you choose.</span>}
    </fieldset>
  );
}

function WeekStep({
  label,
  isOff,
  onStep,
  children,
}: {
  readonly label: string;
  readonly isOff: boolean;
  readonly onStep: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={isOff ? `${label}: save or undo your changes first` : label}
      title={isOff ? 'Save or undo your changes first' : label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onStep}
      className="grid size-8 place-items-center rounded-sm text-ink-2 hover:bg-sunk hover:text-ink aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
    >
      {children}
    </button>
  );
}

function KeyHint({ keys, children }: { readonly keys: readonly string[]; readonly children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {children}
    </span>
  );
}
