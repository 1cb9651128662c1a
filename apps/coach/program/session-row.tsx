import { shortWeekdayLabels, weekdayLabels } from '@groundwork/engine/labels';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { PlannedSession, ProgramWeek } from '@groundwork/engine/program';
import { Button } from '@groundwork/ui/primitives/button';
import { NoteNumber } from '@groundwork/ui/primitives/note-number';
import type { GridSection } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { type CellKey, cellKeyOf } from './number-findings.ts';

/** The line above a session's slots: its letter, and the day it has in each week. */
export function SessionRow({
  section,
  weeks,
  thisMonday,
  pickedWeek,
  numbers,
  lockedKeys,
  canEdit,
  acts,
}: {
  readonly section: GridSection;
  readonly weeks: readonly ProgramWeek[];
  readonly thisMonday: PlainDate;
  readonly pickedWeek: number;
  readonly numbers: ReadonlyMap<CellKey, readonly number[]>;
  readonly lockedKeys: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly acts: Pick<MatrixActs, 'onAddSlot' | 'onMoveSession' | 'onWarmUp'>;
}) {
  const first = section.sessions.find((session) => session !== null);
  // The warm-up of the week that is looked at, or of the first that has the session.
  const warmed = section.sessions[weeks.findIndex(({ number }) => number === pickedWeek)] ?? first;
  return (
    <tr>
      <th
        colSpan={4}
        scope="rowgroup"
        className="h-[38px] border-b border-ink pt-2.5 pb-1 text-left align-bottom font-normal whitespace-nowrap"
      >
        <span className="font-serif text-lg font-semibold">Strength {section.label}</span>{' '}
        <span className="text-ink-3">{first ? describeSessions(section.sessions) : ''}</span>
        {warmed ? (
          <Button
            variant="quiet"
            size="row"
            className="ml-2"
            aria-label={`Warm-up of Strength ${section.label}`}
            onClick={() => acts.onWarmUp(warmed)}
          >
            Warm-up
          </Button>
        ) : null}
        {canEdit ? (
          <Button
            variant="quiet"
            size="row"
            className="ml-2"
            aria-label={`Add an exercise to Strength ${section.label}`}
            onClick={() => acts.onAddSlot(section.label)}
          >
            Add
          </Button>
        ) : null}
      </th>
      {section.sessions.map((session, index) => {
        const week = weeks[index];
        if (!week) return null;
        const marks = numbers.get(cellKeyOf(week.number, section.label)) ?? [];
        return (
          <td
            key={week.number}
            className={`border-b border-l border-b-ink border-l-rule px-2 pb-1 align-bottom text-xs text-ink-3 ${week.startsOn === thisMonday ? 'bg-sheet' : ''}`}
          >
            {session ? (
              <span className="flex items-center justify-between">
                <button
                  type="button"
                  disabled={!canEdit || lockedKeys.has(session.key)}
                  onClick={() => acts.onMoveSession(session)}
                  aria-label={`${describeDay(session)}: move Strength ${section.label} of week ${week.number}`}
                  className="enabled:hover:text-ink enabled:hover:underline"
                >
                  {describeDay(session)}
                </button>
                {marks.map((number) => (
                  <NoteNumber key={number} number={number} />
                ))}
              </span>
            ) : (
              '–'
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** "Mon", "Thu, light". */
const describeDay = ({ day, load }: PlannedSession): string =>
  `${shortWeekdayLabels[day]}${load === 'full' ? '' : `, ${load}`}`;

/** "Monday, about 45 min", or the days it moves between. */
function describeSessions(sessions: readonly (PlannedSession | null)[]): string {
  const placed = sessions.filter((session) => session !== null);
  const days = [...new Set(placed.map((session) => weekdayLabels[session.day]))];
  const minutes = placed.map((session) => session.minutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return `${days.join(' or ')}, ${least === most ? `about ${most}` : `${least} to ${most}`} min`;
}
