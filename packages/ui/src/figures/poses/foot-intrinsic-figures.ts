import type { FigureSpec, Pose } from '../figure-spec.ts';

const seated = {
  ...{ torso: -84, neck: -80, head: -74, hip: [-46, -58] },
  ...{ palmn: ['thn', 36, -10], palmf: ['thf', 33, -10], handn: 30, handf: 30 },
} as const satisfies Pose;
const crop = [-34, -50, 78, 55.7] as const;

const oneLeg = {
  ...{ torso: -89, neck: -84, head: -82, uan: 100, fan: 80, uaf: 72, faf: 56 },
  ...{ thn: 88, shn: 93, footn: 0, toen: 0, thf: 62, shf: 118, footf: 14, toef: 14 },
} as const satisfies Pose;

const atWall = {
  ...{ torso: -89, neck: -84, head: -85, uan: 94, fan: 86, handn: 90, palmf: [55, -165], handf: -20 },
  ...{ toen: -36, thf: 84, shf: 146, footf: 48, toef: 48 },
} as const satisfies Pose;

const toesExtended: FigureSpec = {
  title: 'Calf raise with toes extended: forefoot on a step and toes bent up over a rolled towel, then heel high.',
  tempo: [3, 2, 3, 0.6],
  anchor: ['footn', 18, -24, 15, 8.5],
  scene: [
    ['block', 2, -24, 60, 24],
    ['wall', 62, 186],
  ],
  held: [{ kit: 'towel', on: [26, -27.6], level: true }],
  close: [-46, -92, 128],
  a: { ...atWall, thn: 88, shn: 92, footn: -8 },
  b: { ...atWall, thn: 90, shn: 88, footn: 34 },
};

export const footIntrinsicFigures: Readonly<Record<string, FigureSpec>> = {
  fi_toe_yoga: {
    title: 'Toe yoga: foot flat, the big toe lifted while the others stay down, then the other way round.',
    tempo: [1, 0.8, 2, 0.6],
    crop,
    a: { ...seated, balln: [15, 0], ballf: [15, 0], toen: 0, toef: 0 },
    b: { ...seated, balln: [15, 0], ballf: [15, 0], toen: -46, toef: 0 },
    back: [
      { ...seated, balln: [15, 0], ballf: [15, 0], toen: 0, toef: 0 },
      { ...seated, balln: [15, 0], ballf: [15, 0], toen: 0, toef: -46 },
      { ...seated, balln: [15, 0], ballf: [15, 0], toen: 0, toef: 0 },
    ],
  },
  fi_short_foot: {
    title:
      'Short foot: foot flat with long toes, then the ball of the big toe drawn towards the heel so that the arch rises.',
    tempo: [1.4, 3, 1.4, 0.6],
    crop,
    scene: [['arrow', 'M42-5H32M36-9L32-5L36-1']],
    a: { ...seated, heeln: [-6.4, 0], ballf: [9, 0], footLenn: 16.5 },
    b: { ...seated, heeln: [-6.4, 0], ballf: [9, 0], footLenn: 12.5 },
  },
  fi_towel: {
    title: 'Towel curl: seated with the foot on a towel, the toes draw it in while the heel stays.',
    tempo: [1.2, 0.6, 1, 0.4],
    held: [{ kit: 'cloth', on: 'free', level: true }],
    scene: [['arrow', 'M42-9H32M36-13L32-9L36-5']],
    crop,
    a: { ...seated, heeln: [-6.4, -1], footn: 0, toen: 0, ballf: [8, 0], free: [21, 0] },
    b: { ...seated, heeln: [-6.4, -0.6], footn: -6, toen: 24, ballf: [8, 0], free: [11, 0] },
  },
  fi_sl_short: {
    title: 'Short foot on one leg: two feet, then one, with the arch of the standing foot drawn up and the knee soft.',
    tempo: [1, 3, 1, 0.6],
    anchor: ['footn', 0, -8.5],
    close: [-64, -92, 128],
    a: { ...oneLeg, uan: 94, fan: 86, uaf: 94, faf: 86, thf: 89, shf: 92, footf: 0, toef: 0 },
    b: oneLeg,
  },
  fi_toe_ext_raise: toesExtended,
  fi_toe_ext_loaded: {
    ...toesExtended,
    title: 'Calf raise with toes extended and a dumbbell: toes bent up over a rolled towel, then heel high.',
    held: [
      { kit: 'towel', on: [26, -27.6], level: true },
      { kit: 'dumbbell', on: ['handn', 4, 0.4] },
    ],
  },
};
