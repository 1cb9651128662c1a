import type { FigureSpec, Pose } from '../figure-spec.ts';
import { standing } from './stances.ts';

const fourPoint = {
  ...{ torso: -11, neck: -16, head: -22, palmf: [72, -5], handf: 0, palmn: [74, -5], handn: 0 },
  ...{ thn: 90, shn: 183, footn: 158, toen: 158, thf: 92, shf: 184, footf: 158, toef: 158 },
} as const satisfies Pose;

const highPlank = {
  ...{ torso: -21, neck: -23, head: -28, hip: [-47.6, -51.7], palmf: [4, -5], handf: 0, palmn: [6, -5], handn: 0 },
  ...{ balln: [-141.5, 0], footn: 72, toen: 4, ballf: [-138.5, 0], footf: 72, toef: 4 },
} as const satisfies Pose;

/** Both hands at the breastbone, elbows down. */
const atChest = { palmn: ['torso', 40, 17], handn: -20, palmf: ['torso', 41, 17], handf: -20 } as const;
/** The arms long, straight out from the breastbone. */
const pressed = { palmn: ['torso', 43, 70], handn: 2, palmf: ['torso', 44, 69], handf: 2 } as const;

/** The knee nearer the band on the floor, the other foot in front. */
const halfKneeling = {
  ...{ torso: -89, neck: -86, head: -86, balln: [56, 0], thf: 93, shf: 182, footf: 158, toef: 158 },
} as const satisfies Pose;

/** On the leg nearer the band, the other thigh level. */
const kneeUp = {
  ...{ torso: -89, neck: -86, head: -86, hip: [0, -105], ballf: [14, 0] },
  ...{ thn: 4, shn: 92, footn: 6, toen: 6 },
} as const satisfies Pose;

/** The band comes from beside, from behind the drawing: its post stands farther away, so its foot is higher on the page. */
const bandFrom = (height: number) =>
  ({
    scene: [['line', `M44-22V${-height - 26}M34-22H54`]],
    cords: [{ kind: 'band', from: [44, -height - 12], to: ['handn', 4, 0] }],
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
    ...bandFrom(100),
    anchor: ['shf', 0, -7.5],
    title:
      'Half-kneeling Pallof press: a band from the side at the breastbone, then pressed straight out while nothing turns.',
    tempo: [1.4, 1.4, 1.4, 0.6],
    a: { ...halfKneeling, ...atChest },
    b: { ...halfKneeling, ...pressed },
  },
  cr_pallof_stand: {
    ...bandFrom(148),
    title:
      'Standing Pallof press: side-on to a band at chest height, pressed straight out and held with the arms long.',
    tempo: [1.4, 4, 1.4, 0.6],
    a: { ...standing, ...atChest },
    b: { ...standing, ...pressed },
  },
  cr_shoulder_tap: {
    title: 'Plank shoulder tap: a high plank with wide feet, then one hand taps the opposite shoulder, hips still.',
    tempo: [1, 0.4, 1, 0.6],
    a: highPlank,
    b: { ...highPlank, palmn: [13, -60], handn: -60 },
  },
  cr_sl_pallof: {
    ...bandFrom(148),
    title:
      'Single-leg Pallof press: on the leg nearer the band, other knee up, then pressed out and drawn back, hips level.',
    tempo: [1.4, 1.4, 1.4, 0.6],
    workSide: { core: 'n', glutes: 'f' },
    a: { ...kneeUp, ...atChest },
    b: { ...kneeUp, ...pressed },
  },
};
