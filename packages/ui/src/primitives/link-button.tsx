import type { ReactNode } from 'react';
import type { AnchorComponent, AnchorProps } from './anchor.tsx';
import { type ButtonSize, type ButtonVariant, describeButtonLook } from './button-look.ts';
import { joinClasses } from './join-classes.ts';

export type LinkButtonProps = AnchorProps & {
  readonly as?: AnchorComponent;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly iconAfter?: ReactNode;
};

/** A link that looks like a button, for going somewhere; what changes something is a `Button`. */
export function LinkButton({
  as: Anchor = 'a',
  variant = 'outline',
  size,
  icon,
  iconAfter,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Anchor {...rest} className={joinClasses(describeButtonLook(variant, size), className)}>
      <span className="inline-flex items-center gap-[inherit]">
        {icon}
        {children}
        {iconAfter}
      </span>
    </Anchor>
  );
}
