import type { FigureSpec } from './figure.ts';

const ground = (from: number, to: number) => [`M${from} 0H${to}`] as const;

const sidePlank: FigureSpec = {
  view: 'front',
  title: 'Side plank: hips on the floor, then lifted into one straight line',
  work: ['core'],
  workSide: 'f',
  box: [-178, -118, 240, 132],
  anchor: ['faf', 0, -6.2],
  tempo: [1.4, 2.4, 1.4, 0.6],
  scene: [ground(-174, 40)],
  // biome-ignore format: a pose is read as one row of angles
  a: { torso: -40, neck: -22, head: -14, uan: 186, fan: 62, uaf: 82, faf: 130, faLenf: 7, handf: 148, thn: 171, shn: 172, footn: 130, thf: 176, shf: 177, footf: 132 },
  // biome-ignore format: a pose is read as one row of angles
  b: { torso: -19, neck: -19, head: -17, uan: 194, fan: 72, uaf: 92, faf: 130, faLenf: 7, handf: 148, thn: 157, shn: 160, footn: 128, thf: 163, shf: 162, footf: 130 },
};

const calfRaise: FigureSpec = {
  title: 'Single-leg calf raise on a step, loaded: heel below the step, then heel high',
  work: ['calves'],
  box: [-70, -226, 150, 238],
  anchor: ['footn', 18, -24, 15, 8.5],
  tempo: [1.2, 1, 2.4, 0.6],
  scene: [['M2-24H62V0H2Z', 'gw-step'], ground(-60, 76), ['M60-24V-178', 'gw-post']],
  hold: [['handn', 'dumbbell']],
  // biome-ignore format: a pose is read as one row of angles
  a: { torso: -88, neck: -84, head: -85, uan: 94, fan: 86, uaf: 58, faf: 8, thn: 88, shn: 93, footn: -20, toen: 0, thf: 84, shf: 146, footf: 46, toef: 46 },
  // biome-ignore format: a pose is read as one row of angles
  b: { torso: -89, neck: -85, head: -86, uan: 94, fan: 86, uaf: 62, faf: 10, thn: 90, shn: 88, footn: 42, toen: 0, thf: 84, shf: 146, footf: 50, toef: 50 },
};

const oneLegStance: FigureSpec = {
  title: 'Short foot in single-leg stance: two feet, then one, with the arch of the standing foot drawn up',
  work: ['foot'],
  box: [-62, -200, 124, 212],
  anchor: ['footn', 0, -8.5],
  tempo: [1, 2, 1, 0.6],
  scene: [ground(-58, 58)],
  // biome-ignore format: a pose is read as one row of angles
  a: { torso: -89, neck: -84, head: -84, uan: 94, fan: 86, uaf: 94, faf: 86, thn: 89, shn: 91, footn: 0, toen: 0, thf: 92, shf: 94, footf: 0, toef: 0 },
  // biome-ignore format: a pose is read as one row of angles
  b: { torso: -89, neck: -84, head: -84, uan: 100, fan: 80, uaf: 72, faf: 58, thn: 89, shn: 91, footn: 0, toen: 0, thf: 62, shf: 118, footf: 26, toef: 26 },
};

