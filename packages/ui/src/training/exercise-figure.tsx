import { drawFigure, type FigureMode } from '../figures/figure.ts';
import { findPose } from '../figures/poses.ts';
import { joinClasses } from '../primitives/join-classes.ts';

/** `list` 84 × 60 and still; `session` 188 high over the page's width; `full` as wide as its place. */
export type FigureSize = 'list' | 'session' | 'full';

const sizes: Record<FigureSize, string> = {
  list: 'h-[60px] w-[84px]',
  session: 'h-[188px] w-full',
  full: 'h-auto w-full',
};

const modes: Record<FigureSize, FigureMode> = { list: 'end', session: 'still', full: 'still' };

export interface ExerciseFigureProps {
  readonly exerciseId: string;
  readonly size?: FigureSize;
  /** Moves at the prescribed tempo; still under reduced motion. Never in lists. */
  readonly moving?: boolean;
  /** Beside the exercise's name the drawing says nothing new: true hides it from screen readers. */
  readonly decorative?: boolean;
  readonly className?: string;
}

/** The exercise drawn from its pose. An exercise without one keeps its place empty in a list and takes none elsewhere. */
export function ExerciseFigure({
  exerciseId,
  size = 'list',
  moving = false,
  decorative = false,
  className,
}: ExerciseFigureProps) {
  const pose = findPose(exerciseId);
  if (!pose)
    return size === 'list' ? <span aria-hidden="true" className={joinClasses('block', sizes.list, className)} /> : null;
  const name = `fig-${exerciseId.replaceAll('_', '-')}`;
  const mode = moving && size !== 'list' ? 'move' : modes[size];
  return (
    <svg
      viewBox={pose.box.join(' ')}
      role={decorative ? undefined : 'img'}
      aria-hidden={decorative || undefined}
      aria-label={decorative ? undefined : pose.title}
      className={joinClasses('gw-fig block shrink-0', name, sizes[size], className)}
      dangerouslySetInnerHTML={{ __html: drawFigure(pose, mode, name) }}
    />
  );
}
