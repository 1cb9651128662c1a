import { listParts, outlinePart } from './figure-parts.ts';
import { outlineScene } from './figure-scene.ts';
import type { Figure } from './figure-spec.ts';
import { sampleMovement, solveFigure } from './solve-figure.ts';

/** A view box. */
export type Box = readonly [x: number, y: number, width: number, height: number];

const margin = 6;
/** The floor is seen a little to the left and right. */
const groundMargin = 14;

const boxes = new WeakMap<Figure, Box>();

/** The box round the whole movement with the thickness of its limbs, what is held, and the scene. */
export function frameFigure(figure: Figure): Box {
  const box = figure.crop ?? boxes.get(figure) ?? measureFigure(figure);
  boxes.set(figure, box);
  return box;
}

function measureFigure(figure: Figure): Box {
  const parts = listParts(figure);
  const { there, home = [] } = sampleMovement(figure);
  const points = [...there, ...home].flatMap((pose) => {
    const placed = solveFigure(figure, pose);
    return parts.flatMap((part) => outlinePart(part, placed, pose));
  });
  const all = [...points, ...(figure.scene ?? []).flatMap(outlineScene)];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, 0];
  for (const [x, y] of all) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [x, y] = [Math.floor(settle(left)) - margin - groundMargin, Math.floor(settle(top)) - margin];
  return [x, y, Math.ceil(settle(right)) + margin + groundMargin - x, Math.ceil(settle(bottom)) + margin - y];
}

/** To a hundredth: server and browser may differ in a sine's last digit, and a box must not differ by a unit for it. */
const settle = (value: number): number => Math.round(value * 100) / 100;

/** In a list: the part of the figure that reads at 84 × 60, or all of it. */
export function frameClose(figure: Figure): Box {
  if (!figure.close) return frameFigure(figure);
  const [x, top, width] = figure.close;
  return [x, top, width, (width * 60) / 84];
}