/** Poses by exercise id. Where two exercises are the same movement, the drawing is shared and only what differs is said. */
export const poses: Readonly<Record<string, FigureSpec>> = {
  qd_rev_lunge: {
    title: 'Reverse lunge, weighted: standing, then one leg stepped back and the rear knee lowered',
    work: ['quads', 'glutes'],
    box: [-96, -200, 176, 212],
    anchor: ['footn', 14, -8.5],
    tempo: [2, 0.6, 1.4, 0.8],
    scene: [ground(-92, 76)],
    hold: [
      ['handn', 'dumbbell'],
      ['handf', 'dumbbell'],
    ],
    // biome-ignore format: a pose is read as one row of angles
    a: { torso: -89, neck: -84, head: -84, uan: 93, fan: 86, uaf: 93, faf: 86, thn: 90, shn: 91, footn: 0, toen: 0, thf: 90, shf: 93, footf: 0, toef: 0 },
    // biome-ignore format: a pose is read as one row of angles
    via: { torso: -87, neck: -82, head: -83, uan: 92, fan: 87, uaf: 92, faf: 87, thn: 50, shn: 97, footn: 0, toen: 0, thf: 103, shf: 162, footf: 62, toef: 40 },
    // biome-ignore format: a pose is read as one row of angles
    b: { torso: -84, neck: -80, head: -82, uan: 92, fan: 88, uaf: 92, faf: 88, thn: 4, shn: 96, footn: 0, toen: 0, thf: 100, shf: 190, footf: 64, toef: 0 },
  },
  gx_sl_rdl: {
    title:
      'Single-leg Romanian deadlift: standing on one leg, then hinged at the hip with the free leg straight behind',
    work: ['hamstrings', 'glutes'],
    box: [-130, -200, 212, 212],
    anchor: ['footn', 0, -8.5],
    tempo: [2.4, 0.6, 1.6, 0.8],
    scene: [ground(-92, 76)],
    hold: [['handn', 'dumbbell']],
    // biome-ignore format: a pose is read as one row of angles
    a: { torso: -89, neck: -84, head: -84, uan: 94, fan: 84, uaf: 96, faf: 84, thn: 88, shn: 92, footn: 0, toen: 0, thf: 97, shf: 122, footf: 20, toef: 20 },
    // biome-ignore format: a pose is read as one row of angles
    b: { torso: -12, neck: -20, head: -28, uan: 92, fan: 88, uaf: 96, faf: 86, thn: 66, shn: 98, footn: 0, toen: 0, thf: 174, shf: 177, footf: 92, toef: 92 },
  },
  cg_single_loaded: calfRaise,
  cg_single: {
    ...calfRaise,
    title: 'Single-leg calf raise on a step: heel below the step, then heel high',
    hold: [],
  },
  cl_side_plank: sidePlank,
  gm_side_plank: { ...sidePlank, work: ['glutes'] },
  cl_side_dips: {
    ...sidePlank,
    title: 'Side plank hip dips: hips lowered to the floor, then lifted into one straight line',
    tempo: [1.2, 0.4, 1.6, 0.2],
  },
  hs_slider_curl: {
    title: 'Sliding leg curl: hips up and legs long, then heels drawn in',
    work: ['hamstrings', 'glutes'],
    box: [-44, -86, 226, 98],
    anchor: ['neck', 0, -10],
    tempo: [1.4, 0.6, 2.4, 0.6],
    scene: [ground(-40, 178)],
    // biome-ignore format: a pose is read as one row of angles
    a: { torso: 161, neck: 186, head: 182, uan: 7, fan: -3, uaf: 7, faf: -3, thn: 9, shn: 12, footn: -74, toen: -74, thf: 10, shf: 11, footf: -74, toef: -74 },
    // biome-ignore format: a pose is read as one row of angles
    via: { torso: 150, neck: 190, head: 182, uan: 7, fan: -3, uaf: 7, faf: -3, thn: -7, shn: 39, footn: -48, toen: -48, thf: -6.5, shf: 38, footf: -48, toef: -48 },
    // biome-ignore format: a pose is read as one row of angles
    b: { torso: 143, neck: 192, head: 182, uan: 7, fan: -3, uaf: 7, faf: -3, thn: -15, shn: 76, footn: -8, toen: -8, thf: -14.5, shf: 75, footf: -8, toef: -8 },
  },
  am_wall_rock: {
    title: 'Knee-to-wall rock: half kneeling, then the front knee over the toes with the heel down',
    work: ['ankle'],
    box: [-112, -176, 166, 188],
    anchor: ['footn', 0, -8.5],
    tempo: [1.2, 0.4, 1.2, 0.4],
    scene: [ground(-108, 50), ['M31 0V-172', 'gw-post']],
    // biome-ignore format: a pose is read as one row of angles
    a: { torso: -86, neck: -84, head: -84, uan: 34, fan: -12, uaf: 38, faf: -8, thn: 2, shn: 96, footn: 0, toen: 0, thf: 97, shf: 190, footf: 66, toef: 0 },
    // biome-ignore format: a pose is read as one row of angles
    b: { torso: -84, neck: -83, head: -83, uan: 62, fan: -30, uaf: 66, faf: -26, thn: 2, shn: 116, footn: 0, toen: 0, thf: 117, shf: 190, footf: 66, toef: 0 },
  },
  fi_sl_short: oneLegStance,
  as_balance: {
    ...oneLegStance,
    title: 'Single-leg balance: two feet, then one, with the other foot off the floor',
    work: ['ankle'],
  },
};

/** The pose of an exercise; undefined for one that has not been drawn. */
export const findPose = (exerciseId: string): FigureSpec | undefined =>
  Object.hasOwn(poses, exerciseId) ? poses[exerciseId] : undefined;
