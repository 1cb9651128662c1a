import type { ReactNode } from 'react';
import { Anchor, type AnchorComponent, type AnchorProps } from './anchor.tsx';
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
  as: Link = Anchor,
  variant = 'outline',
  size,
  icon,
  iconAfter,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={joinClasses(describeButtonLook(variant, size), className)}>
      <span className="inline-flex items-center gap-[inherit]">
        {icon}
        {children}
        {iconAfter}
      </span>
    </Link>
  );
}
