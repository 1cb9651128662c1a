import { Fragment, type ReactNode } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { type Dose, type DoseKey, type DosePart, doseKeys, listDoseParts } from './dose-parts.ts';

export interface PrescriptionLineProps {
  readonly dose: Dose;
  /** The dose before a change: old values are struck and new ones set in signal ink. */
  readonly before?: Dose;
  /** Parts to leave out where there is no room: a list on the phone leaves out the reserve. */
  readonly without?: readonly DoseKey[];
  readonly className?: string;
}

/** "3 × 6 / 40 kg / 3 min rest / 2 in reserve", always in this order. */
export function PrescriptionLine({ dose, before, without = [], className }: PrescriptionLineProps) {
  const now = listDoseParts(dose);
  const old = before && listDoseParts(before);
  const shown = doseKeys.filter((key) => !without.includes(key) && (now.has(key) || old?.has(key)));
  return (
    <span className={joinClasses('tabular-nums', className)}>
      {shown.map((key, place) => (
        <Fragment key={key}>
          <span className="whitespace-nowrap">
            {old ? drawChange(old.get(key), now.get(key)) : now.get(key)?.join('')}
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

const Struck = ({ children }: { readonly children: ReactNode }) => (
  <>
    <VisuallyHidden>was </VisuallyHidden>
    <del className="text-ink-3">{children}</del>
  </>
);
const Fresh = ({ children }: { readonly children: ReactNode }) => (
  <>
    <VisuallyHidden> now </VisuallyHidden>
    <ins className="font-semibold text-signal-ink no-underline">{children}</ins>
  </>
);

function drawChange(old: DosePart | undefined, now: DosePart | undefined): ReactNode {
  if (!old) return <Fresh>{now?.join('')}</Fresh>;
  if (!now) return <Struck>{old.join('')}</Struck>;
  return now.map((atom, place) => {
    const was = old[place] ?? '';
    if (was === atom) return atom;
    return (
      <Fragment key={place}>
        {was.trim() ? <Struck>{was}</Struck> : null}
        {was.trim() && atom.trim() ? ' ' : null}
        {atom.trim() ? <Fresh>{atom}</Fresh> : null}
      </Fragment>
    );
  });
}
