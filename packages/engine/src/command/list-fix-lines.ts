import { weekdayLabels } from '../labels.ts';
import { formatLine } from '../notation/format-notation.ts';
import type { SessionRef } from '../notation/read-routine.ts';
import type { Routine } from '../notation/routine.ts';
import type { RoutineFix } from '../notation/suggest-fix.ts';

/** A fix as a coach would mark it on paper: "- Squat 3x20", "+ Squat 3x6 rest 3min", "Tuesday to Thursday". */
export function listFixLines(routine: Routine, { changes }: RoutineFix): readonly string[] {
  return [
    ...new Set(
      changes.flatMap((change): readonly string[] => {
        switch (change.kind) {
          case 'set_line': {
            const line = linesAt(routine, change.at)[change.at.line];
            return line ? [`- ${formatLine(line)}`, `+ ${formatLine({ ...line, ...change.fields })}`] : [];
          }
          case 'remove_line': {
            const line = linesAt(routine, change.at)[change.at.line];
            return line ? [`- ${formatLine(line)}`] : [];
          }
          case 'add_line':
            return [`+ ${formatLine(change.line)}`];
          case 'set_lines': {
            const before = linesAt(routine, change.at).map(formatLine);
            const after = change.lines.map(formatLine);
            return [
              ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
              ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
            ];
          }
          case 'set_load':
            return [`${sayDay(routine, change.at)}: ${change.load}`];
          case 'move_session':
            return [`${sayDay(routine, change.at)} to ${weekdayLabels[change.to]}`];
          case 'remove_session':
            return [`- the session on ${sayDay(routine, change.at)}`];
          case 'add_session':
            return change.session.lines.map((line) => `+ ${formatLine(line)}`);
          case 'set_week':
            return [
              `Week ${change.week + 1}: ${Object.values(change.fields).filter(Boolean).join(', ').replaceAll('_', ' ')}`,
            ];
          default: {
            const unknown: never = change;
            throw new TypeError(`Unknown change: ${JSON.stringify(unknown)}`);
          }
        }
      }),
    ),
  ];
}

const linesAt = (routine: Routine, { week, day }: SessionRef) => routine.weeks[week]?.days[day]?.session?.lines ?? [];

function sayDay(routine: Routine, { week, day }: SessionRef): string {
  const found = routine.weeks[week]?.days[day];
  return found?.day ? weekdayLabels[found.day] : (found?.session?.name ?? 'the session');
}
