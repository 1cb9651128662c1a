/**
 * The drawn parts of the body and of what is held: one closed path each, in the part's own frame, where x runs from the
 * near joint to the far one and starts at 0. The swell of the muscle is in the path, so a limb looks right at any angle.
 */

import type { FigureView } from './figure-spec.ts';

/** ua, fa: upper and fore arm. th, sh: thigh and shank. */
export type Shape = 'torso' | 'neck' | 'head' | 'ua' | 'fa' | 'hand' | 'th' | 'sh' | 'foot' | 'toe';

/** What the catalogue calls an exercise's area; `power` has no place of its own on the body. */
export type WorkArea = 'glutes' | 'quads' | 'hamstrings' | 'adductors' | 'calves' | 'core' | 'ankle' | 'foot';

export type Kit =
  | 'dumbbell'
  | 'dumbbellEnd'
  | 'kettlebell'
  | 'disc'
  | 'padded'
  | 'trapBar'
  | 'ball'
  | 'gymBall'
  | 'wheel'
  | 'slider'
  | 'roller'
  | 'towel'
  | 'cloth';

export const shapes: Readonly<Record<FigureView, Readonly<Partial<Record<Shape, string>>>>> = {
  side: {
    // +y is the front of the trunk and the back of the legs; of the arms too when they hang.
    torso:
      'M-7-5.6C-9 2.3-6 9 2 9.7C12 10.4 16 9 22 10.2C32 12.4 40 14 47 11.8C53 9.7 57 6.8 59.5 2.9C60.5-1.1 58.5-5.6 54-8.4C47-12.4 38-12.4 31-10.4C24-8.4 19-7 12-9C5-11.3-4-13.6-7-5.6Z',
    th: 'M-6-8.6C-1-11.4 8-11.6 17-10.8C29-9.8 40-8.4 47-7.2C52.5-6.2 55-2.6 54.6 1C54.2 4.6 51 6.2 46 6.4C36 7 27 9.4 17 10.4C8 11.6-2 12.4-7.4 7.4C-10.6 3.6-10.6-5.6-6-8.6Z',
    sh: 'M-3.4-6.4C4-7.4 12-6.6 22-5.4C32-4.4 41-3.8 47-3.6C50.4-3.4 52 3.2 48 3.8C41 4.4 35 5 29 6.8C22 9.2 14 10.4 7 8.6C1.4 7.4-4.6 6.6-6 3C-7-.4-6-5.4-3.4-6.4Z',
    foot: 'M-5.4-4.6C-2-6.4 3.4-6 5-3.6C7 0 11 1.6 15.4 3.4C16.6 4.2 16.2 8.5 15 8.5L-6.4 8.5C-9.4 8.5-9.6 4.6-8.6 1.4C-8-.8-7.4-3.4-5.4-4.6Z',
    toe: 'M-.6-5.2C3-4.8 7.6-3.4 8.8-1.6C9.6-.4 9.2 0 8.2 0L-.6 0C-2.6-.6-2.8-4.6-.6-5.2Z',
    ua: 'M-5.6-4.4C-2.6-7.6 3-7.4 9-6.2C17-4.9 27-4.6 34-4.4C38.6-4.2 40.6-1.6 40.2.8C39.8 3.6 37 4.7 32 4.9C24 5.4 14 6.4 6 6.6C.4 6.8-4.6 6-6.4 2.4C-7.4 0-7.2-2.8-5.6-4.4Z',
    fa: 'M-2.6-4.5C3-5.4 10-5 17-3.8C22-3 26-2.7 29-2.6C31.6-2.4 31.6 2.5 29 2.8C24 3.2 18 4 12 4.9C6 5.8-1 5.8-3.6 3.2C-5.4 1.2-5-3.8-2.6-4.5Z',
    hand: 'M-2-3.2C2-4.8 8-4.4 9.6-1.6C10.8.8 9.6 4 6.6 4.6C3 5.2-.6 4.4-2.4 2.8C-3.8 1.2-3.6-2.4-2-3.2Z',
    neck: 'M-4-5.6C1-5 6-4.8 12-4.6L12 4.6C6 4.8 1 5.4-4 6.6Z',
    // From the base of the skull up through the crown; +y is the face.
    head: 'M.9-7.7C5.5-11.2 13.8-11.3 18.8-7.6C23.6-3.6 23.9 4 19.5 7.7C16.9 9.9 13.4 10.3 10.5 10.3C8.8 10.4 8.5 11.7 6.8 11.5C5.2 11.3 5.5 10.3 4 10.1C1.3 9.9-2.2 9.5-3.1 6.8C-3.9 4.3-2.4-4.9 .9-7.7Z',
  },
  front: {
    torso:
      'M-8-12C-8-15.4-5-16.6 0-16.4C10-16 18-12.6 26-13C36-13.4 43-16.6 49-18.4C54-19.6 58-15.6 59.4-9C60.2-4 60.2 4 59.4 9C58 15.6 54 19.6 49 18.4C43 16.6 36 13.4 26 13C18 12.6 10 16 0 16.4C-5 16.6-8 15.4-8 12C-9.4 6-9.4-6-8-12Z',
    th: 'M-6-8C0-10.4 12-10 24-8.4C34-7.2 42-6.6 48-6.4C53.6-6 55-2.8 55 0C55 2.8 53.6 6 48 6.4C42 6.6 34 7.2 24 8.4C12 10 0 10.4-6 8C-9.6 5-9.6-5-6-8Z',
    sh: 'M-3-5.9C4-6.2 9-7.8 15-7.6C24-7.2 34-4.6 47-3.8C50.8-3.4 50.8 3.4 47 3.8C34 4.6 24 7.2 15 7.6C9 7.8 4 6.2-3 5.9C-6.4 4-6.4-4-3-5.9Z',
    // Seen from the toes: the sole is the flat end.
    foot: 'M-4.6-4.2C-1-5.2 2-6.4 5-7.6C7.4-8.4 8.5-7.4 8.5-5.6L8.5 5.6C8.5 7.4 7.4 8.4 5 7.6C2 6.4-1 5.2-4.6 4.2C-6.6 2.4-6.6-2.4-4.6-4.2Z',
    ua: 'M-5.4-4.6C-2-6.6 4-6.4 10-5.6C19-4.8 27-4.5 34-4.5C40.4-4.2 40.4 4.2 34 4.5C27 4.5 19 4.8 10 5.6C4 6.4-2 6.6-5.4 4.6C-7.6 2.4-7.6-2.4-5.4-4.6Z',
    fa: 'M-2.6-4.4C4-5 14-4.4 29-2.7C31.6-2.4 31.6 2.4 29 2.7C14 4.4 4 5-2.6 4.4C-5.2 3-5.2-3-2.6-4.4Z',
    hand: 'M-2-3.4C2-5 8-4.6 9.8-1.8C11 .8 9.8 4.2 6.6 4.8C3 5.4-.6 4.6-2.4 3C-3.8 1.4-3.6-2.6-2-3.4Z',
    neck: 'M-5-7C0-5 6-4.9 12-4.8L12 4.8C6 4.9 0 5-5 7Z',
    head: 'M-2.3-6.1C1.8-9.2 10.8-10.5 16.7-8.3C22.9-5.2 22.9 5.2 16.7 8.3C10.8 10.5 1.8 9.2-2.3 6.1C-4.5 3.7-4.5-3.7-2.3-6.1Z',
  },
};

