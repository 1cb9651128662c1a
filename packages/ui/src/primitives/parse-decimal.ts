/** Reads a number as people type it: comma or point, a real minus or a hyphen, spaces round it. Null when it is none. */
export function parseDecimal(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** The sentence for a number outside its range or no number at all; null when it may stand. */
export function checkRange(
  value: number | null,
  { min, max, unit }: { readonly min?: number; readonly max?: number; readonly unit?: string | undefined },
): string | null {
  const tail = unit ? ` ${unit}.` : '.';
  const low = min ?? Number.NEGATIVE_INFINITY;
  const high = max ?? Number.POSITIVE_INFINITY;
  if (value !== null && value >= low && value <= high) return null;
  if (min !== undefined && max !== undefined) return `Between ${formatDecimal(min)} and ${formatDecimal(max)}${tail}`;
  if (min !== undefined) return `At least ${formatDecimal(min)}${tail}`;
  if (max !== undefined) return `At most ${formatDecimal(max)}${tail}`;
  return 'A number, please.';
}

/** At most two decimals, a real minus, no grouping. */
export const formatDecimal = (value: number): string => String(Math.round(value * 100) / 100).replace('-', '−');
