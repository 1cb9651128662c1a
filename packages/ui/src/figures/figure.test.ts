import { gzipSync } from 'node:zlib';
import { exercises } from '@groundwork/engine/catalogue/catalogue';
import { describe, expect, test } from 'vitest';
import { drawFigure } from './figure.ts';
import { listParts, outlinePart } from './figure-parts.ts';
import type { Figure, Point, Pose, Segment, Side } from './figure-spec.ts';
import { frameClose, frameFigure } from './frame-figure.ts';
import { findFigure } from './poses.ts';
import { locateEnd, type Placed, sampleMovement, solveFigure } from './solve-figure.ts';

const sizeOf = (text: string) => gzipSync(text).length;
const drawn = exercises.map(({ id }) => id);

/** The range of a joint in degrees, a little wider than what is measured in clinics. */
const ranges = {
  hip: [-32, 140],
  knee: [-4, 152],
  plantarflexion: [-42, 72],
  toeExtension: [-46, 78],
  shoulder: [-72, 190],
  elbow: [-6, 158],
  wrist: [-95, 95],
  neck: [-45, 60],
} as const;

const turnBetween = (from: number, to: number) => {
  const turn = (((to - from) % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
};

const findOf = (id: string): Figure => {
  const figure = findFigure(id);
  if (!figure) throw new Error(`${id} has no figure`);
  return figure;
};
const listPoses = (figure: Figure): readonly Pose[] => {
  const { there, home = [] } = sampleMovement(figure);
  return [...there, ...home];
};

/** How far an outline is from resting on the floor, or with the part of it that is over a step on the step. */
const gapToSurface = (figure: Figure, points: readonly Point[]) => {
  const lowest = (those: readonly Point[]) => Math.max(...those.map(([, y]) => y));
  const gaps = (figure.scene ?? []).flatMap((item) => {
    if (item[0] !== 'block' && item[0] !== 'bench') return [];
    const [, left, top, width] = item;
    const over = points.filter(([x]) => x >= left && x <= left + width);
    return over.length > 0 ? [Math.abs(lowest(over) - top)] : [];
  });
  return Math.min(Math.abs(lowest(points)), ...gaps);
};

/** How far each foot and hand is from where its pose puts it. */
const listMisses = (figure: Figure, placed: Placed, pose: Pose) =>
  (['n', 'f'] as const).flatMap((side) => {
    const front = figure.view === 'front';
    const ends = {
      ball: [`foot${side}`, front ? 8.5 : (pose[`footLen${side}`] ?? 15), front ? 0 : 8.5],
      heel: [`foot${side}`, -6.4, 8.5],
      palm: [`hand${side}`, 4, 0.4],
    } as const;
    return (['ball', 'heel', 'palm'] as const).flatMap((end) => {
      const target = pose[`${end}${side}`];
      if (!target) return [];
      const [x, y] = locateEnd(ends[end], placed, pose);
      const [toX, toY] = locateEnd(target, placed, pose);
      return [{ end: `${end}${side}`, gap: Math.hypot(x - toX, y - toY) }];
    });
  });

/** Degrees of every joint that a side view shows. */
function measureJoints(placed: Placed, pose: Pose): Partial<Record<keyof typeof ranges, number>>[] {
  const turn = (segment: keyof Placed) => placed[segment][1];
  const sides = (['n', 'f'] as const satisfies Side[]).map((side) => ({
    hip: -turnBetween(turn('torso') + 180, turn(`th${side}`)),
    knee: turnBetween(turn(`th${side}`), turn(`sh${side}`)),
    plantarflexion: turnBetween(turn(`sh${side}`) - 90, turn(`foot${side}`)),
    toeExtension: -turnBetween(turn(`foot${side}`), turn(`toe${side}`)),
    // Arms seen short point out of the page and show no angle.
    ...(pose[`uaLen${side}`] === undefined && {
      shoulder: 60 - turnBetween(turn('torso') + 120, turn(`ua${side}`)),
      elbow: -turnBetween(turn(`ua${side}`), turn(`fa${side}`)),
      wrist: turnBetween(turn(`fa${side}`), turn(`hand${side}`)),
    }),
  }));
  return [
    ...sides,
    { neck: turnBetween(turn('torso'), turn('neck')) },
    { neck: turnBetween(turn('torso'), turn('head')) },
  ];
}

test('every exercise of the catalogue is drawn', () => {
  expect(drawn.filter((id) => !findFigure(id))).toEqual([]);
});

test('what the catalogue does not have is not drawn', () => {
  expect(findFigure('no_such_exercise')).toBeUndefined();
  expect(findFigure('toString')).toBeUndefined();
});

test('two exercises never have the same text alternative', () => {
  const titles = drawn.map((id) => findOf(id).title);
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});

describe.each(drawn)('%s', (id) => {
  const figure = findOf(id);
  const parts = listParts(figure);
  const poses = listPoses(figure);
  const instants = poses.map((pose) => ({ pose, placed: solveFigure(figure, pose) }));
  const outlineOf = (name: string, { pose, placed }: (typeof instants)[number]) => {
    const part = parts.find((each) => each.name === name);
    return part ? outlinePart(part, placed, pose) : [];
  };
  const lowest = (points: readonly Point[]) => Math.max(...points.map(([, y]) => y));

  test('is light', () => {
    expect(sizeOf(drawFigure(figure, 'move', `fig-${id}`))).toBeLessThanOrEqual(3072);
    expect(sizeOf(drawFigure(figure, 'end', `fig-${id}`))).toBeLessThanOrEqual(1536);
  });

  test('says its movement in one sentence', () => {
    expect(figure.title).toMatch(/^[A-Z][^.]+\.$/);
    expect(figure.title.length).toBeLessThanOrEqual(150);
  });

  test('lights what the catalogue says is worked, on one side', () => {
    const exercise = exercises.find((each) => each.id === id);
    if (exercise?.area !== 'power') expect(figure.work[0]).toBe(exercise?.area);
    const lit = drawFigure({ ...figure, cords: [] }, 'end', 'fig').match(/gw-work/g) ?? [];
    expect(lit.length).toBeGreaterThanOrEqual(1);
    expect(lit.length).toBeLessThanOrEqual(figure.work.length);
  });

  test('is drawn still as its movement begins and ends', () => {
    const { there, home } = sampleMovement(figure);
    const ends = [
      [there[0], figure.a],
      [there.at(-1), figure.b],
      [home?.at(-1), figure.back?.at(-1)],
    ] as const;
    for (const [sampled, given] of ends) {
      if (!sampled || !given) continue;
      const [one, other] = [solveFigure(figure, sampled), solveFigure(figure, given)];
      const apart = (Object.keys(one) as Segment[]).filter(
        (segment) =>
          Math.hypot(one[segment][0][0] - other[segment][0][0], one[segment][0][1] - other[segment][0][1]) > 1 ||
          Math.abs(turnBetween(one[segment][1], other[segment][1])) > 2,
      );
      expect(apart).toEqual([]);
    }
  });

  test('keeps everything above the floor', () => {
    const sunk = instants.flatMap((instant, step) =>
      parts.flatMap(({ name, body }) => {
        const depth = lowest(outlineOf(name, instant));
        return body !== null && depth > 1 ? [`${name} ${depth.toFixed(1)} at ${step}`] : [];
      }),
    );
    expect(sunk).toEqual([]);
  });

  test('keeps planted feet and anchors on what they stand on', () => {
    const planted = (['n', 'f'] as const).flatMap((side) => {
      const places = poses.map((pose) => pose[`ball${side}`] ?? pose[`heel${side}`]);
      const stays = places.every((place) => place && place.join() === places[0]?.join());
      return stays || figure.anchor?.[0] === `foot${side}` ? [`foot${side}`] : [];
    });
    const off = planted.flatMap((name) =>
      instants.flatMap((instant, step) => {
        const gap = gapToSurface(figure, outlineOf(name, instant));
        return gap > 1 ? [`${name} ${gap.toFixed(1)} at ${step}`] : [];
      }),
    );
    expect(off).toEqual([]);
  });

  test('reaches what it stands on and what it holds', () => {
    const missed = instants.flatMap(({ pose, placed }, step) =>
      listMisses(figure, placed, pose).flatMap(({ end, gap }) =>
        gap > 1.5 ? [`${end} ${gap.toFixed(1)} at ${step}`] : [],
      ),
    );
    expect(missed).toEqual([]);
  });

  test('bends its joints the right way and within human range', () => {
    if (figure.view === 'front') return;
    const strained = instants.flatMap(({ pose, placed }, step) =>
      measureJoints(placed, pose).flatMap((joints) =>
        (Object.entries(joints) as [keyof typeof ranges, number][]).flatMap(([joint, angle]) => {
          const [least, most] = ranges[joint];
          return angle < least || angle > most ? [`${joint} ${angle.toFixed(0)} at ${step}`] : [];
        }),
      ),
    );
    expect(strained).toEqual([]);
  });

  test('stays in its box', () => {
    if (figure.crop) return;
    const [left, top, width, height] = frameFigure(figure);
    const points = instants.flatMap((instant) => parts.flatMap(({ name }) => outlineOf(name, instant)));
    const outside = points.filter(([x, y]) => x <= left || x >= left + width || y <= top || y >= top + height);
    expect(outside).toEqual([]);
  });

  test('shows work in the lower leg large enough to read in a list', () => {
    const isLow = figure.work[0] === 'calves' || figure.work[0] === 'ankle' || figure.work[0] === 'foot';
    const [, , width, height] = frameFigure(figure);
    const [, , closeWidth] = frameClose(figure);
    if (isLow && height > 190 && width < 160) expect(closeWidth / 84).toBeLessThanOrEqual(2);
  });

  test('rests under reduced motion and in print, and moves only when asked', () => {
    const moving = drawFigure(figure, 'move', 'fig');
    expect(moving).toContain('@media print,(prefers-reduced-motion:reduce){.fig .s{animation:none}.fig .gw-ghost{');
    expect(drawFigure(figure, 'still', 'fig')).not.toContain('animation');
  });
});
