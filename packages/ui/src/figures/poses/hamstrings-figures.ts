import type { FigureSpec, Point, Pose } from '../figure-spec.ts';
import { onBack, onShoulders } from './stances.ts';

const toesUp = { footn: -72, footf: -72, toen: -72, toef: -72 } as const;
const sliding = { footn: -30, footf: -30, toen: -30, toef: -30 } as const;
const freeLeg = { footf: -110, toef: -110 } as const;

/** Face down on the floor, head over the folded arms. */
const prone = {
  ...{ torso: -4, neck: -2, head: 4, uan: 14, fan: 2, uaf: 15, faf: 2 },
  ...{ thf: 179, shf: 178, footf: 148, toef: 148 },
} as const satisfies Pose;

/** A bridge with each heel where it has walked to; the further out, the more the toes point up. */
const walking = (near: Point, far: Point, torso: number): Pose => {
  const toes = { footn: 75 - near[0], footf: 75 - far[0] };
  return {
    ...onBack,
    ...{ torso, neck: 188, head: 182, heeln: near, heelf: far },
    ...{ ...toes, toen: toes.footn, toef: toes.footf },
  };
};

export const hamstringsFigures: Readonly<Record<string, FigureSpec>> = {
  hs_bridge_iso: {
    title: 'Long-lever bridge hold: on the back with the heels far out, then hips lifted off the floor and held.',
    tempo: [1.4, 3, 1.4, 0.6],
    anchor: onShoulders,
    a: { ...onBack, ...toesUp, heeln: [151, -1.6], heelf: [148, -1.6] },
    b: { ...onBack, ...toesUp, torso: 164, neck: 188, head: 182, heeln: [151, -1.6], heelf: [148, -1.6] },
  },
  hs_walkout: {
    title: 'Bridge walk-out: hips high in a bridge, then the heels walked out in small steps and back in.',
    tempo: [2.8, 0.6, 2.8, 0.6],
    anchor: onShoulders,
    a: walking([104, 0], [101, 0], 153),
    via: [walking([119, -7], [101, 0], 154), walking([128, -0.8], [101, 0], 155), walking([128, -0.8], [126, -7], 158)],
    b: walking([128, -0.8], [150, -1.6], 160),
  },
  hs_band_curl: {
    title: 'Banded hamstring curl: face down with a band to one ankle, then that heel drawn towards the seat.',
    tempo: [1.4, 0.6, 3, 0.6],
    anchor: ['torso', 0, -11],
    scene: [['line', 'M-150 0V-34']],
    cords: [{ kind: 'band', from: [-150, -14], to: ['shn', 44, 0] }],
    a: { ...prone, thn: 179, shn: 180, footn: 150, toen: 150 },
    b: { ...prone, thn: 179, shn: 282, footn: 206, toen: 206 },
  },
  hs_slider_curl: {
    title: 'Sliding leg curl: hips up and legs long, then heels drawn in while the hips rise.',
    tempo: [1.4, 0.6, 2.4, 0.6],
    anchor: onShoulders,
    held: [{ kit: 'slider', on: ['footn', -6.4, 8.5], level: true }],
    a: { ...onBack, ...toesUp, torso: 164, neck: 186, heeln: [151, -4.6], heelf: [148, -4.6] },
    b: { ...onBack, ...sliding, torso: 150, neck: 190, head: 182, heeln: [94, -3], heelf: [91, -3] },
  },
  hs_machine_curl: {
    title:
      'Hamstring curl on a machine: face down on the bench with the pad above the heels, then heels curled all the way.',
    tempo: [1.4, 0.8, 3, 0.6],
    anchor: ['torso', 0, -61],
    scene: [
      ['bench', -46, -50, 132],
      ['line', 'M-51-61L-40-20V0'],
    ],
    held: [{ kit: 'roller', on: ['shn', 41, 11.5] }],
    cords: [{ kind: 'lever', from: ['shn', 0, 0], to: ['shn', 41, 11.5] }],
    a: {
      ...prone,
      uan: 96,
      fan: 44,
      uaf: 94,
      faf: 42,
      thn: 179,
      shn: 182,
      footn: 112,
      toen: 112,
      shf: 182,
      footf: 112,
      toef: 112,
    },
    b: {
      ...prone,
      uan: 96,
      fan: 44,
      uaf: 94,
      faf: 42,
      thn: 179,
      shn: 292,
      footn: 212,
      toen: 212,
      shf: 290,
      footf: 212,
      toef: 212,
    },
  },
  hs_sl_slider: {
    title: 'Single-leg sliding curl: one heel on a slider and hips high, then slid out long and pulled back in.',
    tempo: [1.4, 0.6, 3, 0.6],
    anchor: onShoulders,
    held: [{ kit: 'slider', on: ['footn', -6.4, 8.5], level: true }],
    a: { ...onBack, ...toesUp, ...freeLeg, torso: 164, neck: 186, heeln: [151, -4.6], thf: -40, shf: -34 },
    b: { ...onBack, ...sliding, ...freeLeg, torso: 150, neck: 190, head: 182, heeln: [94, -3], thf: -42, shf: -36 },
  },
  hs_nordic: {
    title:
      'Nordic hamstring curl: kneeling with the ankles held, then leaning forward slowly in one line from knee to shoulder.',
    tempo: [3.4, 0.4, 1.2, 0.8],
    anchor: ['shn', 0, -11],
    scene: [
      ['block', -14, -4, 30, 4],
      ['line', 'M-40 0V-34'],
    ],
    held: [{ kit: 'roller', on: ['shn', 41, 11] }],
    a: {
      torso: -88,
      neck: -84,
      head: -84,
      uan: 76,
      fan: -20,
      uaf: 74,
      faf: -22,
      thn: 90,
      shn: 187,
      footn: 66,
      toen: 0,
      thf: 92,
      shf: 187,
      footf: 66,
      toef: 0,
    },
    b: {
      torso: -36,
      neck: -40,
      head: -46,
      uan: 62,
      fan: 20,
      uaf: 60,
      faf: 18,
      thn: 143,
      shn: 187,
      footn: 66,
      toen: 0,
      thf: 144,
      shf: 187,
      footf: 66,
      toef: 0,
    },
  },
};
