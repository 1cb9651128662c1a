/** One line of the report: what was measured, and beside what. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** Measured in the same run, on the same Node.js. */
  readonly floor?: { readonly what: string; readonly value: number };
  readonly target?: Target;
  readonly note?: string;
  /** What has been done for a target that is missed, and why it stands there. Said only while it is. */
  readonly tried?: string;
}

export type Unit = 'ops/s' | 'req/s' | 'ms' | 's' | 'MB' | 'KB' | 'bytes' | 'statements' | 'times' | 'points' | 'shift';

/** What is to be reached: a value of the figure itself, or of its ratio to the floor. */
export interface Target {
  readonly of: 'value' | 'ratio';
  readonly least?: number;
  readonly most?: number;
}

/** Whether the target is reached; undefined where there is none. */
export function isReached({ value, floor, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  const measured = target.of === 'value' ? value : value / (floor?.value ?? Number.NaN);
  return (
    measured >= (target.least ?? Number.NEGATIVE_INFINITY) && measured <= (target.most ?? Number.POSITIVE_INFINITY)
  );
}
