import type { FigureSpec } from '../figure-spec.ts';
import { hangingArms, standing } from './stances.ts';

const twoDumbbells = [
  { kit: 'dumbbell', on: ['handn', 4, 0.4] },
  { kit: 'dumbbell', on: ['handf', 4, 0.4] },
] as const;

/** Hands on a bar across the back: the elbows point down and out, so that both bones are seen short. */
const rackedArms = { uaLenn: 25, faLenn: 22, uaLenf: 25, faLenf: 22 } as const;

export const quadsFigures: Readonly<Record<string, FigureSpec>> = {
  qd_box_squat: {
    title: 'Sit-to-box squat: standing in front of a box, then hips back and down to sit on it lightly.',
    tempo: [2, 0.6, 1.4, 0.8],
    scene: [['block', -74, -46, 48, 46]],
    a: { ...standing, uan: 60, fan: 40, uaf: 58, faf: 38 },
    b: { ...standing, torso: -56, neck: -60, head: -68, hip: [-38, -56], uan: 6, fan: -4, uaf: 3, faf: -7 },
  },
  qd_wall_sit: {
    title: 'Wall sit: back flat on a wall, then slid down until the thighs are level, and held.',
    tempo: [2, 4, 2, 0.6],
    scene: [['wall', -68.5, 172]],
    a: { ...standing, torso: -90, hip: [-49, -87], uan: 90, fan: 87, uaf: 88, faf: 85 },
    b: { ...standing, torso: -90, hip: [-49, -56.5], uan: 90, fan: 84, uaf: 88, faf: 82 },
  },
  qd_goblet: {
    title: 'Goblet squat: standing with a weight at the breastbone, then sitting down between the heels, chest up.',
    tempo: [2, 0.6, 1.4, 0.8],
    held: [{ kit: 'dumbbell', on: ['handn', -6, 0], turn: 90 }],
    a: { ...standing, uan: 100, fan: -36, handn: -90, uaf: 97, faf: -33, handf: -90 },
    b: {
      ...standing,
      torso: -67,
      neck: -72,
      head: -78,
      hip: [-28, -47],
      uan: 106,
      fan: -38,
      handn: -90,
      uaf: 103,
      faf: -35,
      handf: -90,
    },
  },
  qd_split_squat: {
    title:
      'Split squat with dumbbells: one foot far in front of the other, then straight down until the back knee is just off the floor.',
    tempo: [2, 0.6, 1.4, 0.8],
    held: twoDumbbells,
    a: { ...standing, ...hangingArms, hip: [-7, -94], balln: [45, 0], ballf: [-52, 0], footf: 55 },
    b: { ...standing, ...hangingArms, torso: -86, hip: [-12, -60.5], balln: [45, 0], ballf: [-52, 0], footf: 62 },
  },
  qd_rev_lunge: {
    title: 'Reverse lunge, weighted: standing, then one leg stepped back and its knee lowered towards the floor.',
    tempo: [2, 0.6, 1.4, 0.8],
    held: twoDumbbells,
    a: { ...standing, ...hangingArms },
    via: [{ ...standing, ...hangingArms, torso: -86, hip: [-12, -92], ballf: [-42, -13], footf: 44, toef: 22 }],
    b: {
      ...standing,
      ...hangingArms,
      torso: -82,
      neck: -80,
      head: -82,
      hip: [-43, -59.5],
      ballf: [-98, 0],
      footf: 64,
      toef: 0,
    },
  },
  qd_step_down: {
    title:
      'Step-up with slow step-down: tall on one leg on a step, then slowly down until the free foot touches the floor.',
    tempo: [3, 0.6, 1.4, 0.8],
    scene: [['block', -4, -28, 62, 28]],
    held: twoDumbbells,
    a: { ...standing, ...hangingArms, hip: [9.5, -133], balln: [24, -28], ballf: [4, -42], footf: 24, toef: 24 },
    via: [
      {
        ...standing,
        ...hangingArms,
        torso: -80,
        neck: -80,
        hip: [2, -114],
        balln: [24, -28],
        ballf: [-26, -22],
        footf: 46,
        toef: 40,
      },
    ],
    b: {
      ...standing,
      ...hangingArms,
      torso: -78,
      neck: -80,
      head: -82,
      hip: [-10, -98],
      balln: [24, -28],
      ballf: [-22, 0],
      footf: 14,
      toef: 0,
    },
  },
  qd_bulgarian: {
    title:
      'Rear-foot-elevated split squat: back instep on a bench, then straight down until the front thigh is near level.',
    tempo: [2, 0.6, 1.4, 0.8],
    scene: [['bench', -106, -42, 48]],
    held: twoDumbbells,
    a: {
      ...standing,
      ...hangingArms,
      torso: -86,
      hip: [-1, -90],
      balln: [40, 0],
      ballf: [-86.5, -51],
      footf: 160,
      toef: 160,
    },
    b: {
      ...standing,
      ...hangingArms,
      torso: -80,
      neck: -80,
      hip: [-8, -62],
      balln: [40, 0],
      ballf: [-86.5, -51],
      footf: 160,
      toef: 160,
    },
  },
  qd_back_squat: {
    title:
      'Barbell squat: standing with the bar across the upper back, then sitting down between the heels with the back long.',
    tempo: [2, 0.6, 1.4, 0.8],
    held: [{ kit: 'disc', on: ['torso', 52, -11] }],
    a: { ...standing, torso: -86, ...rackedArms, uan: 112, fan: -95, uaf: 108, faf: -93 },
    b: {
      ...standing,
      torso: -56,
      neck: -64,
      head: -72,
      hip: [-32, -50],
      ...rackedArms,
      uan: 125,
      fan: -78,
      uaf: 121,
      faf: -76,
    },
  },
};
