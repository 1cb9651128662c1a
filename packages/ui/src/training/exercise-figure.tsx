import type { Equipment } from '@groundwork/engine/vocabulary';
import { drawFigure, type FigureMode } from '../figures/figure.ts';
import type { Figure } from '../figures/figure-spec.ts';
import { frameClose, frameFigure } from '../figures/frame-figure.ts';
import { findFigure } from '../figures/poses.ts';
import { setTempo } from '../figures/set-tempo.ts';
import { joinClasses } from '../primitives/join-classes.ts';

/** `list` 84 × 60 and still; `session` 188 high over the page's width; `full` as wide as its place. */
export type FigureSize = 'list' | 'session' | 'full';

const sizes: Record<FigureSize, string> = {
  list: 'h-[60px] w-[84px]',
  // By its own proportions, so that what is cut off on purpose does not show beside it.
  session: 'mx-auto h-[188px] max-w-full',
  full: 'h-auto w-full',
};

const modes: Record<FigureSize, FigureMode> = { list: 'end', session: 'still', full: 'still' };

export interface ExerciseFigureProps {
  readonly exerciseId: string;
  readonly size?: FigureSize;
  /** Moves; still over its start under reduced motion and in print. Never in lists. */
  readonly moving?: boolean;
  /** The prescribed tempo that it moves at, such as "3-1-1": seconds down, pause, up. Its own where there is none. */
  readonly tempo?: string | null;
  /** Drawn with this kit where it looks different with it: `listDrawnKits`. */
  readonly kit?: Equipment;
  /** Beside the exercise's name the drawing says nothing new: true hides it from screen readers. */
  readonly decorative?: boolean;
  readonly className?: string;
}

/** A drawing takes a millisecond and its poses never change. */
const drawings = new WeakMap<Figure, Map<string, string>>();

function drawOnce(figure: Figure, mode: FigureMode, name: string): string {
  const drawn = drawings.get(figure) ?? new Map<string, string>();
  drawings.set(figure, drawn);
  const key = `${mode} ${name}`;
  const markup = drawn.get(key) ?? drawFigure(figure, mode, name);
  drawn.set(key, markup);
  return markup;
}

/** The exercise drawn from its poses. An id that the catalogue does not have keeps its place empty in a list and takes none elsewhere. */
export function ExerciseFigure({
  exerciseId,
  size = 'list',
  moving = false,
  tempo = null,
  kit,
  decorative = false,
  className,
}: ExerciseFigureProps) {
  const drawn = findFigure(exerciseId, kit);
  if (!drawn)
    return size === 'list' ? <span aria-hidden="true" className={joinClasses('block', sizes.list, className)} /> : null;
  const figure = moving ? setTempo(drawn, tempo) : drawn;
  // The same exercise at two tempos on a page keeps each its own.
  const name = `fig-${exerciseId.replaceAll('_', '-')}${kit ? `-${kit}` : ''}${figure === drawn ? '' : `-${tempo}`}`;
  const mode = moving && size !== 'list' ? 'move' : modes[size];
  const box = size === 'list' ? frameClose(figure) : frameFigure(figure);
  return (
    <svg
      viewBox={box.join(' ')}
      role={decorative ? undefined : 'img'}
      aria-hidden={decorative || undefined}
      aria-label={decorative ? undefined : figure.title}
      className={joinClasses('gw-fig block shrink-0', name, sizes[size], className)}
      dangerouslySetInnerHTML={{ __html: drawOnce(figure, mode, name) }}
    />
  );
}
