import type { Finding } from '@groundwork/engine/finding';
import type { Program } from '@groundwork/engine/program';

export interface NumberedFinding {
  readonly finding: Finding;
  /** In the order of the grid; undefined for one about the program as a whole, and for notes. */
  readonly number: number | undefined;
}

/** "3:A:A2" for a slot, "3:A" for a session, "3" for a week. */
export type CellKey = string;

export const cellKeyOf = (week: number, label?: string, slot?: string): CellKey =>
  [week, label, slot].filter((part) => part !== undefined).join(':');

/** The findings in order, the cells they tint, and the first cell of each, which carries its number. */
export interface FindingNumbers {
  readonly listed: readonly NumberedFinding[];
  readonly cells: ReadonlySet<CellKey>;
  readonly numbers: ReadonlyMap<CellKey, readonly number[]>;
}

/** Numbers follow the grid from top to bottom and left to right, not severity. */
export function numberFindings(findings: readonly Finding[], program: Program): FindingNumbers {
  const rank = (finding: Finding): readonly (string | number)[] => [
    finding.at.session ?? '',
    finding.at.slot ?? '',
    finding.at.week ?? 0,
  ];
  const placed = findings
    .filter((finding) => finding.severity !== 'info' && finding.at.week !== undefined)
    .sort((a, b) => compareRanks(rank(a), rank(b)));
  const numbers = new Map(placed.map((finding, index) => [finding, index + 1]));
  const cells = new Set<CellKey>();
  const firsts = new Map<CellKey, number[]>();
  for (const [finding, number] of numbers) {
    const keys = listCells(finding, program);
    for (const key of keys) cells.add(key);
    const [first] = keys;
    if (first) firsts.set(first, [...(firsts.get(first) ?? []), number]);
  }
  const order = { error: 0, warning: 1, info: 2 } as const;
  return {
    listed: [...findings]
      .map((finding) => ({ finding, number: numbers.get(finding) }))
      .sort(
        (a, b) =>
          (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) ||
          order[a.finding.severity] - order[b.finding.severity],
      ),
    cells,
    numbers: firsts,
  };
}

function listCells(finding: Finding, program: Program): readonly CellKey[] {
  const { week, throughWeek, session, slot } = finding.at;
  if (week === undefined) return [];
  const weeks = program.weeks.filter((one) => one.number >= week && one.number <= (throughWeek ?? week));
  return weeks.map((one) => cellKeyOf(one.number, session, slot));
}

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] as string | number;
    const difference =
      typeof part === 'number' && typeof other === 'number' ? part - other : String(part).localeCompare(String(other));
    if (difference !== 0) return difference;
  }
  return 0;
}
