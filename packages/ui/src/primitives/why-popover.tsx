'use client';

import type { Explanation } from '@groundwork/engine/explanation';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Heading } from 'react-aria-components/Dialog';
import { writeRulePath } from '../rule-path.ts';
import { Anchor } from './anchor.tsx';
import { ExplanationFacts } from './explanation-facts.tsx';
import { joinClasses } from './join-classes.ts';
import { Popover, type PopoverProps } from './popover.tsx';
import type { WhyProps } from './why.tsx';
import { continueWhy, whyTriggerLook } from './why-trigger.ts';

export type WhyPopoverProps = Omit<WhyProps, 'defaultOpen'> &
  Pick<PopoverProps, 'placement' | 'isOpen' | 'onOpenChange'>;

/** The same four facts as `Why`, floating beside a cell, a chart mark or a chip. */
export function WhyPopover({
  explanation,
  children = 'Why',
  ruleHref = writeRulePath(explanation.rule.id),
  actions,
  className,
  ...popover
}: WhyPopoverProps) {
  return (
    <Popover
      {...popover}
      trigger={
        <Button className={joinClasses(whyTriggerLook, className)}>
          {children}
          {children === 'Why' ? <span className="sr-only">{continueWhy(explanation.title)}</span> : null}
        </Button>
      }
    >
      <ExplanationCard explanation={explanation} ruleHref={ruleHref} actions={actions} />
    </Popover>
  );
}

function ExplanationCard({
  explanation,
  ruleHref,
  actions,
}: {
  readonly explanation: Explanation;
  readonly ruleHref: string;
  readonly actions: ReactNode;
}) {
  return (
    <>
      <Heading slot="title" level={3} className="text-xl">
        {explanation.title}
      </Heading>
      <p className="mt-1.5 font-serif text-reason">{explanation.claim}</p>
      <ExplanationFacts explanation={explanation} className="mt-3 border-t border-rule pt-2.5" />
      <div className="mt-3.5 flex flex-wrap items-center gap-2">
        {actions}
        <Anchor href={ruleHref} className="ml-auto py-1 text-xs font-semibold no-underline hover:underline">
          Read the rule
        </Anchor>
      </div>
    </>
  );
}
