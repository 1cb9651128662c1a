import { ScrollRegion } from '@groundwork/ui/primitives/scroll-region';
import type { ProgramChange } from './compare-programs.ts';

/** More than these nobody reads before a decision. */
const mostListed = 12;

/** What a program gains and loses by a step that is about to be taken, in a region that scrolls. */
export function ChangeList({ changes, rest }: { readonly changes: readonly ProgramChange[]; readonly rest: string }) {
  return (
    <ScrollRegion label="What changes" className="mt-3 max-h-64 overflow-y-auto border-t border-ink text-sm">
      <ul>
        {changes.slice(0, mostListed).map((change) => (
          <li
            key={`${change.session}/${change.slot}/${change.what}`}
            className="grid gap-x-4 border-b border-rule py-1.5 sm:grid-cols-[11rem_1fr]"
          >
            <span className="text-ink-2">{change.where}</span>
            <span>
              <b>{change.what}</b> <del className="text-ink-3">{change.before}</del>{' '}
              <ins className="font-semibold text-signal-ink no-underline">{change.after}</ins>
            </span>
          </li>
        ))}
        {changes.length > mostListed ? (
          <li className="py-1.5 text-ink-2">
            and {changes.length - mostListed} {rest}
          </li>
        ) : null}
      </ul>
    </ScrollRegion>
  );
}
