import type { Place } from './figure-parts.ts';

export const tenth = (value: number) => Math.round(value * 10) / 10;
const hundredth = (value: number) => Math.round(value * 100) / 100;

/** A place as an SVG transform, or with `px` as a CSS one. */
export const writePlace = ({ at: [x, y], angle, stretch, swell = 1 }: Place, unit: '' | 'px', round = tenth) => {
  const [length, turn, gap] = unit === 'px' ? ['px', 'deg', ','] : ['', '', ' '];
  const scale = stretch === 1 ? '' : ` scale(${hundredth(stretch)}${gap}${hundredth(swell)})`;
  return `translate(${round(x)}${length}${gap}${round(y)}${length}) rotate(${round(angle)}${turn})${scale}`;
};
