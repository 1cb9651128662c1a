import type { Finding } from './finding.ts';

/**
 * One finding per thing: the same finding, with the same numbers, in weeks that follow each other becomes one over all of
 * them. Findings come week by week; they keep the order of their first week.
 */
export function mergeWeeks(findings: readonly Finding[]): readonly Finding[] {
  const merged: Finding[] = [];
  const lastIndexByThing = new Map<string, number>();
  for (const finding of findings) {
    const { week, throughWeek = week, session, slot, day } = finding.at;
    const thing = `${finding.code} ${session ?? ''} ${slot ?? ''} ${day ?? ''}`;
    const index = lastIndexByThing.get(thing);
    const last = index === undefined ? undefined : merged[index];
    const lastWeek = last?.at.throughWeek ?? last?.at.week;
    if (
      last !== undefined &&
      index !== undefined &&
      week !== undefined &&
      lastWeek === week - 1 &&
      last.severity === finding.severity &&
      isSameData(last.data, finding.data)
    ) {
      merged[index] = { ...last, at: { ...last.at, throughWeek } };
    } else {
      lastIndexByThing.set(thing, merged.length);
      merged.push(finding);
    }
  }
  return merged;
}

function isSameData(one: Finding['data'], other: Finding['data']): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
