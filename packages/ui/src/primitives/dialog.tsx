'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
  /** Buttons, the act first. */
  readonly actions?: ReactNode;
  /** `alertdialog` for what can't be undone: it does not close by a press outside. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly width?: 'narrow' | 'wide';
}

/** A question that needs an answer before going on. A bottom sheet on the phone. Esc closes it and returns focus. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
  actions,
  role = 'dialog',
  width = 'narrow',
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 grid items-end justify-items-center bg-shade sm:items-start sm:px-6 sm:pt-[12vh]"
    >
      <Modal
        className={`opens max-h-[88dvh] w-full overflow-y-auto rounded-t-sheet bg-sheet [--fig-gap:var(--color-sheet)] shadow-pop sm:rounded-t-none sm:rounded-b-md sm:border-t-2 sm:border-ink ${width === 'wide' ? 'sm:max-w-2xl' : 'sm:max-w-md'}`}
      >
        <AriaDialog role={role} className="px-5 pt-4 pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-5">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" level={2} className="pt-1 text-xl">
              {title}
            </Heading>
            <button
              type="button"
              aria-label="Close"
              onClick={() => onOpenChange(false)}
              className="-mr-3 grid size-12 shrink-0 place-items-center text-ink-2 hover:text-ink dense:-mt-0.5 dense:-mr-2 dense:size-8"
            >
              <X aria-hidden className="size-5 dense:size-4" strokeWidth={1.75} />
            </button>
          </div>
          <div className="mt-1">{children}</div>
          {actions ? <div className="mt-5 flex flex-wrap items-center gap-3">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
