import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, describeButtonLook } from './button-look.ts';
import { joinClasses } from './join-classes.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'children'> & {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** A 16 or 20 px icon before the label. */
  readonly icon?: ReactNode;
  /** A 16 or 20 px icon after the label. */
  readonly iconAfter?: ReactNode;
  readonly busy?: boolean;
  /** What it is doing, shown while busy: "Publishing". The button is as wide as the longer of its two labels from the start. */
  readonly busyLabel?: string;
  /** Why it can't be used now: "1 error before publishing". It becomes the label; the button stays reachable by keyboard. */
  readonly offReason?: string | null | undefined;
};

/** One filled (`primary`) button per view. There is no `disabled`: a control that can't be used says why. */
export function Button({
  children,
  variant = 'outline',
  size,
  icon,
  iconAfter,
  busy = false,
  busyLabel,
  offReason,
  type = 'button',
  className,
  onClick,
  ...rest
}: ButtonProps) {
  if (offReason) {
    return (
      <button
        {...rest}
        type="button"
        aria-disabled="true"
        className={joinClasses(describeButtonLook(variant, size, 'off'), className)}
      >
        <span>
          <VisuallyHidden>{children}: </VisuallyHidden>
          {offReason}
        </span>
      </button>
    );
  }
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={joinClasses(describeButtonLook(variant, size, busy ? 'busy' : 'ready'), className)}
    >
      <span
        aria-hidden={busy || undefined}
        className={joinClasses('col-start-1 row-start-1 inline-flex items-center gap-[inherit]', busy && 'invisible')}
      >
        {icon}
        {children}
        {iconAfter}
      </span>
      {busyLabel || busy ? (
        <span aria-hidden={!busy || undefined} className={joinClasses('col-start-1 row-start-1', !busy && 'invisible')}>
          {busyLabel ?? children}
        </span>
      ) : null}
    </button>
  );
}
