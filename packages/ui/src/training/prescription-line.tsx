import { type DosePartKind, dosePartKinds, formatDose } from '@groundwork/engine/format-prescription';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { Fragment, type ReactNode } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { compareWords } from './compare-words.ts';

type Dose = Parameters<typeof formatDose>[0];

export interface PrescriptionLineProps {
  readonly dose: Dose;
  /** The dose before a change: old values are struck and new ones set in signal ink. */
  readonly before?: Dose;
  /** Parts to leave out where there is no room: a list on the phone leaves out the reserve. */
  readonly without?: readonly DosePartKind[];
  /** Shows loads converted to this unit. */
  readonly unit?: LoadUnit;
  readonly className?: string;
}

const listTexts = (dose: Dose, unit: LoadUnit | undefined): ReadonlyMap<DosePartKind, string> =>
  new Map(formatDose(dose, unit).map(({ kind, text }) => [kind, text]));

/** "3 × 6 / 40 kg / 3 min rest / 2 in reserve", always in this order. */
export function PrescriptionLine({ dose, before, without = [], unit, className }: PrescriptionLineProps) {
  const now = listTexts(dose, unit);
  const old = before && listTexts(before, unit);
  const shown = dosePartKinds.filter((kind) => !without.includes(kind) && (now.has(kind) || old?.has(kind)));
  return (
    <span className={joinClasses('tabular-nums', className)}>
      {shown.map((kind, place) => (
        <Fragment key={kind}>
          <span className="whitespace-nowrap">
            {old ? drawChange(old.get(kind) ?? '', now.get(kind) ?? '') : now.get(kind)}
            {place < shown.length - 1 ? (
              <>
                <VisuallyHidden>, </VisuallyHidden>
                <span aria-hidden="true" className="px-[5px] text-ink-3">
                  /
                </span>
              </>
            ) : null}
          </span>
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

const drawChange = (old: string, now: string): ReactNode =>
  compareWords(old, now).map(({ same, was, is }, place) => (
    // The words of one part never change places, so a run of them is known by its own.
    <Fragment key={`${same}${was}${is}`}>
      {place > 0 ? ' ' : null}
      {same}
      {was ? (
        <>
          <VisuallyHidden>was </VisuallyHidden>
          <del className="text-ink-3">{was}</del>
        </>
      ) : null}
      {was && is ? ' ' : null}
      {is ? (
        <>
          <VisuallyHidden>now </VisuallyHidden>
          <ins className="font-semibold text-signal-ink no-underline">{is}</ins>
        </>
      ) : null}
    </Fragment>
  ));
