import type { FigureSpec, Point, Pose } from '../figure-spec.ts';
import { standing, standingFront, standingOnNear } from './stances.ts';

const bothArms = (upper: number, fore: number) => ({ uan: upper, fan: fore, uaf: upper - 4, faf: fore - 4 });
const bothFeet = (x: number, y: number, foot: number, toe = 0) =>
  ({
    ...{ balln: [x, y], footn: foot, toen: toe },
    ...{ ballf: [x - 3, y], footf: foot, toef: toe },
  }) as const satisfies Partial<Pose>;

/** Half bent over the middle of the foot, arms behind: the dip before a jump and the landing after it. */
const dip = {
  ...standing,
  torso: -54,
  neck: -62,
  head: -70,
  hip: [-26, -68],
  ...bothArms(138, 122),
} as const satisfies Pose;
const takeOff = {
  ...standing,
  torso: -84,
  hip: [8, -113],
  ...bothArms(30, 0),
  ...bothFeet(15, 0, 52),
} as const satisfies Pose;
const flight = {
  ...standing,
  torso: -86,
  hip: [10, -152],
  ...bothArms(-52, -64),
  ...bothFeet(18, -40, 50, 50),
} as const satisfies Pose;

const turningHands = { palmn: [-38, -98], palmf: [38, -98], handn: 130, handf: 50 } as const;

interface Leg {
  readonly ball: Point;
  readonly foot: number;
  readonly toe: number;
}

/** One instant of a run: which leg leads is the only difference between its two halves. */
const running = (hip: Point, near: Leg, far: Leg, nearArm: number, farArm: number): Pose => ({
  ...{ torso: -82, neck: -82, head: -84, hip },
  ...{ uan: nearArm, fan: nearArm - 85, uaf: farArm, faf: farArm - 85 },
  ...{ balln: near.ball, footn: near.foot, toen: near.toe, ballf: far.ball, footf: far.foot, toef: far.toe },
});
const pushing: Leg = { ball: [-22, 0], foot: 48, toe: 0 };
const driving: Leg = { ball: [36, -46], foot: 10, toe: 10 };
const trailing: Leg = { ball: [-72, -50], foot: 84, toe: 84 };
const reaching: Leg = { ball: [54, -34], foot: -8, toe: -8 };
const leaveNear = running([2, -108], pushing, driving, 46, 142);
const leaveFar = running([2, -108], driving, pushing, 142, 46);

