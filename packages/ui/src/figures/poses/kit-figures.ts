import type { Equipment } from '@groundwork/engine/vocabulary';
import type { FigureSpec } from '../figure-spec.ts';
import { coreAntiRotFigures } from './core-anti-rot-figures.ts';
import { standing } from './stances.ts';

const barHands = { handn: 90, handf: 90 } as const;

/** A stack of plates with a pulley at the top of its rail, farther away than the figure. */
const cableFrom = (spec: FigureSpec | undefined, title: string): FigureSpec => {
  if (!spec) throw new Error(`No figure to change: ${title}`);
  const [post] = spec.scene ?? [];
  const [cord] = spec.cords ?? [];
  return {
    ...spec,
    title,
    scene: [...(post ? [post] : []), ['block', 36, -66, 16, 44]],
    cords: cord ? [{ ...cord, kind: 'lever' }] : [],
  };
};

/** Exercises that look different with other kit than what they are usually drawn with. */
export const kitFigures: Readonly<Record<string, Partial<Record<Equipment, FigureSpec>>>> = {
  gx_deadlift: {
    trap_bar: {
      title: 'Deadlift with a trap bar: standing tall inside the frame, then hips back and down until the discs touch.',
      tempo: [2, 0.8, 1.6, 0.8],
      held: [{ kit: 'trapBar', on: ['handn', 4, 0.4] }],
      a: { ...standing, ...barHands, palmn: [4, -88], palmf: [3, -88] },
      via: [
        {
          ...standing,
          ...barHands,
          torso: -64,
          neck: -62,
          head: -66,
          hip: [-18, -86],
          palmn: [5, -64],
          palmf: [4, -64],
        },
      ],
      b: {
        ...standing,
        ...barHands,
        torso: -40,
        neck: -42,
        head: -50,
        hip: [-36, -66],
        palmn: [4, -32],
        palmf: [3, -32],
      },
    },
  },
  cr_pallof_kneel: {
    cable: cableFrom(
      coreAntiRotFigures.cr_pallof_kneel,
      'Half-kneeling Pallof press at a cable: the handle at the breastbone, then pressed straight out while nothing turns.',
    ),
  },
  cr_pallof_stand: {
    cable: cableFrom(
      coreAntiRotFigures.cr_pallof_stand,
      'Standing Pallof press at a cable: the handle pressed straight out from the chest and held with the arms long.',
    ),
  },
  cr_sl_pallof: {
    cable: cableFrom(
      coreAntiRotFigures.cr_sl_pallof,
      'Single-leg Pallof press at a cable: the inner leg stands, and the handle is pressed out and drawn back, hips level.',
    ),
  },
};
