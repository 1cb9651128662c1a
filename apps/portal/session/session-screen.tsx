'use client';

import { formatLongDate } from '@groundwork/ui/format-date';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { RestTimer } from '@groundwork/ui/training/rest-timer';
import { SessionProgress } from '@groundwork/ui/training/session-progress';
import { WarmUp } from '@groundwork/ui/training/warm-up';
import { X } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { SyncLine } from '../frame/sync-line.tsx';
import { ExercisePanel } from './exercise-panel.tsx';
import { FinishPanel } from './finish-panel.tsx';
import { readHold } from './hold-clock.ts';
import { HoldSheet } from './hold-sheet.tsx';
import { listPartners, planRest, withoutRest } from './plan-rest.ts';
import { RefusedEntries } from './refused-entries.tsx';
import { SessionSummary } from './session-summary.tsx';
import type { PhoneSession } from './session-view.ts';
import { countLogged, findLatestLine, findOpenSet, type SetDraft } from './set-draft.ts';
import { allowSound } from './signals.ts';
import { useHold } from './use-hold.ts';
import { useRest } from './use-rest.ts';
import { useSessionLog } from './use-session-log.ts';

/** Shown instead of an exercise once there is nothing left to do, or when she ends early. */
type Place = { readonly line: number } | 'finish' | 'summary';

