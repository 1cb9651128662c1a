import type { Equipment, RunKind } from '@groundwork/engine/vocabulary';

/** A run on a chip, where a distance or a note follows: "Long, 20 km". */
export const shortRunLabels: Readonly<Record<RunKind, string>> = {
  rest: 'Rest',
  easy: 'Easy',
  speed: 'Speed',
  interval: 'Intervals',
  tempo: 'Tempo',
  threshold: 'Threshold',
  hills: 'Hills',
  race_pace: 'Race pace',
  long: 'Long',
  race: 'Race',
};

/** Kit by where it is found, in the order a coach asks for it. */
export const equipmentPlaces: readonly { readonly place: string; readonly items: readonly Equipment[] }[] = [
  { place: 'At home, small', items: ['mat', 'miniband', 'band', 'anchor', 'ball', 'sliders', 'balance_pad', 'rope'] },
  { place: 'At home, larger', items: ['dumbbells', 'kettlebell', 'swiss_ball', 'ab_wheel', 'bench', 'box'] },
  { place: 'In a gym', items: ['barbell', 'rack', 'trap_bar', 'cable', 'smith', 'leg_curl_machine', 'calf_machine'] },
  { place: 'Outside', items: ['track'] },
];
