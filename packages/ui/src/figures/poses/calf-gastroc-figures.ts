import type { FigureSpec, Pose } from '../figure-spec.ts';

const close = [-58, -108, 168] as const;
const step = [
  ['block', 2, -24, 60, 24],
  ['wall', 62, 186],
] as const;
const ballOnStep = ['footn', 18, -24, 15, 8.5] as const;

/** Fingertips of the far hand on the wall, the near arm hanging. */
const atWall = {
  ...{ torso: -88, neck: -84, head: -85, uan: 94, fan: 86, handn: 90, palmf: [55, -165], handf: -20 },
} as const satisfies Pose;
const freeLeg = { thf: 84, shf: 146, footf: 48, toef: 48 } as const;
const low = { ...atWall, thn: 88, shn: 93, footn: -20, toen: 0 } as const satisfies Pose;
const high = { ...atWall, torso: -89, thn: 90, shn: 88, footn: 42, toen: 0 } as const satisfies Pose;
const bothLow = { ...low, ballf: [15.5, -24], footf: -20, toef: 0 } as const satisfies Pose;
const bothHigh = { ...high, ballf: [15.5, -24], footf: 42, toef: 0 } as const satisfies Pose;
/** Without a wall both arms hang. */
const hanging = ({ palmf: _, ...pose }: Pose): Pose => ({ ...pose, uaf: 92, faf: 85, handf: 90 });

const singleRaise: FigureSpec = {
  title: 'Single-leg calf raise on a step: heel below the step, then heel high.',
  tempo: [1.2, 1, 2.4, 0.6],
  anchor: ballOnStep,
  scene: step,
  close,
  a: { ...low, ...freeLeg },
  b: { ...high, ...freeLeg },
};

export const calfGastrocFigures: Readonly<Record<string, FigureSpec>> = {
  cg_double: {
    title: 'Two-leg calf raise on a step: heels just below the step, then as high as they go.',
    tempo: [1.2, 0.8, 2, 0.6],
    anchor: ballOnStep,
    scene: step,
    close,
    a: bothLow,
    b: bothHigh,
  },
  cg_iso: {
    title: 'Mid-range calf hold: both heels lifted half way and held, knees straight.',
    tempo: [1, 4, 1, 0.6],
    anchor: ['footn', 15, 0, 15, 8.5],
    scene: [['wall', 62, 186]],
    close: [-58, -110, 168],
    a: { ...low, palmf: [55, -142], footn: 0, thn: 89, shn: 91, ballf: [12.5, 0], footf: 0 },
    b: { ...high, palmf: [55, -142], footn: 22, thn: 90, shn: 88.5, ballf: [12.5, 0], footf: 22 },
  },
  cg_ecc: {
    title: 'Two up, one down: heels high on both feet, then one leg alone lowers its heel below the step.',
    tempo: [3.4, 0.6, 1.6, 0.6],
    anchor: ballOnStep,
    scene: step,
    close,
    a: bothHigh,
    via: [{ ...high, ballf: [4, -44], footf: 44, toef: 44 }],
    b: { ...low, ballf: [-24, -52], footf: 46, toef: 46 },
    back: [bothLow, bothHigh],
  },
  cg_single: singleRaise,
  cg_double_loaded: {
    title: 'Two-leg calf raise with dumbbells: heels just below the step, then as high as they go.',
    tempo: [1.2, 1, 2.4, 0.6],
    anchor: ballOnStep,
    scene: [['block', 2, -24, 60, 24]],
    held: [
      { kit: 'dumbbell', on: ['handn', 4, 0.4] },
      { kit: 'dumbbell', on: ['handf', 4, 0.4] },
    ],
    close: [-76, -112, 168],
    a: hanging(bothLow),
    b: hanging(bothHigh),
  },
  cg_single_loaded: {
    ...singleRaise,
    title: 'Single-leg calf raise on a step with a dumbbell: heel below the step, then heel high.',
    tempo: [1.2, 1, 3, 0.6],
    held: [{ kit: 'dumbbell', on: ['handn', 4, 0.4] }],
  },
};
