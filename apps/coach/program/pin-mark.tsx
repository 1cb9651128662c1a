/** A folded corner. */
export const PinMark = ({ what }: { readonly what: string }) => (
  <span
    role="img"
    aria-label={`set by hand: ${what}`}
    title={`You set this by hand: ${what}. The engine leaves it alone.`}
    className="absolute top-0 right-0 size-2 bg-ink-3 [clip-path:polygon(0_0,100%_0,100%_100%)]"
  />
);
