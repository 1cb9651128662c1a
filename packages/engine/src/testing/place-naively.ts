import type { PlacementInput } from '../placement.ts';
import { classifyRun } from '../run-class.ts';
import { type RunKind, type SessionLoad, type Tier, weekdays } from '../vocabulary.ts';

/**
 * A second placement, written straight from the rule's words and without a care for speed: every plan is listed, the
 * forbidden ones are dropped, the rest are compared criterion by criterion. What the fast one is tested and timed against.
 */
export function placeNaively(problem: PlacementInput): { tier: Tier; plan: string } {
  const { sessions, unavailable = [] } = problem;
  const runs = [
    problem.before ?? (problem.week[6] as RunKind),
    ...problem.week,
    problem.after ?? (problem.week[0] as RunKind),
  ].map(classifyRun);
  const own = (day: number) => runs[day + 1];
  const before = (day: number) => runs[day];
  const after = (day: number) => runs[day + 2];
  const isTaken = (day: number) =>
    ['long', 'speed', 'race'].includes(own(day) as string) || unavailable.includes(weekdays[day] as 'mon');
  const isAfterLong = (day: number) => ['long', 'race'].includes(before(day) as string);
  const isBeforeSpeed = (day: number) => ['speed', 'race'].includes(after(day) as string);
  const isLegal = (day: number) => !isTaken(day) && !isAfterLong(day) && !isBeforeSpeed(day);

  const allDays = [0, 1, 2, 3, 4, 5, 6];
  const legal = allDays.filter(isLegal);
  const light = allDays.filter((day) => !isTaken(day) && !isLegal(day));
  const lightBeforeSpeed = light.filter((day) => !isAfterLong(day));
  const gap = (a: number, b: number) => Math.min(Math.abs(a - b), 7 - Math.abs(a - b));

  const rank = (days: readonly number[]) => {
    const [first, second] = days;
    const rests = allDays.filter((day) => own(day) === 'rest');
    const between = first === undefined || second === undefined ? 9 : gap(first, second);
    return [
      between >= 2 ? 0 : 1,
      rests.length > 0 && rests.every((day) => days.includes(day)) ? 1 : 0,
      days.filter((day) => after(day) === 'long').length,
      -between,
      ...days.toSorted((a, b) => a - b),
    ];
  };
  const best = (plans: readonly (readonly number[])[]) =>
    plans.toSorted((a, b) => {
      const [rankA, rankB] = [rank(a), rank(b)];
      const differs = rankA.findIndex((value, index) => value !== rankB[index]);
      return differs < 0 ? 0 : (rankA[differs] as number) - (rankB[differs] as number);
    })[0] ?? [];
  const named = (tier: Tier, days: readonly number[], loads: readonly SessionLoad[]) => ({
    tier,
    plan: days.map((day, index) => `${weekdays[day]}:${loads[index]}`).join(' '),
  });

  if (legal.length === 0) {
    const candidates = lightBeforeSpeed.length > 0 ? lightBeforeSpeed : light;
    const day = best(candidates.map((one) => [one]));
    return day.length > 0 ? named('T5', day, ['light']) : named('T6', [], []);
  }
  if (sessions === 1) return named('T0', best(legal.map((one) => [one])), ['full']);
  if (legal.length > 1) {
    const pair = best(legal.flatMap((a) => legal.filter((b) => b > a).map((b) => [a, b])));
    const [first, second] = pair as [number, number];
    if (gap(first, second) >= 2) return named('T0', pair, ['full', 'full']);
    return named('T1', after(first) === 'long' ? [second, first] : [first, second], ['full', 'reduced']);
  }
  const full = legal[0] as number;
  const candidates = lightBeforeSpeed.length > 0 ? lightBeforeSpeed : light;
  if (candidates.length === 0) return named('T4', [full], ['full']);
  const pair = best(candidates.map((one) => [full, one]));
  return named(lightBeforeSpeed.length > 0 ? 'T2' : 'T3', pair, ['full', 'light']);
}
