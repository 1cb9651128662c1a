import { gzipSync } from 'node:zlib';
import { exercises } from '@groundwork/engine/catalogue/catalogue';
import type { Equipment } from '@groundwork/engine/vocabulary';
import { describe, expect, test } from 'vitest';
import { drawFigure } from './figure.ts';
import type { Figure, Pose, Segment } from './figure-spec.ts';
import { frameClose, frameFigure } from './frame-figure.ts';
import { findFigure, listDrawnKits } from './poses.ts';
import { setTempo } from './set-tempo.ts';
import { sampleMovement, solveFigure } from './solve-figure.ts';
import { listMisses, listOutside, listStrained, listSunk, listUnplanted, turnBetween } from './testing/check-figure.ts';

/** Bytes after gzip: 3 kB. */
const heaviest = 3072;
const sizeOf = (text: string) => gzipSync(text).length;
const drawn = exercises.map(({ id }) => id);
const drawings = exercises.flatMap(({ id }) => [
  { id, name: id, kit: undefined },
  ...listDrawnKits(id).map((kit) => ({ id, name: `${id} with ${kit}`, kit })),
]);

const findOf = (id: string, kit?: Equipment): Figure => {
  const figure = findFigure(id, kit);
  if (!figure) throw new Error(`${id} has no figure`);
  return figure;
};
test('every exercise of the catalogue is drawn', () => {
  expect(drawn.filter((id) => !findFigure(id))).toEqual([]);
});

test('a drawing with other kit belongs to an exercise that can be done with it', () => {
  const others = exercises.flatMap(({ id, equipment }) =>
    listDrawnKits(id).filter((kit) => !equipment.some((set) => set.includes(kit))),
  );
  expect(others).toEqual([]);
  expect(findFigure('gx_deadlift', 'trap_bar')).not.toBe(findFigure('gx_deadlift'));
  expect(findFigure('gx_deadlift', 'mat')).toBe(findFigure('gx_deadlift'));
});

test('what the catalogue does not have is not drawn', () => {
  expect(findFigure('no_such_exercise')).toBeUndefined();
  expect(findFigure('toString')).toBeUndefined();
});

test('two exercises never have the same text alternative', () => {
  const titles = drawings.map(({ id, kit }) => findOf(id, kit).title);
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});

describe.each(drawings)('$name', ({ id, kit }) => {
  const figure = findOf(id, kit);
  test('is light', () => {
    for (const tempo of [null, '3-1-1', '4-2-1']) {
      expect(sizeOf(drawFigure(setTempo(figure, tempo), 'move', `fig-${id}-${tempo}`))).toBeLessThanOrEqual(heaviest);
    }
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
    expect(listSunk(figure)).toEqual([]);
  });

  test('keeps planted feet and anchors on what they stand on', () => {
    expect(listUnplanted(figure)).toEqual([]);
  });

  test('reaches what it stands on and what it holds', () => {
    expect(listMisses(figure)).toEqual([]);
  });

  test('bends its joints the right way and within human range', () => {
    expect(listStrained(figure)).toEqual([]);
  });

  test('stays in its box', () => {
    expect(listOutside(figure)).toEqual([]);
  });

  test('shows the whole of its end pose in a list, unless a part is chosen', () => {
    if (figure.close) return;
    expect(listOutside({ ...figure, a: figure.b, via: [], back: [] }, frameClose(figure))).toEqual([]);
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

describe('a broken pose is told', () => {
  const squat = findOf('qd_goblet');
  const plank = findOf('cl_side_plank');
  const hitch = findOf('gm_hip_hitch');

  test('feet through the floor', () => {
    expect(listSunk({ ...squat, b: { ...squat.b, balln: [15, 6] } }).join()).toContain('footn');
  });
  test('a standing foot that hovers, or stands deeper than its step', () => {
    const raise = findOf('cg_double');
    expect(
      listUnplanted({ ...squat, a: { ...squat.a, balln: [15, -4] }, b: { ...squat.b, balln: [15, -4] } }),
    ).not.toEqual([]);
    expect(listUnplanted({ ...raise, anchor: ['footn', 18, -18, 15, 8.5] })).not.toEqual([]);
  });
  test('a foot or a hand that cannot reach where it is put', () => {
    expect(listMisses({ ...squat, b: { ...squat.b, hip: [-120, -150] } }).join()).toContain('balln');
    expect(listMisses({ ...squat, b: { ...squat.b, palmn: [200, -200] } }).join()).toContain('palmn');
  });
  test('a knee bent forwards, a foot bent up too far, an elbow bent back', () => {
    const [a, b] = [
      { ...squat.a, balln: undefined },
      { ...squat.b, balln: undefined },
    ] as unknown as [Pose, Pose];
    expect(listStrained({ ...squat, a, b: { ...b, thn: 90, shn: 60 } }).join()).toContain('knee');
    expect(listStrained({ ...squat, a, b: { ...b, thn: 90, shn: 90, footn: -60 } }).join()).toContain('plantarflexion');
    expect(listStrained({ ...squat, b: { ...squat.b, uan: 90, fan: 120 } }).join()).toContain('elbow');
  });
  test('from the front: a knee bent sideways, a leg spread too wide, an ankle turned over, a head hanging off', () => {
    expect(listStrained({ ...hitch, b: { ...hitch.b, thf: 90, shf: 50 } }).join()).toContain('knee');
    expect(listStrained({ ...hitch, b: { ...hitch.b, thf: 5, shf: 5, footf: 5 } }).join()).toContain('hip');
    expect(listStrained({ ...hitch, b: { ...hitch.b, footf: 20 } }).join()).toContain('ankle');
    expect(listStrained({ ...plank, b: { ...plank.b, neck: 60 } }).join()).toContain('neck');
  });
  test('a limb that leaves the box', () => {
    const raised: Figure = { ...squat, a: { ...squat.a, uan: -90, fan: -90 } };
    expect(listOutside(raised, frameFigure(squat))).not.toEqual([]);
    expect(listOutside(raised)).toEqual([]);
  });
  test('a working area that is not lit', () => {
    const litOf = (figure: Figure) => (drawFigure(figure, 'end', 'fig').match(/gw-work/g) ?? []).length;
    expect(litOf(squat)).toBe(squat.work.length);
    expect(litOf({ ...squat, work: [] })).toBe(0);
  });
  test('too many poses for the bytes', () => {
    const poses = Array.from(
      { length: 24 },
      (_, step): Pose => ({ ...squat.a, hip: [step * 7.3, -100 - ((step * 37) % 29)] }),
    );
    expect(sizeOf(drawFigure({ ...squat, back: poses }, 'move', 'fig'))).toBeGreaterThan(heaviest);
  });
});
