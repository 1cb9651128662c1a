import { joinClasses } from './join-classes.ts';

const weights = { page: 'border-t-2 border-ink', section: 'border-t border-ink', row: 'border-t border-rule' } as const;

/** Structure is drawn with rules: 2 px ink opens a page part, 1 px ink a section, a hairline a row. */
export function Rule({
  weight = 'row',
  className,
}: {
  readonly weight?: keyof typeof weights;
  readonly className?: string;
}) {
  return <hr className={joinClasses(weights[weight], className)} />;
}
