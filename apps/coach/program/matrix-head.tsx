import type { PlainDate } from '@groundwork/engine/plain-date';
import type { ProgramWeek } from '@groundwork/engine/program';
import { VisuallyHidden } from '@groundwork/ui/primitives/visually-hidden';
import { Lock } from 'lucide-react';

/** The grid's columns: slot, exercise, goal, rest, and each week, which shows itself above the grid when pressed. */
export function MatrixHead({
  weeks,
  thisMonday,
  pickedWeek,
  lockedKeys,
  onPickWeek,
}: {
  readonly weeks: readonly ProgramWeek[];
  readonly thisMonday: PlainDate;
  readonly pickedWeek: number;
  readonly lockedKeys: ReadonlySet<string>;
  readonly onPickWeek: (week: number) => void;
}) {
  return (
    <thead>
      <tr className="text-left text-xs text-ink-3">
        <th scope="col" className="w-[34px] border-b border-rule py-1.5 font-medium">
          <VisuallyHidden>Slot</VisuallyHidden>
        </th>
        <th scope="col" className="border-b border-rule py-1.5 font-medium">
          Exercise and purpose
        </th>
        <th scope="col" className="w-[70px] border-b border-rule py-1.5 font-medium">
          Goal
        </th>
        <th scope="col" className="w-[82px] border-b border-rule py-1.5 pl-2 font-medium">
          Rest
        </th>
        {weeks.map((week) => {
          const { sessions } = week;
          const isNow = week.startsOn === thisMonday;
          const isLogged = sessions.length > 0 && sessions.every((session) => lockedKeys.has(session.key));
          return (
            <th
              key={week.number}
              scope="col"
              className={`w-[88px] border-b border-l border-rule px-2 py-0 font-medium whitespace-nowrap ${isNow ? 'bg-sheet text-ink shadow-[inset_0_3px_0_var(--color-signal)]' : ''} ${pickedWeek === week.number ? 'text-ink' : ''}`}
            >
              <button
                type="button"
                aria-pressed={pickedWeek === week.number}
                onClick={() => onPickWeek(week.number)}
                title={`Show week ${week.number} above`}
                className="inline-flex h-7 items-center gap-1 hover:text-ink hover:underline aria-pressed:font-semibold aria-pressed:underline aria-pressed:underline-offset-4"
              >
                {/* "Week 15 now" and a lock are wider than the column: the word is read aloud, not shown. */}
                <span>
                  {isNow ? <VisuallyHidden>Week </VisuallyHidden> : 'Week '}
                  {week.number}
                  {isNow ? ' now' : ''}
                </span>
                {isLogged ? <Lock role="img" aria-label="logged" className="size-3" strokeWidth={1.75} /> : null}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
