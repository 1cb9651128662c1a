'use client';

import type { Explanation } from '@groundwork/engine/explanation';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { writeRulePath } from '../rule-path.ts';
import { Anchor } from './anchor.tsx';
import { joinClasses } from './join-classes.ts';
import { continueWhy, whyTriggerLook } from './why-trigger.ts';

export interface WhyProps {
  readonly explanation: Explanation;
  /** The trigger's words; "Why" alone is announced with the explanation's title. */
  readonly children?: ReactNode;
  /** Where the rule stands, if not on its own page. */
  readonly ruleHref?: string;
  /** What can be done about it, as buttons. */
  readonly actions?: ReactNode;
  readonly defaultOpen?: boolean;
  readonly className?: string;
}

/**
 * Opens a reason in place: the claim, the rule, the source, what to do instead. Esc closes it and returns to the trigger.
 * Everything in it may stand inside a paragraph. From a cell or a chart use `WhyPopover`.
 */
export function Why({
  explanation,
  children = 'Why',
  ruleHref = writeRulePath(explanation.rule.id),
  actions,
  defaultOpen = false,
  className,
}: WhyProps) {
  const [open, setOpen] = useState(defaultOpen);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc anywhere in the opened reason closes it; the trigger is a button
    <span onKeyDown={closeOnEscape}>
      <button
        ref={trigger}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className={joinClasses(whyTriggerLook, className)}
      >
        {children}
        {children === 'Why' ? <span className="sr-only">{continueWhy(explanation.title)}</span> : null}
      </button>
      {open ? (
        <span
          id={id}
          role="note"
          aria-label={explanation.title}
          className="opens my-3 block max-w-measure border-t-2 border-b border-t-ink border-b-rule bg-sheet px-4 py-3 text-left font-sans text-sm font-normal whitespace-normal text-ink"
        >
          <span className="block font-serif text-lg leading-6 font-semibold text-balance">{explanation.title}</span>
          <span className="mt-0.5 block font-serif text-reason">{explanation.claim}</span>
          <span className="mt-2 grid grid-cols-[4rem_1fr] gap-x-3 gap-y-[5px]">
            <span className="text-ink-3">Rule</span>
            <span>
              {explanation.rule.id}, {explanation.rule.statement}
            </span>
            <span className="text-ink-3">Source</span>
            <span>{explanation.source}</span>
            {explanation.instead ? (
              <>
                <span className="text-ink-3">Instead</span>
                <span>{explanation.instead}</span>
              </>
            ) : null}
          </span>
          <span className="mt-2.5 flex flex-wrap items-center gap-3.5">
            {actions}
            <Anchor href={ruleHref} className="py-1 font-semibold no-underline hover:underline">
              Read the rule
            </Anchor>
          </span>
        </span>
      ) : null}
    </span>
  );
}
