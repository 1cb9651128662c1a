import type { FigureSpec, Pose } from '../figure-spec.ts';
import { standingFront } from './stances.ts';

const fourPoint = {
  ...{ torso: -11, neck: -16, head: -22, palmf: [72, -5], handf: 0, palmn: [74, -5], handn: 0 },
  ...{ thn: 90, shn: 183, footn: 158, toen: 158, thf: 92, shf: 184, footf: 158, toef: 158 },
} as const satisfies Pose;

const highPlank = {
  ...{ torso: -21, neck: -23, head: -28, hip: [-47.6, -51.7], palmf: [4, -5], handf: 0, palmn: [6, -5], handn: 0 },
  ...{ balln: [-141.5, 0], footn: 72, toen: 4, ballf: [-138.5, 0], footf: 72, toef: 4 },
} as const satisfies Pose;

/** Both hands before the breastbone; pressed out, the arms point at the viewer and are seen short. */
const atChest = {
  palmn: ['torso', 36, 0],
  palmf: ['torso', 36, 4],
  uaLenn: 32,
  uaLenf: 32,
  faLenn: 22,
  faLenf: 22,
} as const;
const pressed = {
  palmn: ['torso', 20, -2],
  palmf: ['torso', 20, 2.5],
  uaLenn: 16,
  uaLenf: 16,
  faLenn: 11,
  faLenf: 11,
} as const;

/** The knee nearer the band on the floor, the other foot in front. */
const halfKneeling = {
  ...{ torso: -90, neck: -90, head: -90, hip: [0, -57.5], thn: 92, shn: -88, shLenn: 15, footn: -88 },
  ...{ thf: 4, thLenf: 8, shf: 89, footf: 90 },
} as const satisfies Pose;

/** On the leg nearer the band, the other thigh towards the viewer. */
const kneeUp = {
  ...{ torso: -90, neck: -90, head: -90, hip: [-6, -105.2], balln: [-9, 0] },
  ...{ thf: 82, thLenf: 17, shf: 90, footf: 90 },
} as const satisfies Pose;

const press = {
  view: 'front',
  workSide: 'n',
  over: ['uaf', 'faf', 'handf', 'uan', 'fan', 'handn'],
} as const;
const band = (height: number) =>
  ({
    scene: [['line', `M-112 0V${-height - 30}`]],
    cords: [{ kind: 'band', from: [-112, -height], to: ['handn', 4, 0] }],
  }) as const satisfies Partial<FigureSpec>;

export const coreAntiRotFigures: Readonly<Record<string, FigureSpec>> = {
  cr_bird_dog: {
    title: 'Bird dog: on hands and knees with a long back, then the opposite arm and leg reached out until level.',
    tempo: [1.6, 2, 1.6, 0.6],
    anchor: ['shn', 0, -7.5],
    a: fourPoint,
    b: { ...fourPoint, palmn: [119, -78.5], handn: -12, thf: 171, shf: 171, footf: 92, toef: 92 },
  },
  cr_pallof_kneel: {
    ...press,
    ...band(88),
    title:
      'Half-kneeling Pallof press: a band from the side at the breastbone, then pressed straight out while nothing turns.',
    tempo: [1.4, 1.4, 1.4, 0.6],
    under: ['shn', 'footn'],
    a: { ...halfKneeling, ...atChest },
    b: { ...halfKneeling, ...pressed },
  },
  cr_pallof_stand: {
    ...press,
    ...band(136),
    title:
      'Standing Pallof press: side-on to a band at chest height, pressed straight out and held with the arms long.',
    tempo: [1.4, 4, 1.4, 0.6],
    a: { ...standingFront, ...atChest },
    b: { ...standingFront, ...pressed },
  },
  cr_shoulder_tap: {
    title: 'Plank shoulder tap: a high plank with wide feet, then one hand taps the opposite shoulder, hips still.',
    tempo: [1, 0.4, 1, 0.6],
    a: highPlank,
    b: { ...highPlank, palmn: [13, -60], handn: -60 },
  },
  cr_sl_pallof: {
    ...press,
    ...band(136),
    title:
      'Single-leg Pallof press: on the leg nearer the band, other knee up, then pressed out and drawn back, hips level.',
    tempo: [1.4, 1.4, 1.4, 0.6],
    a: { ...kneeUp, ...atChest },
    b: { ...kneeUp, ...pressed },
  },
};