export const plyoFigures: Readonly<Record<string, FigureSpec>> = {
  pl_pogo_small: {
    title: 'Small two-leg pogo: tall with knees nearly straight, quick small hops from the ankles.',
    tempo: [0.24, 0.04, 0.24, 0.06],
    close: [-70, -112, 160],
    a: { ...standing, hip: [1, -103], ...bothArms(104, 60), ...bothFeet(15, 0, 8) },
    b: { ...standing, hip: [6, -127], ...bothArms(100, 52), ...bothFeet(15, -15, 42, 42) },
  },
  pl_rope: {
    title: 'Rope skipping: tall and on the balls of the feet, small hops as the rope turns from the wrists.',
    view: 'front',
    tempo: [0.35, 0, 0.35, 0],
    cords: [
      { kind: 'rope', from: 'free', to: ['handf', 4, 0] },
      { kind: 'ropeLeft', from: 'free', to: ['handn', 4, 0] },
    ],
    a: { ...standingFront, ...turningHands, balln: [-7, 0], ballf: [7, 0], hip: [0, -105], free: [0, -214] },
    b: {
      ...standingFront,
      ...turningHands,
      balln: [-7, -12],
      ballf: [7, -12],
      hip: [0, -117],
      palmn: [-37, -106],
      palmf: [37, -106],
      footn: 90,
      footf: 90,
      free: [0, -4],
    },
  },
  pl_cmj: {
    title: 'Countermovement jump: a fast dip, a jump as high as possible with the arms, and a soft landing held still.',
    tempo: [0.55, 0.1, 0.5, 1.6],
    a: dip,
    via: [takeOff],
    b: flight,
  },
  pl_box_jump: {
    title: 'Box jump: a dip and a jump onto a box, landing quietly on the whole foot, then up tall and a step down.',
    tempo: [0.9, 0.8, 2.6, 0.5],
    scene: [['block', 42, -48, 66, 48]],
    a: dip,
    via: [
      { ...takeOff, hip: [16, -112] },
      {
        ...standing,
        torso: -64,
        hip: [46, -142],
        ...bothArms(-10, -30),
        ...bothFeet(62, -72, 14, 14),
      },
    ],
    b: { ...standing, torso: -54, neck: -62, head: -70, hip: [48, -116], ...bothArms(30, 0), ...bothFeet(78, -48, 0) },
    back: [
      { ...standing, hip: [64, -153], ...bothFeet(78, -48, 0) },
      {
        ...standing,
        torso: -74,
        hip: [27, -101],
        balln: [78, -48],
        footn: 0,
        ballf: [16, 0],
        footf: 0,
      },
      dip,
    ],
  },
  pl_split_jump: {
    title: 'Split-squat jump: a dip in split stance, a jump straight up, and a soft landing as it began.',
    tempo: [0.6, 0.1, 0.6, 1],
    a: {
      ...standing,
      torso: -80,
      neck: -80,
      hip: [-8, -66],
      ...bothArms(120, 86),
      balln: [42, 0],
      ballf: [-50, 0],
      footf: 60,
    },
    via: [
      {
        ...standing,
        torso: -86,
        hip: [0, -100],
        ...bothArms(40, 0),
        balln: [38, 0],
        footn: 22,
        ballf: [-40, 0],
        footf: 66,
      },
    ],
    b: {
      ...standing,
      torso: -86,
      hip: [2, -140],
      ...bothArms(-40, -60),
      balln: [36, -42],
      footn: 34,
      toen: 34,
      ballf: [-36, -44],
      footf: 66,
      toef: 60,
    },
  },
  pl_sl_pogo: {
    title: 'Single-leg pogo: on one soft but still knee, quick small hops from the ankle on one spot.',
    tempo: [0.24, 0.04, 0.24, 0.06],
    close: [-70, -112, 160],
    a: {
      ...standingOnNear,
      torso: -86,
      hip: [0, -100],
      uan: 112,
      fan: 50,
      uaf: 70,
      faf: 10,
      balln: [15, 0],
      footn: 10,
      toen: 0,
      thf: 52,
      shf: 128,
      footf: 40,
      toef: 40,
    },
    b: {
      ...standingOnNear,
      torso: -86,
      hip: [4, -122],
      uan: 106,
      fan: 40,
      uaf: 76,
      faf: 16,
      balln: [15, -15],
      footn: 42,
      toen: 42,
      thf: 46,
      shf: 124,
      footf: 40,
      toef: 40,
    },
  },
  pl_bound: {
    title: 'Bounding: from a jog, long leaps from one leg to the other with the knee driven forward.',
    tempo: [0.5, 0.05, 1.05, 0],
    a: leaveNear,
    b: running([0, -128], trailing, reaching, 46, 142),
    back: [leaveFar, running([0, -128], reaching, trailing, 142, 46), leaveNear],
  },
  pl_drop_jump: {
    title: 'Drop jump from a low box: a step off the box, both forefeet on the floor, and an instant rebound.',
    tempo: [1.4, 0.1, 0.6, 0.8],
    scene: [['block', -78, -30, 66, 30]],
    a: { ...standing, hip: [-44, -135.2], ...bothFeet(-28, -30, 0) },
    via: [
      {
        ...standing,
        torso: -86,
        hip: [-18, -130],
        ...bothArms(100, 70),
        balln: [9, -22],
        footn: 20,
        toen: 20,
        ballf: [-26, -30],
        footf: 30,
        toef: 0,
      },
      { ...standing, torso: -74, neck: -78, hip: [8, -94], ...bothArms(118, 92), ...bothFeet(26, 0, 12) },
    ],
    b: { ...standing, torso: -88, hip: [20, -146], ...bothArms(-40, -56), ...bothFeet(28, -36, 48, 48) },
    back: [{ ...standing, torso: -62, neck: -70, hip: [2, -80], ...bothArms(60, 20), ...bothFeet(26, 0, 0) }],
  },
};
