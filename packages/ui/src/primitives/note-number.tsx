/** The number that ties a cell to its note in the margin. `bare` inside a cell that is tinted already. */
export function NoteNumber({
  number,
  label = `Finding ${number}`,
  bare = false,
}: {
  readonly number: number;
  readonly label?: string;
  readonly bare?: boolean;
}) {
  return (
    <span
      role="img"
      aria-label={label}
      className={`inline-grid h-[18px] min-w-[18px] place-items-center rounded-xs px-1 text-xs leading-none font-bold tabular-nums text-signal-ink ${bare ? '' : 'bg-signal-tint'}`}
    >
      {number}
    </span>
  );
}
