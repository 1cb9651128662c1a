import type { Figure } from './figure-spec.ts';
import { type Placed, solveFigure } from './solve-figure.ts';

/** Seconds down, pause and up, such as "3-1-1". */
const tempoForm = /^(\d{1,2})-(\d{1,2})-(\d{1,2})$/;
/** A figure that never rests cannot be told apart from one that has begun anew. */
const shortestRest = 0.4;
/** Nothing is drawn faster than the eye can follow. */
const shortestMove = 0.3;

/**
 * The figure at a prescribed tempo: seconds down, pause at the bottom, up. Which of its two ways is down is read from the
 * drawing, since a squat starts at the top and a calf raise at the bottom. Without a tempo, with one that is not in that
 * form, or with a way home of its own, it moves as it is drawn.
 */
export function setTempo(figure: Figure, tempo: string | null): Figure {
  const [, down, pause, up] = (tempoForm.exec(tempo ?? '') ?? []).map(Number);
  if (tempo === null || down === undefined || pause === undefined || up === undefined || figure.back) return figure;
  const known = paced.get(figure) ?? new Map<string, Figure>();
  paced.set(figure, known);
  const made = known.get(tempo) ?? paceFigure(figure, down, pause, up);
  if (known.size < mostTempos) known.set(tempo, made);
  return made;
}

/** The same object for the same tempo, so that what is measured and drawn of it once stays. */
const paced = new WeakMap<Figure, Map<string, Figure>>();
/** Programs use a handful; what a coach may type is many more. */
const mostTempos = 16;

function paceFigure(figure: Figure, down: number, pause: number, up: number): Figure {
  const [, held, , rest] = figure.tempo ?? [0, shortestRest, 0, shortestRest];
  const [slow, fast] = [Math.max(shortestMove, down), Math.max(shortestMove, up)];
  return isLowering(figure)
    ? { ...figure, tempo: [slow, pause, fast, Math.max(shortestRest, rest)] }
    : { ...figure, tempo: [fast, Math.max(shortestRest, held), slow, Math.max(shortestRest, pause)] };
}

/** Whether the way from a to b goes down: the body as a whole is lower at its end than at its start. */
export function isLowering(figure: Figure): boolean {
  return meanHeight(solveFigure(figure, figure.b)) < meanHeight(solveFigure(figure, figure.a));
}

const meanHeight = (placed: Placed): number => {
  const joints = Object.values(placed);
  return joints.reduce((sum, [[, y]]) => sum - y, 0) / joints.length;
};
