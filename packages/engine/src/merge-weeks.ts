import type { Finding } from './finding.ts';

/**
 * One finding per thing: the same finding, with the same numbers, in weeks that follow each other becomes one over all of
 * them. Findings come week by week; they keep the order of their first week.
 */
export function mergeWeeks(findings: readonly Finding[]): readonly Finding[] {
  const runs: { finding: Finding }[] = [];
  const lastRunOf = new Map<string, { finding: Finding }>();
  for (const finding of findings) {
    const { week, throughWeek = week, session, slot, day } = finding.at;
    const thing = [finding.code, session, slot, day].join(' ');
    const run = lastRunOf.get(thing);
    if (run !== undefined && week !== undefined && continues(run.finding, finding, week)) {
      run.finding = { ...run.finding, at: { ...run.finding.at, throughWeek } };
    } else {
      const begun = { finding };
      lastRunOf.set(thing, begun);
      runs.push(begun);
    }
  }
  return runs.map(({ finding }) => finding);
}

function continues(last: Finding, next: Finding, week: number): boolean {
  const lastWeek = last.at.throughWeek ?? last.at.week;
  return lastWeek === week - 1 && last.severity === next.severity && isSameData(last.data, next.data);
}

function isSameData(one: Finding['data'], other: Finding['data']): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
