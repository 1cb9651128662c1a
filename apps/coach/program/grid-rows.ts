import type { Block, PlannedSession, Prescription, Program, ProgramWeek } from '@groundwork/engine/program';
import { listTurns } from '@groundwork/engine/turns';
import { type SessionLabel, sessionLabels } from '@groundwork/engine/vocabulary';

/** One prescription in its place: the slot of a session of a week. */
export interface GridCell {
  readonly week: number;
  readonly session: PlannedSession;
  readonly prescription: Prescription;
  /** More is asked for than in the week before: more load, or as much and more reps, seconds or sets. */
  readonly rises: boolean;
}

/** A slot read across the weeks of a block. */
export interface GridRow {
  readonly label: SessionLabel;
  readonly slot: string;
  /** The exercise that most weeks hold. */
  readonly exerciseId: string;
  /** The first week's prescription with that exercise: goal and rest are read from it. */
  readonly sample: Prescription;
  /** One per week of the block; null where the week has no such slot. */
  readonly cells: readonly (GridCell | null)[];
}

export interface GridSection {
  readonly label: SessionLabel;
  /** One per week of the block; null where the week has no such session. */
  readonly sessions: readonly (PlannedSession | null)[];
  readonly rows: readonly GridRow[];
}

export interface BlockGrid {
  readonly block: Block;
  readonly weeks: readonly ProgramWeek[];
  readonly sections: readonly GridSection[];
}

/** A block as the grid shows it: sessions by letter, slots down, weeks across. */
export function buildBlockGrid(program: Program, block: Block): BlockGrid {
  const weeks = program.weeks.filter((week) => week.block === block.number);
  const sections = sessionLabels
    .map((label): GridSection => {
      const sessions = weeks.map((week) => week.sessions.find((session) => session.label === label) ?? null);
      const slots = [...new Set(sessions.flatMap((session) => session?.prescriptions.map(({ slot }) => slot) ?? []))];
      return {
        label,
        sessions,
        rows: joinPairs(slots.sort(compareSlots).flatMap((slot) => buildRow(label, slot, weeks, sessions))),
      };
    })
    .filter((section) => section.sessions.some((session) => session !== null));
  return { block, weeks, sections };
}

/** The slot above a row in its session (-1), or below it (1); undefined at the end. */
export function findNeighbour(grid: BlockGrid, row: GridRow, step: -1 | 1): string | undefined {
  const rows = grid.sections.find(({ label }) => label === row.label)?.rows ?? [];
  return rows[rows.findIndex(({ slot }) => slot === row.slot) + step]?.slot;
}

/** The slot's first cell that is not logged; undefined where all are. */
export const findOpenCell = (row: GridRow, lockedKeys: ReadonlySet<string>): GridCell | undefined =>
  row.cells.find((cell) => cell !== null && !lockedKeys.has(cell.session.key)) ?? undefined;

function buildRow(
  label: SessionLabel,
  slot: string,
  weeks: readonly ProgramWeek[],
  sessions: readonly (PlannedSession | null)[],
): readonly GridRow[] {
  const found = sessions.map((session) => session?.prescriptions.find((one) => one.slot === slot) ?? null);
  const exerciseId = findMostFrequent(found.flatMap((one) => one?.exerciseId ?? []));
  const sample = found.find((one) => one?.exerciseId === exerciseId);
  if (!sample || exerciseId === undefined) return [];
  let before: Prescription | null = null;
  const cells = found.map((prescription, index): GridCell | null => {
    const session = sessions[index];
    const week = weeks[index];
    if (!prescription || !session || !week) return null;
    const rises = before !== null && isRise(before, prescription);
    before = prescription;
    return { week: week.number, session, prescription, rises };
  });
  return [{ label, slot, exerciseId, sample, cells }];
}

/** A pair stands together, at the place of its first. */
const joinPairs = (rows: readonly GridRow[]): readonly GridRow[] =>
  listTurns(rows.map((row) => ({ row, superset: row.sample.superset }))).flatMap((turn) => turn.map(({ row }) => row));

/** The slot that most of the block does by turns with this one. */
export const findPartnerRow = (section: GridSection, row: GridRow): GridRow | undefined =>
  row.sample.superset
    ? section.rows.find((one) => one !== row && one.sample.superset === row.sample.superset)
    : undefined;

/** "A2" before "A10". */
const compareSlots = (one: string, other: string): number => Number(one.slice(1)) - Number(other.slice(1));

function findMostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function isRise(before: Prescription, after: Prescription): boolean {
  if (before.exerciseId !== after.exerciseId || before.measure !== after.measure) return false;
  if (before.load && after.load && before.load.unit === after.load.unit) {
    if (after.load.hundredths !== before.load.hundredths) return after.load.hundredths > before.load.hundredths;
  }
  if (after.amount !== before.amount) return after.amount > before.amount && after.sets >= before.sets;
  return after.sets > before.sets;
}
