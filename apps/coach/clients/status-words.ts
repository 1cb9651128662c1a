import type { BlockWeek, ClientRow, ClientStatus, DoneCount, NextSession } from '@groundwork/api/views/client-row';

export const clientStatusWords: Readonly<Record<ClientStatus, string>> = {
  invited: 'invited, not in yet',
  active: 'active',
  paused: 'paused',
  archived: 'archived',
};

export const formatBlockWeek = (at: BlockWeek | null): string => (at ? `${at.week} of ${at.of}` : '–');

/** "92 %"; a dash where nothing was due. */
export const formatDone = ({ done, due }: DoneCount): string =>
  due === 0 ? '–' : `${Math.round((100 * done) / due)} %`;

const doneRatio = ({ done, due }: DoneCount): number => (due === 0 ? -1 : done / due);

export type ClientSort = 'name' | 'status' | 'next' | 'done';

const statusOrder: readonly ClientStatus[] = ['active', 'paused', 'invited', 'archived'];

/** Asked tens of thousands of times for a long list: made once. */
const byLetters = new Intl.Collator('en');

type SortedBy = Pick<ClientRow, 'name' | 'status' | 'done30'> & {
  readonly nextSession: Pick<NextSession, 'date'> | null;
};

/** Rows in the order of a column; equal ones by name. */
export function sortClients<Listed extends SortedBy>(
  rows: readonly Listed[],
  by: ClientSort,
  isDescending: boolean,
): readonly Listed[] {
  const sign = isDescending ? -1 : 1;
  const byName = (a: SortedBy, b: SortedBy) => byLetters.compare(a.name, b.name);
  const compare = (a: SortedBy, b: SortedBy): number => {
    switch (by) {
      case 'name':
        return byName(a, b);
      case 'status':
        return statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status);
      case 'next':
        return (a.nextSession?.date ?? '9999').localeCompare(b.nextSession?.date ?? '9999');
      case 'done':
        return doneRatio(a.done30) - doneRatio(b.done30);
      default: {
        const unknown: never = by;
        throw new Error(`Unknown column ${unknown}`);
      }
    }
  };
  return [...rows].sort((a, b) => sign * compare(a, b) || byName(a, b));
}
