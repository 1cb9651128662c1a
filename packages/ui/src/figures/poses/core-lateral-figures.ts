import type { FigureSpec, Pose } from '../figure-spec.ts';

/** On the elbow, seen from the front: the forearm points at the viewer. */
const onElbow = { uaf: 90, faf: 165, faLenf: 7, handf: 172 } as const satisfies Partial<Pose>;
const elbow = ['faf', 0, -6.2] as const;
const down = {
  ...onElbow,
  torso: -38,
  neck: -22,
  head: -14,
  uan: 188,
  fan: 64,
  thn: 170,
  shn: 172,
  footn: 172,
  thf: 176,
  shf: 176,
  footf: 176,
} as const satisfies Pose;
const up = {
  ...onElbow,
  torso: -19,
  neck: -19,
  head: -17,
  uan: 194,
  fan: 72,
  thn: 160,
  shn: 162.5,
  footn: 162,
  thf: 165.5,
  shf: 165.5,
  footf: 165,
} as const satisfies Pose;
/** Knees bent to a right angle: the shins point away from the viewer. */
const shinsBehind = {
  shLenn: 1,
  shn: 170,
  footn: -16,
  shLenf: 1,
  shf: 170,
  footf: -14,
} as const satisfies Partial<Pose>;
const lateral = { view: 'front', workSide: 'f', anchor: elbow } as const;

const onNearLeg = { torso: -90, neck: -90, head: -90, hip: [0, -105.2], balln: [-9, 0] } as const satisfies Pose;

const walk = (
  near: readonly [ball: readonly [number, number], foot: number],
  far: readonly [ball: readonly [number, number], foot: number],
  height: number,
  swing: number,
): Pose => ({
  ...{ torso: -88, neck: -84, head: -84, hip: [0, -height], uan: 92, fan: 88, handn: 90 },
  ...{ uaf: 92 + swing, faf: 80 + swing },
  ...{ balln: near[0], footn: near[1], ballf: far[0], footf: far[1] },
});

export const coreLateralFigures: Readonly<Record<string, FigureSpec>> = {
  cl_side_knee: {
    ...lateral,
    title:
      'Side plank from the knees: on the elbow with knees bent, then hips lifted until knee, hip and shoulder are in line.',
    tempo: [1.4, 3, 1.4, 0.6],
    under: ['shf', 'footf', 'shn', 'footn'],
    a: { ...down, ...shinsBehind, torso: -38, thn: 167, thf: 168 },
    b: { ...up, ...shinsBehind, torso: -26, neck: -24, thn: 155, thf: 156.5 },
  },
  cl_side_plank: {
    ...lateral,
    title: 'Side plank: on the elbow with hips on the floor, then lifted into one straight line and held.',
    tempo: [1.4, 3, 1.4, 0.6],
    a: down,
    b: up,
  },
  cl_suitcase_hold: {
    title: 'Suitcase hold: standing tall with a weight in one hand, shoulders level, then marching slowly on the spot.',
    view: 'front',
    workSide: 'f',
    tempo: [1.4, 1, 1.4, 1],
    held: [{ kit: 'kettlebell', on: ['handn', 4, 0] }],
    a: { ...onNearLeg, uan: 98, fan: 92, handn: 90, uaf: 83, faf: 89, thf: 89, thLenf: 49, shf: 90, footf: 90 },
    b: {
      ...onNearLeg,
      hip: [-4, -105.2],
      uan: 98,
      fan: 92,
      handn: 90,
      uaf: 83,
      faf: 89,
      thf: 82,
      thLenf: 30,
      shf: 91,
      footf: 90,
    },
  },
  cl_side_dips: {
    ...lateral,
    title: 'Side plank hip dips: hips lowered to just above the floor, then driven up a little above the line.',
    tempo: [1, 0.3, 2, 0.3],
    a: { ...down, torso: -34 },
    b: { ...up, torso: -15, neck: -16, thn: 157.5, thf: 163, shn: 160.5, shf: 163.5, footn: 160, footf: 163 },
  },
  cl_copenhagen: {
    ...lateral,
    workSide: { core: 'f', adductors: 'n' },
    title: 'Copenhagen plank: on the elbow with the top leg on a bench, then hips lifted until the body is one line.',
    tempo: [1.4, 2.4, 1.4, 0.6],
    scene: [['bench', -178, -40, 56]],
    a: { ...down, torso: -34, thn: 192, shn: 184, footn: 184, thf: 173, shf: 175, footf: 175 },
    b: { ...up, torso: -8, neck: -10, head: -12, thn: 176, shn: 178, footn: 178, thf: 164, shf: 165, footf: 162 },
  },
  cl_suitcase_carry: {
    title:
      'Heavy suitcase carry: a slow straight walk in short steps with a heavy weight in one hand, shoulders and hips level.',
    tempo: [0.8, 0, 0.8, 0],
    held: [{ kit: 'kettlebell', on: ['handn', 4, 0.4] }],
    a: walk([[38, -4], -10], [[-8, 0], 26], 102, 14),
    via: [walk([[16, 0], 0], [[8, -8], 24], 104.5, 0)],
    b: walk([[-8, 0], 26], [[38, -4], -10], 102, -16),
    back: [walk([[8, -8], 24], [[16, 0], 0], 104.5, 0), walk([[38, -4], -10], [[-8, 0], 26], 102, 14)],
  },
};
