import type { FigureSpec, Pose } from '../figure-spec.ts';

/** On the elbows with the toes tucked under, a straight line from heel to head. */
const forearms = { uan: 90, fan: 0, handn: 0, uaf: 88, faf: 0, handf: 0 } as const satisfies Partial<Pose>;
const plank = {
  ...forearms,
  ...{ torso: -9.5, neck: -12, head: -16 },
  ...{ balln: [-151, 0], footn: 82, toen: 4, ballf: [-150.6, 0], footf: 82, toef: 4 },
} as const satisfies Pose;
const onElbow = ['fan', 0, -5.6] as const;

const kneeling = { shn: 191.5, footn: 64, toen: 0, shf: 191.5, footf: 64, toef: 0 } as const satisfies Partial<Pose>;

/** On the back, hips and knees at right angles, arms up. */
const tabletop = {
  ...{ torso: 180, neck: 184, head: 181, uan: -91, fan: -91, uaf: -87, faf: -87 },
  ...{ thn: -90, shn: 0, footn: -78, toen: -78, thf: -86, shf: 3, footf: -75, toef: -75 },
} as const satisfies Pose;

export const coreAntiExtFigures: Readonly<Record<string, FigureSpec>> = {
  ce_dead_bug: {
    title:
      'Dead bug: on the back with arms up and knees above the hips, then the opposite arm and leg reached long, back flat.',
    tempo: [2, 0.6, 2, 0.6],
    anchor: ['neck', 0, -13.5],
    a: tabletop,
    b: { ...tabletop, uan: -172, fan: -174, thf: -10, shf: -7, footf: -78, toef: -78 },
  },
  ce_plank_knee: {
    title: 'Kneeling plank: on the forearms and knees, then hips lifted into a straight line from knee to head.',
    tempo: [1.4, 4, 1.4, 0.6],
    anchor: onElbow,
    a: { ...forearms, torso: -30, neck: -26, head: -30, ...kneeling, thn: 170, thf: 170.5 },
    b: { ...forearms, torso: -19.5, neck: -20, head: -24, ...kneeling, thn: 159.5, thf: 160 },
  },
  ce_plank: {
    title: 'Front plank: on the forearms with hips on the floor, then lifted into one line from heel to head and held.',
    tempo: [1.4, 4, 1.4, 0.6],
    anchor: onElbow,
    a: { ...plank, uan: 84, uaf: 82, torso: -30, neck: -26, head: -30 },
    b: plank,
  },
  ce_plank_march: {
    title:
      'Plank with alternating leg lift: a front plank, then one straight leg lifted a hand high and the other after it.',
    tempo: [1, 0.8, 2.8, 0.4],
    anchor: onElbow,
    a: plank,
    b: { ...plank, balln: [-155.2, -20.5], footn: 88, toen: 80 },
    back: [plank, { ...plank, ballf: [-155.2, -20.5], footf: 88, toef: 80 }, plank],
  },
  ce_body_saw: {
    title:
      'Body saw on sliders: a front plank with the feet on sliders, then pushed a little back from the elbows and pulled forward.',
    tempo: [1.4, 0.4, 1.4, 0.4],
    anchor: onElbow,
    held: [{ kit: 'slider', on: ['footn', 15, 8.5], level: true }],
    a: { ...plank, uan: 100, uaf: 98, torso: -9, balln: [-144, -3], ballf: [-141.5, -3] },
    b: { ...plank, uan: 66, uaf: 64, torso: -8, balln: [-165, -3], ballf: [-162.5, -3] },
  },
  ce_rollout: {
    title:
      'Roll-out: kneeling with the hands on a wheel, then rolled out with hips and ribs moving together, back straight.',
    tempo: [2.4, 0.4, 1.8, 0.6],
    anchor: ['shn', 0, -9],
    held: [{ kit: 'wheel', on: ['handn', 4, 0.4] }],
    a: {
      ...kneeling,
      torso: -26,
      neck: -30,
      head: -38,
      thn: 94,
      thf: 96,
      palmn: [52, -11],
      palmf: [50, -11],
      handn: 90,
      handf: 90,
    },
    via: [
      {
        ...kneeling,
        torso: -27,
        neck: -28,
        head: -32,
        thn: 122,
        thf: 124,
        palmn: [98, -11],
        palmf: [96, -11],
        handn: 90,
        handf: 90,
      },
    ],
    b: {
      ...kneeling,
      torso: -25,
      neck: -24,
      head: -26,
      thn: 151,
      thf: 152,
      palmn: [139, -11],
      palmf: [137, -11],
      handn: 90,
      handf: 90,
    },
  },
};
