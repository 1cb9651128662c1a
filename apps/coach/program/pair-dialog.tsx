'use client';

import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import type { Prescription } from '@groundwork/engine/program';
import { findPairBar } from '@groundwork/engine/superset';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { pairBarWords } from './apply-edit.ts';

/** Which exercise of the session to do by turns with this one; what can't be is greyed and says why. */
export function PairDialog({
  line,
  others,
  onChoose,
  onClose,
}: {
  readonly line: Prescription;
  /** The session's other exercises, in order. */
  readonly others: readonly Prescription[];
  readonly onChoose: (slot: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={`By turns with ${nameOf(line)}`} isOpen onOpenChange={onClose}>
      <p className="text-sm text-ink-2">
        A set of each, then the rest. Light work for another part of the body fits into the rest of a heavy lift, which
        stays whole.
      </p>
      <ul className="mt-2">
        {others.map((other) => {
          const bar = findPairBar(line, other);
          const against = other.superset ? 'It is part of a pair already.' : bar && pairBarWords[bar];
          return (
            <li key={other.slot} className="border-b border-rule">
              <button
                type="button"
                disabled={against !== null}
                onClick={() => onChoose(other.slot)}
                className="grid min-h-11 w-full grid-cols-[2rem_1fr] items-baseline py-2 text-left text-base enabled:hover:bg-sunk disabled:text-ink-3"
              >
                <span className="text-ink-3">{other.slot}</span>
                <span>
                  <b>{nameOf(other)}</b>
                  {against ? <span className="block text-sm">{against}</span> : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

const nameOf = ({ exerciseId }: Prescription): string => findExercise(exerciseId)?.name ?? exerciseId;
