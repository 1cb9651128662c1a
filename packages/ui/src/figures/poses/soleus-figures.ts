import type { FigureSpec, Pose } from '../figure-spec.ts';

/** Seated with the shins upright, both hands on what lies above the knees. */
const seated = {
  ...{ torso: -88, neck: -86, head: -86, hip: [-46, -58] },
  ...{ palmn: ['thn', 36, -15], palmf: ['thf', 33, -15], handn: 40, handf: 40 },
} as const satisfies Pose;

const close = [-62, -106, 156] as const;
const bent = {
  ...{ torso: -84, neck: -82, head: -84, uan: 92, fan: 82, handn: 90, palmf: [55, -165], handf: -20 },
  ...{ thn: 75, shn: 106, toen: 0, thf: 80, shf: 152, footf: 58, toef: 58 },
} as const satisfies Pose;

const bentRaise: FigureSpec = {
  title:
    'Single-leg bent-knee calf raise on a step: heel below the step, then heel high with the knee bent all the way.',
  tempo: [1.2, 0.8, 2, 0.6],
  anchor: ['footn', 18, -24, 15, 8.5],
  scene: [
    ['block', 2, -24, 60, 24],
    ['wall', 62, 186],
  ],
  close: [-58, -112, 168],
  a: { ...bent, footn: -14 },
  b: { ...bent, footn: 34 },
};

export const soleusFigures: Readonly<Record<string, FigureSpec>> = {
  cs_seated: {
    title: 'Seated calf raise, light: feet flat with a weight on the thighs, then heels lifted high.',
    tempo: [1.2, 0.8, 2, 0.6],
    scene: [['bench', -74, -48, 48]],
    held: [{ kit: 'dumbbellEnd', on: ['thn', 40, -17] }],
    close,
    a: { ...seated, balln: [15, 0], ballf: [12, 0] },
    b: { ...seated, balln: [15, 0], ballf: [12, 0], footn: 36, footf: 36 },
  },
  cs_wall_iso: {
    title: 'Bent-knee wall calf hold: leaning on a wall on one bent leg, then the heel lifted a little and held.',
    tempo: [1, 4, 1, 0.6],
    anchor: ['footn', 15, 0, 15, 8.5],
    scene: [['wall', 80, 186]],
    close: [-58, -106, 150],
    a: {
      ...bent,
      torso: -76,
      thn: 78,
      shn: 112,
      footn: 0,
      uan: 40,
      palmn: [72, -124],
      handn: -70,
      palmf: [72, -128],
      handf: -70,
    },
    b: {
      ...bent,
      torso: -76,
      thn: 78,
      shn: 112,
      footn: 20,
      palmn: [72, -124],
      handn: -70,
      palmf: [72, -128],
      handf: -70,
    },
  },
  cs_bent_single: bentRaise,
  cs_seated_heavy: {
    title:
      'Seated calf raise on the machine: pad above the knees and heels below the block, then heels as high as they go.',
    tempo: [1.2, 1, 3, 0.6],
    scene: [
      ['bench', -74, -54, 48],
      ['block', 6, -14, 44, 14],
      ['line', 'M58 0V-86'],
    ],
    held: [{ kit: 'roller', on: ['thn', 42, -14] }],
    cords: [{ kind: 'lever', from: [58, -84], to: ['thn', 42, -16] }],
    close,
    a: {
      ...seated,
      hip: [-46, -64],
      balln: [15, -14],
      ballf: [12, -14],
      footn: -18,
      footf: -18,
      palmn: ['thn', 40, -22],
      palmf: ['thf', 38, -22],
    },
    b: {
      ...seated,
      hip: [-46, -64],
      balln: [15, -14],
      ballf: [12, -14],
      footn: 34,
      footf: 34,
      palmn: ['thn', 40, -22],
      palmf: ['thf', 38, -22],
    },
  },
  cs_bent_loaded: {
    ...bentRaise,
    title:
      'Single-leg bent-knee calf raise on a step with a dumbbell: heel below the step, then heel high with the knee bent.',
    tempo: [1.2, 0.8, 2.6, 0.6],
    held: [{ kit: 'dumbbell', on: ['handn', 4, 0.4] }],
  },
};