/** The working area as one muscle over its part of the body. */
export const workShapes: Readonly<
  Record<FigureView, Readonly<Partial<Record<WorkArea, readonly [shape: Shape, path: string]>>>>
> = {
  side: {
    quads: ['th', 'M4-9.4C14-10.4 30-9 45-5.8C46-3.6 44-2 41-1.8C29-1.6 14-2.4 4-3.6C1-5 1.4-8.6 4-9.4Z'],
    hamstrings: [
      'th',
      'M6 3.4C18 2.4 32 2 43 2.6C45.6 3.4 45 4.8 42 5C32 5.6 26 8 17 9C11 9.8 6 9.8 4 8.4C2.4 6.6 3 4 6 3.4Z',
    ],
    // On the thigh, which lies over the trunk.
    glutes: ['th', 'M-6.2 1C-2 .2 7 1.2 12 4.2C14.4 5.8 13.8 8.4 11 9.6C5 10.8-2.4 11-6.4 7.2C-8.4 5.2-8.6 1.8-6.2 1Z'],
    calves: [
      'sh',
      'M4 1.4C10 .2 20 .4 27 2.6C29 3.6 28.6 5 26.4 5.8C20 8.2 13 9 7.4 7.2C4 6.2 2 5 2 3.6C2 2.4 2.6 1.6 4 1.4Z',
    ],
    core: [
      'torso',
      'M8 2C16 1 26 1.6 34 3C37 4 37.6 8 35.6 9.6C31 10.4 26 8.4 22 7.8C16 6.8 12 8 7 7.4C5 6.4 5.6 2.6 8 2Z',
    ],
    ankle: ['foot', 'M-4.4-3.4C-1-5 2.6-4.6 4-2.4C5.6 0 3 2.6-.6 2.8C-4 3-6.6 1-6.6-.8C-6.4-2-5.6-2.8-4.4-3.4Z'],
    foot: ['foot', 'M-3 4.6C2 3 9 3.4 14 5C15.6 6 15.4 7.4 14 7.4L-4 7.4C-5.4 7-5 5.2-3 4.6Z'],
  },
  front: {
    core: [
      'torso',
      'M3 13.6C9 13.4 17 10 26 10.6C32 11 38 12.6 41.6 14C43 12.4 42.6 9.6 40.6 8C35 4.4 27 4 20 4.6C12 5.2 5 7.4 1.6 10.4C.4 11.8 1 13.6 3 13.6Z',
    ],
    glutes: ['torso', 'M-6 12C-5.4 14.8-2 15.2 2 14.8C7 14.4 11 13 11.6 10.4C11.4 7 5 4.6-.6 5.4C-4.6 6.4-6.4 9-6 12Z'],
    quads: ['th', 'M4-6.6C16-8 32-6 44-4C46-1.6 46 1.6 44 4C32 6 16 8 4 6.6C1 4 1-4 4-6.6Z'],
    adductors: ['th', 'M3 3C14 2 26 2 38 3.4C40 4.4 39 5.6 36 5.8C27 6.8 14 9 4 8C.6 7 .6 4 3 3Z'],
    calves: ['sh', 'M5-5.6C12-6.4 20-5.4 27-3.6C28.6-1.6 28.6 1.6 27 3.6C20 5.4 12 6.4 5 5.6C2.6 3.4 2.6-3.4 5-5.6Z'],
    ankle: ['foot', 'M-3.6-2.6C-1-3.6 1.4-3.2 3-2C4-.6 4 .6 3 2C1.4 3.2-1 3.6-3.6 2.6C-4.8 1.2-4.8-1.2-3.6-2.6Z'],
    foot: ['foot', 'M4.4-5.6C6-6.4 7.2-6.2 7.2-5L7.2 5C7.2 6.2 6 6.4 4.4 5.6C3 3 3-3 4.4-5.6Z'],
  },
};

