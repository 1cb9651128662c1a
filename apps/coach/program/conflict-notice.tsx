import type { Conflict } from '@groundwork/api/errors';
import { formatInstant } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { ScrollRegion } from '@groundwork/ui/primitives/scroll-region';
import type { ProgramChange } from './compare-programs.ts';

/** Somebody else saved this program first: who and when, and how the two states differ. Nothing of either is lost. */
export function ConflictNotice({
  conflict,
  timeZone,
  differences,
  pendingCount,
  isBusy,
  onReapply,
  onDrop,
}: {
  readonly conflict: Conflict;
  readonly timeZone: string;
  /** From theirs (before) to mine (after). */
  readonly differences: readonly ProgramChange[];
  readonly pendingCount: number;
  readonly isBusy: boolean;
  readonly onReapply: () => void;
  readonly onDrop: () => void;
}) {
  return (
    <section
      role="alert"
      aria-label="Changed by somebody else"
      className="mt-4 border-l-3 border-signal bg-signal-tint py-3 pr-4 pl-3.5 text-sm"
    >
      <p>
        <b>
          {conflict.changedBy} changed this program, {formatInstant(conflict.changedAt, timeZone)}.
        </b>{' '}
        {pendingCount === 1 ? 'Your last edit stands' : `Your last ${pendingCount} edits stand`} below as you made{' '}
        {pendingCount === 1 ? 'it' : 'them'}, not saved yet.
      </p>
      {differences.length > 0 ? (
        <ScrollRegion label="Where they differ" className="mt-2 max-h-56 overflow-y-auto">
          <table className="w-full max-w-deck border-collapse">
            <thead>
              <tr className="text-left text-xs text-ink-2">
                <th className="py-1 pr-4 font-medium">Where</th>
                <th className="py-1 pr-4 font-medium">Theirs</th>
                <th className="py-1 font-medium">Yours</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((change) => (
                <tr key={`${change.session}/${change.slot}/${change.what}`} className="border-t border-rule align-top">
                  <th scope="row" className="py-1 pr-4 text-left font-normal">
                    <b>{change.what}</b> <span className="text-ink-2">{change.where}</span>
                  </th>
                  <td className="py-1 pr-4">{change.before}</td>
                  <td className="py-1">{change.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : (
        <p className="mt-1 text-ink-2">Both come to the same.</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="row" busy={isBusy} onClick={onReapply}>
          Load theirs and re-apply mine
        </Button>
        <Button size="row" onClick={onDrop}>
          Load theirs, drop mine
        </Button>
      </div>
    </section>
  );
}
