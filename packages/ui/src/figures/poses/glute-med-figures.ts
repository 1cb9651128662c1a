import type { FigureSpec, Pose } from '../figure-spec.ts';

/** On the right side, seen from the front: head to the right on the lower arm, upper hand on the floor in front. */
const onSide = {
  ...{ torso: -3, neck: 6, head: 6, uaf: -6, faf: -2, handf: 0, palmn: [22, -6], uaLenn: 30, faLenn: 20, handn: 160 },
} as const satisfies Pose;
const hipOnFloor = ['torso', 0, -18.6] as const;

/** On the elbow, seen from the front: the forearm points at the viewer. */
const sidePlank = {
  ...{ uaf: 90, faf: 165, faLenf: 7, handf: 172 },
} as const satisfies Partial<Pose>;
const down = {
  ...sidePlank,
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
  ...sidePlank,
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

const handOnWall = { palmn: [-78, -164], handn: 200, uaf: 80, faf: 88 } as const satisfies Partial<Pose>;

/** A quarter squat from the front, hands together before the chest. */
const softKnees = {
  ...{ torso: -90, neck: -90, head: -90, thLenn: 46, thLenf: 46, shLenn: 45, shLenf: 45 },
  ...{ palmn: ['torso', 36, -2], palmf: ['torso', 36, 2], uaLenn: 32, uaLenf: 32, faLenn: 22, faLenf: 22 },
} as const satisfies Pose;

export const gluteMedFigures: Readonly<Record<string, FigureSpec>> = {
  gm_clamshell: {
    title:
      'Clamshell: on the side with knees bent and heels together, then the top knee opened while the pelvis stays still.',
    view: 'front',
    tempo: [1.2, 1, 2, 0.6],
    anchor: hipOnFloor,
    a: {
      ...onSide,
      thn: 177,
      thLenn: 38,
      shn: 178,
      shLenn: 36,
      footn: 176,
      thf: 178,
      thLenf: 40,
      shf: 180,
      shLenf: 36,
      footf: 178,
    },
    b: {
      ...onSide,
      thn: 222,
      thLenn: 43,
      shn: 136,
      shLenn: 48,
      footn: 150,
      thf: 178,
      thLenf: 40,
      shf: 180,
      shLenf: 36,
      footf: 178,
    },
  },
  gm_sidelying_abd: {
    title: 'Side-lying leg raise: on the side with the lower knee bent, then the straight top leg lifted, heel first.',
    view: 'front',
    tempo: [1.4, 0.6, 2, 0.6],
    anchor: hipOnFloor,
    a: { ...onSide, thn: 179, shn: 178, footn: 176, thf: 178, thLenf: 32, shf: 180, shLenf: 22, footf: 178 },
    b: { ...onSide, thn: 209, shn: 209, footn: 205, thf: 178, thLenf: 32, shf: 180, shLenf: 22, footf: 178 },
  },
  gm_band_walk: {
    title:
      'Lateral banded walk: knees soft and a band round the ankles, a step out to the side and the other foot slowly after.',
    view: 'front',
    tempo: [1, 0.4, 1.4, 0.4],
    cords: [{ kind: 'band', from: ['shn', 38, 0], to: ['shf', 38, 0] }],
    over: ['uaf', 'faf', 'handf', 'uan', 'fan', 'handn'],
    a: { ...softKnees, hip: [0, -98], balln: [-13, 0], ballf: [13, 0] },
    via: [{ ...softKnees, hip: [-10, -97], balln: [-28, -6], ballf: [13, 0] }],
    b: { ...softKnees, hip: [-16, -96], balln: [-43, 0], ballf: [13, 0] },
  },
  gm_hip_hitch: {
    title: 'Hip hitch on a step: on one straight leg, the free hip drops a little, then is drawn up above level.',
    view: 'front',
    tempo: [1.4, 0.8, 2, 0.6],
    anchor: ['footn', -9, -32.5],
    scene: [
      ['block', -50, -24, 54, 24],
      ['wall', -92, 190],
      ['arrow', 'M30-14V-42M25-37L30-42L35-37'],
    ],
    a: {
      torso: -91,
      neck: -90,
      head: -90,
      pelvis: 22,
      thn: 92,
      shn: 90,
      footn: 90,
      thf: 90,
      shf: 90,
      footf: 92,
      ...handOnWall,
    },
    b: {
      torso: -89,
      neck: -90,
      head: -90,
      pelvis: -24,
      thn: 89,
      shn: 90,
      footn: 90,
      thf: 90,
      shf: 90,
      footf: 92,
      ...handOnWall,
    },
  },
  gm_side_plank: {
    title: 'Side plank, hip focus: on the elbow with hips on the floor, then the lower hip driven up into one line.',
    view: 'front',
    workSide: 'f',
    tempo: [1.4, 3, 1.4, 0.6],
    anchor: ['faf', 0, -6.2],
    a: down,
    b: up,
  },
  gm_side_plank_lift: {
    title: 'Side plank with top-leg lift: hips high and still, then the top leg lifted to hip height and held.',
    view: 'front',
    workSide: 'f',
    tempo: [1.4, 2.4, 1.4, 0.6],
    anchor: ['faf', 0, -6.2],
    a: up,
    b: { ...up, thn: 186, shn: 187, footn: 184 },
  },
};
