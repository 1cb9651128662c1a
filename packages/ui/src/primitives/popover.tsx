'use client';

import type { ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger, OverlayArrow } from 'react-aria-components/Popover';
import { joinClasses } from './join-classes.ts';

export interface PopoverProps {
  /** A React Aria `Button`, or anything that takes presses through `Pressable`. */
  readonly trigger: ReactNode;
  /** Names the popover for screen readers, unless its content has a heading with `slot="title"`. */
  readonly label?: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'bottom' | 'top';
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode | ((act: { close: () => void }) => ReactNode);
  readonly className?: string;
}

/** A margin note that floats: sheet, 2 px ink on top, joined to its anchor by a leader line. Esc returns focus. */
export function Popover({
  trigger,
  label,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
  children,
  className,
}: PopoverProps) {
  return (
    <DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={14}
        containerPadding={12}
        className="group/pop opens w-[392px] max-w-[calc(100vw-24px)] rounded-b-md border-t-2 border-ink bg-sheet shadow-pop"
      >
        <OverlayArrow className="h-[14px] w-0.5 bg-ink group-data-[placement=bottom]/pop:mb-[2px] group-data-[placement=top]/pop:bg-rule-2" />
        <Dialog
          {...(label ? { 'aria-label': label } : {})}
          className={joinClasses('max-h-[inherit] overflow-y-auto px-[18px] py-3.5 text-sm', className)}
        >
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
