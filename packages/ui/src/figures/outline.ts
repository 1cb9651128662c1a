import type { Point } from './figure-spec.ts';

const sampled = [0.25, 0.5, 0.75, 1] as const;

const traced = new Map<string, readonly Point[]>();

/** Points on a closed path of absolute M, L, H, V and C commands, close enough together to measure with. */
export function traceOutline(path: string): readonly Point[] {
  const points = traced.get(path) ?? tracePath(path);
  traced.set(path, points);
  return points;
}

function tracePath(path: string): readonly Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  const go = (to: Point) => {
    at = to;
    points.push(to);
  };
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    if (command === 'H') for (const x of numbers) go([x, at[1]]);
    else if (command === 'V') for (const y of numbers) go([at[0], y]);
    else if (command === 'C') {
      for (let place = 0; place + 5 < numbers.length; place += 6) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = numbers.slice(place, place + 6);
        const [x0, y0] = at;
        const on = (t: number, p0: number, p1: number, p2: number, p3: number) =>
          (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3;
        for (const t of sampled) go([on(t, x0, x1, x2, x), on(t, y0, y1, y2, y)]);
      }
    } else if (command !== 'Z') {
      for (let place = 0; place + 1 < numbers.length; place += 2) go([numbers[place] ?? 0, numbers[place + 1] ?? 0]);
    }
  }
  return points;
}
