export const spotKinds = ['coached', 'invited', 'held', 'free'] as const;
/** How many spots of a practice are what: taken by somebody coached or invited, held by an offer, or free. */
export type SpotCounts = Readonly<Record<(typeof spotKinds)[number], number>>;

/** Per cent of the bar that any spots at all get, so that one of many is seen for what it is. */
const leastShare = 4;

/** Where each part of a bar begins and how wide it is, in per cent of the whole. What has no spot has no part. */
export function shareSpots(counts: SpotCounts) {
  const kinds = spotKinds.filter((kind) => counts[kind] > 0);
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  const byNumber = 100 - leastShare * kinds.length;
  let from = 0;
  return kinds.map((kind) => {
    const part = { kind, from, width: leastShare + (byNumber * counts[kind]) / all };
    from += part.width;
    return part;
  });
}