/** A circle as four curves, so that it is measured like every other outline; the other way round it cuts a hole. */
export const circle = (r: number, hole = false, below = 0) => {
  const k = Math.round(r * 5.523) / 10;
  const y = (up: number) => (hole ? -up : up) + below;
  return `M${r} ${y(0)}C${r} ${y(k)} ${k} ${y(r)} 0 ${y(r)}C${-k} ${y(r)} ${-r} ${y(k)} ${-r} ${y(0)}C${-r} ${y(-k)} ${-k} ${y(-r)} 0 ${y(-r)}C${k} ${y(-r)} ${r} ${y(-k)} ${r} ${y(0)}Z`;
};

/** Upright in the page when the hand that holds it hangs down; the grip is at 0, 0. */
export const kitShapes: Readonly<Record<Kit, string>> = {
  dumbbell: 'M-15-7.5H-8V-1.6H8V-7.5H15V7.5H8V1.6H-8V7.5H-15Z',
  dumbbellEnd: `${circle(9)}${circle(2.4, true)}`,
  kettlebell: `M-8 9C-11-1-6-5 0-5C6-5 11-1 8 9L5 8C7 1 4-2 0-2C-4-2-7 1-5 8Z${'M11.5 18C11.5 24 7 28.4 5 29L-5 29C-7 28.4-11.5 24-11.5 18C-11.5 11.6-6.4 7-0 7C6.4 7 11.5 11.6 11.5 18Z'}`,
  // A loaded bar from its end. The disc is a ring, so that the leg behind it is seen.
  disc: `${circle(24)}${circle(20.5, true)}${circle(4)}`,
  // The frame that is stood in, its handles above the line of the discs.
  trapBar: `${circle(24, false, 8)}${circle(20.5, true, 8)}M-34 6H-15V-1.6H15V6H34V10H11V2.4H-11V10H-34Z`,
  padded: `${circle(24)}${circle(20.5, true)}${circle(7)}`,
  ball: circle(8),
  gymBall: `${circle(30)}${circle(27.5, true)}`,
  wheel: `${circle(11)}${circle(5, true)}${circle(2.4)}`,
  slider: 'M-13 0H13V3H-13Z',
  roller: circle(6),
  towel: circle(4.4),
  cloth: 'M-24-1.6L10-1.6C13-4.6 16-4.6 18-2L24-1.6L24 0L-24 0Z',
};
