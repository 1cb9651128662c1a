import { describe, expect, test } from 'vitest';
import type { Pose } from './figure-spec.ts';
import { locateEnd, mixPoses, sampleMovement, solveFigure } from './solve-figure.ts';

const standing: Pose = {
  torso: -90,
  hip: [0, -100],
  balln: [15, 0],
  ballf: [12, 0],
  uan: 90,
  fan: 90,
  uaf: 90,
  faf: 90,
};

describe('solveFigure', () => {
  test('leaves a planted foot where it is when the hip sinks', () => {
    const upright = solveFigure({}, standing);
    const sunk = solveFigure({}, { ...standing, hip: [-20, -60] });
    expect(sunk.footn[0][0]).toBeCloseTo(upright.footn[0][0]);
    expect(sunk.footn[0][1]).toBeCloseTo(upright.footn[0][1]);
  });

  test('bends the knee forwards and the elbow backwards', () => {
    const { thn, shn, uan, fan } = solveFigure({}, { ...standing, hip: [-20, -60], palmn: [20, -90] });
    expect(shn[1]).toBeGreaterThan(thn[1]);
    expect(fan[1]).toBeLessThan(uan[1]);
  });

  test('holds the anchor in place, whatever turns', () => {
    const anchor = ['footn', 18, -24, 15, 8.5] as const;
    for (const footn of [-20, 0, 42]) {
      const placed = solveFigure(
        { anchor },
        { torso: -89, thn: 89, shn: 91, footn, uan: 90, fan: 90, uaf: 90, faf: 90 },
      );
      const [x, y] = locateEnd(['footn', 15, 8.5], placed, standing);
      expect(x).toBeCloseTo(18);
      expect(y).toBeCloseTo(-24);
    }
  });

  test('keeps a hand on the thigh that it is put on', () => {
    const pose: Pose = { ...standing, hip: [-40, -58], palmn: ['thn', 36, -12] };
    const placed = solveFigure({}, pose);
    const [x, y] = locateEnd(['thn', 36, -12], placed, pose);
    const [handX, handY] = locateEnd(['handn', 4, 0.4], placed, pose);
    expect(Math.hypot(handX - x, handY - y)).toBeLessThan(1);
  });

  test('stretches towards what is out of reach instead of breaking', () => {
    const { thn, shn } = solveFigure({}, { ...standing, balln: [300, 0] });
    expect(Math.abs(shn[1] - thn[1])).toBeLessThan(3);
  });
});

describe('mixPoses', () => {
  test('meets both ends and the middle', () => {
    const sunk: Pose = { ...standing, torso: -50, hip: [-20, -60] };
    expect(mixPoses(standing, sunk, 0)).toEqual(standing);
    expect(mixPoses(standing, sunk, 1)).toEqual(sunk);
    expect(mixPoses(standing, sunk, 0.5)).toMatchObject({ torso: -70, hip: [-10, -80] });
  });

  test('does not move what one pose leaves out', () => {
    expect(mixPoses({ ...standing, head: 10 }, standing, 0.5).head).toBe(10);
  });
});

describe('sampleMovement', () => {
  test('passes every given pose and goes home the same way unless told', () => {
    const via: Pose = { ...standing, torso: -70 };
    const b: Pose = { ...standing, torso: -40 };
    const { there, home } = sampleMovement({ title: '', a: standing, via: [via], b });
    expect(there.map(({ torso }) => torso)).toEqual([
      -90,
      expect.anything(),
      expect.anything(),
      -70,
      expect.anything(),
      expect.anything(),
      -40,
    ]);
    expect(home).toBeUndefined();
  });
});
