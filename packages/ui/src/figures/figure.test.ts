import { gzipSync } from 'node:zlib';
import { exercises } from '@groundwork/engine/catalogue/catalogue';
import { describe, expect, test } from 'vitest';
import { drawFigure, mixPoses, type Pose, solveFigure } from './figure.ts';
import { findPose, poses } from './poses.ts';

const drawn = Object.entries(poses);
const sizeOf = (text: string) => gzipSync(text).length;

test('every pose belongs to an exercise of the catalogue', () => {
  const known = new Set(exercises.map(({ id }) => id));
  expect(Object.keys(poses).filter((id) => !known.has(id))).toEqual([]);
});

test('an exercise that was not drawn has no pose', () => {
  expect(findPose('qd_goblet')).toBeUndefined();
  expect(findPose('toString')).toBeUndefined();
});

describe.each(drawn)('%s', (id, spec) => {
  test('is light', () => {
    expect(sizeOf(drawFigure(spec, 'move', `fig-${id}`))).toBeLessThan(3000);
    expect(sizeOf(drawFigure(spec, 'still', `fig-${id}`))).toBeLessThan(1400);
  });
  test('keeps its anchor in place in every pose', () => {
    const [segment, x, y, dx = 0, dy = 0] = spec.anchor;
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const [[jx, jy], angle] = solveFigure(spec, mixPoses(spec.a, spec.b, share))[segment];
      const turn = (angle * Math.PI) / 180;
      expect(jx + dx * Math.cos(turn) - dy * Math.sin(turn)).toBeCloseTo(x);
      expect(jy + dx * Math.sin(turn) + dy * Math.cos(turn)).toBeCloseTo(y);
    }
  });
  test('stays in its box, the thickness of a limb included', () => {
    const [left, top, width, height] = spec.box;
    for (const pose of [spec.a, spec.via, spec.b]) {
      if (!pose) continue;
      for (const [[x, y]] of Object.values(solveFigure(spec, pose))) {
        expect(x).toBeGreaterThanOrEqual(left + 9);
        expect(x).toBeLessThanOrEqual(left + width - 9);
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(top + height);
      }
    }
  });
  test('is still under reduced motion, and moves only when asked', () => {
    expect(drawFigure(spec, 'move', 'fig')).toContain(
      '@media (prefers-reduced-motion:reduce){.fig .s{animation:none}}',
    );
    expect(drawFigure(spec, 'still', 'fig')).not.toContain('animation');
  });
});

test('the working area is lit on the near side only', () => {
  const spec = poses.cg_single;
  if (!spec) throw new Error('cg_single is drawn');
  expect(drawFigure(spec, 'end', 'fig').match(/gw-work/g)).toHaveLength(1);
});

test('an angle that one pose leaves out does not move', () => {
  const base = { torso: 0, uan: 0, uaf: 0, fan: 0, faf: 0, thn: 0, thf: 0, shn: 0, shf: 0 } satisfies Pose;
  expect(mixPoses({ ...base, head: 10 }, base, 0.5).head).toBe(10);
  expect(mixPoses(base, { ...base, torso: 40 }, 0.5).torso).toBe(20);
});
