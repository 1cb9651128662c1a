/** Exercise figures as SVG: the same body for every exercise, placed by a few numbers, moved by CSS alone. */
import { animateFigure } from './animate-figure.ts';
import { listParts, type Part, placeParts } from './figure-parts.ts';
import { drawScene } from './figure-scene.ts';
import type { Figure, Pose } from './figure-spec.ts';
import { frameFigure } from './frame-figure.ts';
import { writePlace } from './write-place.ts';

/** `move` goes from a to b and back at the tempo; `still` is b over a faint a; `end` is b alone, for lists. */
export type FigureMode = 'move' | 'still' | 'end';

function drawParts(figure: Figure, parts: readonly Part[], pose: Pose, named: boolean): string {
  const [places = []] = placeParts(figure, parts, [pose]);
  return parts
    .map(({ name, far, markup }, index) => {
      const place = places[index];
      const classes = `${named ? `s-${name} ` : ''}s${far ? ' far' : ''}`;
      return place ? `<g class="${classes}" transform="${writePlace(place, '')}">${markup}</g>` : '';
    })
    .join('');
}

/** The bare body in one pale colour, behind the end pose. */
function drawGhost(figure: Figure, parts: readonly Part[]): string {
  const [places = []] = placeParts(figure, parts, [figure.a]);
  const paths = parts.map(({ body }, index) => {
    const place = places[index];
    return body && place ? `<g class="s" transform="${writePlace(place, '')}"><path d="${body}"/></g>` : '';
  });
  return `<g class="gw-ghost">${paths.join('')}</g>`;
}

/**
 * The inside of the figure's `<svg>`, made of constants and numbers only.
 * `name` is the class on the `<svg>` that carries the animation: unique per exercise, letters and dashes.
 */
export function drawFigure(figure: Figure, mode: FigureMode, name: string): string {
  const parts = listParts(figure);
  const [x, , width] = frameFigure(figure);
  const ground = `<path class="gw-ground" d="M${x + 4} 0H${x + width - 4}"/>`;
  const scene = `${ground}${(figure.scene ?? []).map(drawScene).join('')}`;
  const ghost = mode === 'end' ? '' : drawGhost(figure, parts);
  const style = mode === 'move' ? animateFigure(figure, parts, name) : '';
  // Without motion, or until it starts, the end pose is the one that teaches.
  return `${style}${scene}${ghost}<g>${drawParts(figure, parts, figure.b, mode === 'move')}</g>`;
}
