/** Set number, load, amount, tick. The same columns in the head and in every row that is not being done. */
export const setColumns = (loaded: boolean): string =>
  `grid items-center gap-2 ${loaded ? 'grid-cols-[24px_1fr_1fr_48px]' : 'grid-cols-[24px_1fr_48px]'}`;
