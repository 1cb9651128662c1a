import type { Block } from '@groundwork/engine/program';

/** The program's blocks, one of them shown. */
export function BlockTabs({
  blocks,
  picked,
  onPick,
}: {
  readonly blocks: readonly Block[];
  /** The number of the block shown. */
  readonly picked: number;
  readonly onPick: (block: Block) => void;
}) {
  return (
    <div
      role="tablist"
      aria-label="Blocks"
      className="mt-3 flex gap-5 relative overflow-x-auto border-b border-rule text-sm"
    >
      {blocks.map((one) => (
        <button
          key={one.number}
          type="button"
          role="tab"
          aria-selected={one.number === picked}
          onClick={() => onPick(one)}
          className="shrink-0 pb-1.5 font-medium text-ink-2 hover:text-ink aria-selected:font-semibold aria-selected:text-ink aria-selected:shadow-[inset_0_-3px_0_var(--color-green)]"
        >
          Block {one.number}
          <span className="ml-1.5 font-normal text-ink-3">
            {one.firstWeek} to {one.lastWeek}
          </span>
        </button>
      ))}
    </div>
  );
}
