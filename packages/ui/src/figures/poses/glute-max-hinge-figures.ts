import type { FigureSpec } from '../figure-spec.ts';
import { hangingArms, onBack, onShoulders, standing } from './stances.ts';

const bothFeet = { balln: [108, 0], ballf: [105, 0] } as const;
const barHands = { handn: 90, handf: 90 } as const;

export const gluteMaxHingeFigures: Readonly<Record<string, FigureSpec>> = {
  gx_bridge: {
    title:
      'Two-leg glute bridge: on the back with the knees bent, then hips lifted until trunk and thighs are in line.',
    tempo: [1.4, 1, 2, 0.6],
    anchor: onShoulders,
    a: { ...onBack, ...bothFeet },
    b: { ...onBack, ...bothFeet, torso: 154.5, neck: 190, head: 182 },
  },
  gx_sl_bridge: {
    title: 'Single-leg glute bridge: one foot flat, the other leg held up, then hips lifted to one straight line.',
    tempo: [1.4, 1, 2, 0.6],
    anchor: onShoulders,
    a: { ...onBack, balln: [108, 0], thf: -52, shf: -34, footf: -112, toef: -112 },
    b: { ...onBack, balln: [108, 0], torso: 154.5, neck: 190, head: 182, thf: -26, shf: -22, footf: -100, toef: -100 },
  },
  gx_kb_deadlift: {
    title:
      'Kettlebell deadlift: standing tall with the bell, then hips pushed back with a long back until it stands between the feet.',
    tempo: [2, 0.6, 1.4, 0.8],
    held: [{ kit: 'kettlebell', on: ['handn', 4, 0.4] }],
    a: { ...standing, ...barHands, palmn: [8, -88], palmf: [6, -88] },
    via: [
      {
        ...standing,
        ...barHands,
        torso: -52,
        neck: -52,
        head: -55,
        hip: [-18, -95],
        palmn: [11, -69],
        palmf: [9, -69],
      },
    ],
    b: {
      ...standing,
      ...barHands,
      torso: -15,
      neck: -19,
      head: -27,
      hip: [-38, -84],
      palmn: [10, -29.5],
      palmf: [8, -29.5],
    },
  },
  gx_rdl: {
    title:
      'Romanian deadlift: standing with the bar at the thighs, then hips far back and the bar slid down the legs, back long.',
    tempo: [2.4, 0.6, 1.6, 0.8],
    held: [{ kit: 'disc', on: ['handn', 4, 0.4] }],
    a: { ...standing, ...barHands, palmn: [12, -88], palmf: [11, -88] },
    via: [
      {
        ...standing,
        ...barHands,
        torso: -52,
        neck: -52,
        head: -56,
        hip: [-12, -102.5],
        palmn: [13.5, -75.5],
        palmf: [12.5, -75.5],
      },
    ],
    b: {
      ...standing,
      ...barHands,
      torso: -15,
      neck: -20,
      head: -28,
      hip: [-25, -99],
      palmn: [13, -46],
      palmf: [12, -46],
    },
  },
  gx_deadlift: {
    title:
      'Deadlift: standing tall with the bar, then lowered with a long back until it stands over the middle of the feet.',
    tempo: [2, 0.8, 1.6, 0.8],
    held: [{ kit: 'disc', on: ['handn', 4, 0.4] }],
    a: { ...standing, ...barHands, palmn: [12, -88], palmf: [11, -88] },
    via: [
      {
        ...standing,
        ...barHands,
        torso: -57,
        neck: -57,
        head: -61,
        hip: [-19, -88.5],
        palmn: [12, -65],
        palmf: [11, -65],
      },
    ],
    b: {
      ...standing,
      ...barHands,
      torso: -25,
      neck: -29,
      head: -38,
      hip: [-39, -71],
      palmn: [10, -24],
      palmf: [9, -24],
    },
  },
  gx_hip_thrust: {
    title:
      'Barbell hip thrust: shoulder blades on a bench and a bar across the hips, then hips driven up to a flat line from knee to shoulder.',
    tempo: [1.2, 1, 2, 0.6],
    anchor: ['torso', 0, -42, 44, -12],
    scene: [['bench', -34, -42, 46]],
    held: [{ kit: 'padded', on: ['torso', 2, 14] }],
    a: {
      torso: 212,
      neck: 224,
      head: 226,
      balln: [107, 0],
      ballf: [104, 0],
      palmn: ['torso', 4, 14],
      palmf: ['torso', 4, 14],
    },
    b: {
      torso: 179,
      neck: 200,
      head: 208,
      balln: [107, 0],
      ballf: [104, 0],
      palmn: ['torso', 4, 14],
      palmf: ['torso', 4, 14],
    },
  },
  gx_sl_rdl: {
    title:
      'Single-leg Romanian deadlift: standing on one leg, then hinged at the hip with the free leg straight behind.',
    tempo: [2.4, 0.6, 1.6, 0.8],
    anchor: ['footn', 0, -8.5],
    held: [{ kit: 'dumbbell', on: ['handn', 4, 0.4] }],
    a: {
      ...hangingArms,
      torso: -89,
      neck: -84,
      head: -84,
      thn: 88,
      shn: 92,
      footn: 0,
      toen: 0,
      thf: 97,
      shf: 122,
      footf: 20,
      toef: 20,
    },
    b: {
      ...hangingArms,
      torso: -12,
      neck: -20,
      head: -28,
      thn: 66,
      shn: 98,
      footn: 0,
      toen: 0,
      thf: 174,
      shf: 177,
      footf: 92,
      toef: 92,
    },
  },
};
