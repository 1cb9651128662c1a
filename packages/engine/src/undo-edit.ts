// What it takes to undo an edit exactly: the weeks as they were. An edit is not its own inverse; a swap forgets doses and
// reasons that nothing can plan again.
import type { Program, ProgramWeek } from './program.ts';

/** The weeks that differ between two states of one program, as they were before. Equal weeks of a changed program are the same objects. */
export function listChangedWeeks(before: Program, after: Program): readonly ProgramWeek[] {
  return before.weeks.filter((week, index) => after.weeks[index] !== week);
}

/** The program with these weeks in the place of those of the same number. */
export function restoreWeeks(program: Program, weeks: readonly ProgramWeek[]): Program {
  return { ...program, weeks: program.weeks.map((week) => weeks.find(({ number }) => number === week.number) ?? week) };
}
