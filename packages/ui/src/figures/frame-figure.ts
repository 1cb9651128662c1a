import { listParts, outlinePart } from './figure-parts.ts';
import { outlineScene } from './figure-scene.ts';
import type { Figure, Pose } from './figure-spec.ts';
import { sampleMovement, solveFigure } from './solve-figure.ts';

/** A view box. */
export type Box = readonly [x: number, y: number, width: number, height: number];

const margin = 6;
/** The floor is seen a little to the left and right. */
const groundMargin = 14;

const boxes = new WeakMap<Figure, Box>();
const endBoxes = new WeakMap<Figure, Box>();

/** The box round the whole movement with the thickness of its limbs, what is held, and the scene. */
export function frameFigure(figure: Figure): Box {
  const box = figure.crop ?? boxes.get(figure) ?? measureFigure(figure, listPoses(figure));
  boxes.set(figure, box);
  return box;
}

function listPoses(figure: Figure): readonly Pose[] {
  const { there, home = [] } = sampleMovement(figure);
  return [...there, ...home];
}

function measureFigure(figure: Figure, poses: readonly Pose[]): Box {
  const parts = listParts(figure);
  const points = poses.flatMap((pose) => {
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

/** In a list, which shows the end pose alone: the part of it that reads at 84 × 60, or all of it. */
export function frameClose(figure: Figure): Box {
  if (figure.close) {
    const [x, top, width] = figure.close;
    return [x, top, width, (width * 60) / 84];
  }
  const box = figure.crop ?? endBoxes.get(figure) ?? measureFigure(figure, [figure.b]);
  endBoxes.set(figure, box);
  return box;
}
