import { joinClasses } from './join-classes.ts';

export type ButtonVariant = 'primary' | 'outline' | 'quiet' | 'danger';

/** `row` 26, `dense` 32, `tap` 48, `lift` 56 high. Without one: 32 on the dashboard, 48 elsewhere. */
export type ButtonSize = 'row' | 'dense' | 'tap' | 'lift';

/** `off`: there is a reason and it is the label. `busy`: the same frame in the tint, so that nothing moves. */
export type ButtonState = 'ready' | 'busy' | 'off';

const heights: Record<ButtonSize | 'density', string> = {
  row: 'h-[26px] gap-1.5 text-xs',
  dense: 'h-8 gap-2 text-sm',
  tap: 'h-12 gap-2 text-base',
  lift: 'h-14 gap-2.5 text-base',
  density: 'h-12 gap-2 text-base dense:h-8 dense:text-sm',
};

const paddings: Record<ButtonSize | 'density', string> = {
  row: 'px-[9px]',
  dense: 'px-3',
  tap: 'px-5',
  lift: 'px-5',
  density: 'px-5 dense:px-3',
};

const grounds: Record<ButtonVariant, string> = {
  primary:
    'border-green bg-green text-on-green hover:border-green-2 hover:bg-green-2 active:border-green-2 active:bg-green-2',
  outline: 'border-rule-2 text-ink hover:border-ink hover:bg-sheet active:bg-sunk',
  quiet: 'border-transparent text-green hover:underline hover:underline-offset-3 active:text-green-2',
  danger: 'border-stop text-stop hover:bg-stop-tint active:bg-stop-tint',
};

const findGround = (variant: ButtonVariant, state: ButtonState): string => {
  switch (state) {
    case 'ready':
      return grounds[variant];
    case 'busy':
      return variant === 'danger'
        ? 'cursor-progress border-stop-tint bg-stop-tint text-stop'
        : 'cursor-progress border-green-tint bg-green-tint text-green';
    case 'off':
      return 'cursor-not-allowed border-rule bg-sunk text-ink-3';
    default:
      return state satisfies never;
  }
};

/** The classes shared by `Button` and `LinkButton`. */
export function describeButtonLook(
  variant: ButtonVariant,
  size: ButtonSize | undefined,
  state: ButtonState = 'ready',
): string {
  return joinClasses(
    'inline-grid items-center justify-items-center rounded-sm border font-semibold leading-none no-underline select-none',
    state === 'off' ? 'text-center' : 'whitespace-nowrap',
    heights[size ?? 'density'],
    variant === 'quiet' && state !== 'off' ? 'px-1' : paddings[size ?? 'density'],
    findGround(variant, state),
  );
}
