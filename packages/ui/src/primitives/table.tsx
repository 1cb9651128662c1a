import type { ComponentProps, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import { ScrollRegion } from './scroll-region.tsx';

export interface TableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  /** `dense` 32 px rows, `row` 36 to 40, `tall` for two lines. */
  readonly rows?: 'dense' | 'row' | 'tall';
  readonly children: ReactNode;
  /** A wide table scrolls in itself; true makes that place reachable by keyboard when no cell is. */
  readonly scrollable?: boolean;
  readonly className?: string;
}

const rowLooks = {
  dense: '[&_td]:h-8 [&_td]:py-0 [&_tbody_th]:h-8 [&_tbody_th]:py-0',
  row: '[&_td]:py-2 [&_tbody_th]:py-2',
  tall: '[&_td]:pt-[9px] [&_td]:pb-2.5 [&_td]:align-top [&_tbody_th]:pt-[9px] [&_tbody_th]:pb-2.5 [&_tbody_th]:align-top',
} as const;

/** No stripes, hairlines between rows, numbers in tabular figures. */
export function Table({ label, rows = 'row', children, scrollable = false, className }: TableProps) {
  const table = (
    <table
      aria-label={label}
      className={joinClasses('w-full border-collapse text-md dense:text-sm', rowLooks[rows], !scrollable && className)}
    >
      {children}
    </table>
  );
  if (!scrollable) return table;
  return (
    <ScrollRegion label={label} className={joinClasses('relative overflow-x-auto', className)}>
      {table}
    </ScrollRegion>
  );
}

interface CellProps {
  /** Right aligned. */
  readonly numeric?: boolean;
  /** For icons and marks. */
  readonly centred?: boolean;
  /** Today's or this week's column: on sheet. */
  readonly now?: boolean;
}

const findAlignment = (numeric: boolean, centred: boolean) =>
  numeric ? 'pr-3 text-right' : centred ? 'px-1 text-center' : 'pr-3 text-left';

/** A column's head. In `now` it carries the orange mark. */
export function HeadCell({
  numeric = false,
  centred = false,
  now = false,
  className,
  ...rest
}: CellProps & ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={joinClasses(
        'border-b border-rule py-1.5 text-xs whitespace-nowrap',
        findAlignment(numeric, centred),
        now ? 'bg-sheet font-bold text-ink shadow-[inset_0_3px_0_var(--color-signal)]' : 'font-medium text-ink-3',
        className,
      )}
    />
  );
}

export interface RowProps extends ComponentProps<'tr'> {
  /** The focused row: green tint and 3 px green at the left edge; its actions appear at the right end. */
  readonly selected?: boolean;
}

export function Row({ selected = false, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      data-selected={selected || undefined}
      className={joinClasses(
        'group/row border-b border-rule',
        selected && 'bg-green-tint [&>:first-child]:shadow-[inset_3px_0_0_var(--color-green)]',
        className,
      )}
    />
  );
}

/** The cell that names its row. */
export function RowHead({ className, ...rest }: ComponentProps<'th'>) {
  return <th scope="row" {...rest} className={joinClasses('pr-3 text-left font-semibold text-ink', className)} />;
}

export function Cell({
  numeric = false,
  centred = false,
  now = false,
  className,
  ...rest
}: CellProps & ComponentProps<'td'>) {
  return <td {...rest} className={joinClasses(findAlignment(numeric, centred), now && 'bg-sheet', className)} />;
}

/** Acts of one row: shown while the row is selected, pointed at or has focus in it. */
export function RowActions({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex justify-end gap-1.5 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 group-data-selected/row:opacity-100 pointer-coarse:opacity-100">
      {children}
    </div>
  );
}
