/** A line along the top of the screen while the next page is on its way, if that takes a moment: nothing else moves. */
export function PendingLine() {
  return (
    <span
      role="status"
      className="fixed inset-x-0 top-0 z-40 h-[3px] bg-green [animation:gw-late_150ms_step-end] motion-reduce:animate-none"
    >
      <span className="sr-only">Loading</span>
    </span>
  );
}