/** Logs a session, one exercise at a time. Everything is on this phone first; the server hears of it when it can. */
export function SessionScreen({
  session,
  figures,
}: {
  readonly session: PhoneSession;
  /** By line, drawn on the server so that the drawings are not in the script. */
  readonly figures: readonly ReactNode[];
}) {
  const log = useSessionLog(session);
  const { lines, sessionId } = session;
  const [place, setPlace] = useState<Place>(() => findPlace());
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const rest = useRest(sessionId);
  const hold = useHold(sessionId, {
    onDone: ({ hold: done, amount }) => confirmHold(done.prescriptionId, done.setNumber, amount),
    onStop: ({ hold: done, amount, amountOtherSide }) =>
      setHeld({ prescriptionId: done.prescriptionId, setNumber: done.setNumber, amount, amountOtherSide }),
  });
  const [held, setHeld] = useState<{
    prescriptionId: string;
    setNumber: number;
    amount: number;
    amountOtherSide: number | null;
  }>();

  function isLogged(prescriptionId: string, setNumber: number): boolean {
    return log.logged.get(prescriptionId)?.has(setNumber) ?? false;
  }

  function findPlace(): Place {
    if (log.state === 'done') return 'summary';
    const open = findOpenSet(lines, isLogged, findLatestLine(lines, log.logged));
    return open ? { line: open.line } : 'finish';
  }

  // What an earlier visit logged is read after the page is shown: go to where she stopped, unless she has gone somewhere herself.
  useEffect(() => {
    if (!log.isRestored || hasMoved.current) return;
    const running = readHold(sessionId);
    const line = lines.findIndex(({ prescriptionId }) => prescriptionId === running?.prescriptionId);
    setPlace(line >= 0 ? { line } : findPlace());
  }, [log.isRestored]);

  // A new exercise starts at its name, for the eye and for a screen reader.
  useEffect(() => {
    if (!hasMoved.current) return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [place]);

  const go = (next: Place) => {
    hasMoved.current = true;
    setPlace(next);
  };

  const confirmSet = (line: number, setNumber: number, draft: SetDraft) => {
    const current = lines[line];
    if (!current) return;
    allowSound();
    setHeld(undefined);
    const isCorrection = isLogged(current.prescriptionId, setNumber);
    const hasLoad = draft.load !== null && (draft.load.hundredths > 0 || current.load !== null);
    log.logSet({
      prescriptionId: current.prescriptionId,
      setNumber,
      amount: draft.amount,
      ...(draft.amountOtherSide === null ? {} : { amountOtherSide: draft.amountOtherSide }),
      ...(hasLoad && draft.load ? { load: draft.load } : {}),
      ...(draft.rir === null ? {} : { rir: draft.rir }),
    });
    if (isCorrection) return;
    // The log has not been read again yet: the set just confirmed is added by hand.
    const open = findOpenSet(
      lines,
      (prescriptionId, number) =>
        isLogged(prescriptionId, number) || (prescriptionId === current.prescriptionId && number === setNumber),
      line,
    );
    // The tick and the rest show at once; a whole new exercise takes a slow phone longer than a finger waits.
    const goOn = (place: Place) => startTransition(() => go(place));
    hasMoved.current = true;
    if (!open) {
      rest.skip();
      goOn('finish');
      return;
    }
    const next = lines[open.line];
    const side = next?.perSide ? ', left side first' : '';
    const isPair = open.line !== line && listPartners(lines, line).some((one) => one === next);
    rest.start(
      planRest(lines, log.logged, { line, setNumber }, open, Date.now()),
      open.line === line ? `set ${open.setNumber}${side}` : `${isPair ? `set ${open.setNumber} of ` : ''}${next?.name}`,
    );
    if (open.line !== line) goOn({ line: open.line });
  };

  const confirmHold = (prescriptionId: string, setNumber: number, amount: number) => {
    const line = lines.findIndex((one) => one.prescriptionId === prescriptionId);
    if (line >= 0) confirmSet(line, setNumber, { amount, amountOtherSide: null, load: null, rir: null });
  };

  const done = countLogged(lines, log.logged);
  const total = lines.reduce((sum, { sets }) => sum + sets, 0);
  const line = typeof place === 'object' ? lines[place.line] : undefined;
  const isDocked = hold.hold !== undefined || rest.rest !== undefined;
  return (
    <div className={isDocked ? 'pb-64' : 'pb-16'}>
      <div className="flex h-14 items-center justify-between gap-3 text-md text-ink-2">
        <Link
          href="/today"
          prefetch={false}
          aria-label={`${session.label}: close, everything is kept`}
          className="-ml-3 inline-flex h-12 items-center gap-1.5 px-3 text-ink-2 no-underline"
        >
          <X aria-hidden className="size-5" strokeWidth={1.75} />
          {session.label}
        </Link>
        <SyncLine pages={[`/session/${sessionId}`]} />
      </div>
      <SessionProgress
        current={typeof place === 'object' ? place.line : -1}
        exercises={lines.map(({ prescriptionId, sets }) => ({
          sets,
          done: [...(log.logged.get(prescriptionId)?.keys() ?? [])].filter((setNumber) => setNumber <= sets).length,
        }))}
      />
      <RefusedEntries refused={log.refused} lines={lines} />
      {typeof place === 'object' && place.line === 0 ? (
        <WarmUp warmUp={session.warmUp} className="mt-3.5 text-md" />
      ) : null}
      {line && typeof place === 'object' ? (
        <ExercisePanel
          key={line.prescriptionId}
          line={line}
          position={place.line + 1}
          of={lines.length}
          without={withoutRest(lines, place.line)}
          partner={listPartners(lines, place.line).find((one) => one !== line)}
          unit={session.unit}
          figure={figures[place.line]}
          logged={log.logged.get(line.prescriptionId)}
          headingRef={heading}
          held={held?.prescriptionId === line.prescriptionId ? held : undefined}
          isHolding={hold.hold !== undefined}
          onConfirm={(setNumber, draft) => confirmSet(place.line, setNumber, draft)}
          onStartHold={(setNumber, seconds) => {
            allowSound();
            rest.skip();
            setHeld(undefined);
            log.start();
            hold.start({ prescriptionId: line.prescriptionId, setNumber, seconds, perSide: line.perSide });
          }}
          previous={place.line > 0 ? () => go({ line: place.line - 1 }) : undefined}
          next={place.line < lines.length - 1 ? () => go({ line: place.line + 1 }) : undefined}
          onFinish={() => go(log.state === 'done' ? 'summary' : 'finish')}
        />
      ) : place === 'finish' ? (
        <FinishPanel
          headingRef={heading}
          done={done}
          total={total}
          onBack={() => go({ line: findOpenSet(lines, isLogged)?.line ?? lines.length - 1 })}
          onFinish={(effort, note) => {
            rest.skip();
            log.finish(effort, note);
            go('summary');
          }}
        />
      ) : (
        <SessionSummary headingRef={heading} session={session} log={log} onOpen={(index) => go({ line: index })} />
      )}
      {hold.hold && hold.phase ? (
        <HoldSheet hold={hold.hold} phase={hold.phase} onStop={hold.stop} />
      ) : rest.rest ? (
        <RestTimer
          endsAt={rest.rest.endsAt}
          totalSeconds={rest.rest.totalSeconds}
          next={rest.rest.next}
          onExtend={rest.extend}
          onSkip={rest.skip}
          onOver={rest.over}
        />
      ) : null}
    </div>
  );
}

/** A session that has no exercises: nothing to log, and a way back. */
export function EmptySession({ session }: { readonly session: PhoneSession }) {
  return (
    <div className="pt-10">
      <h1>{session.label}</h1>
      <p className="mt-2 text-ink-2">
        There is nothing to do in this session of {formatLongDate(session.date)}. Your coach has left it empty.
      </p>
      <LinkButton href="/today" className="mt-6">
        Back to today
      </LinkButton>
    </div>
  );
}
