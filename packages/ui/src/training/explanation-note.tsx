import type { Explanation } from '@groundwork/engine/explanation';
import type { ReactNode, Ref } from 'react';
import { Anchor } from '../primitives/anchor.tsx';
import { ExplanationFacts } from '../primitives/explanation-facts.tsx';
import { joinClasses } from '../primitives/join-classes.ts';
import { writeRulePath } from '../rule-path.ts';

export interface ExplanationNoteProps {
  readonly explanation: Explanation;
  /** Where the rule stands, if not on its own page. */
  readonly ruleHref?: string | undefined;
  /** What can be done about it, as buttons of size `row`. */
  readonly actions?: ReactNode;
  readonly id?: string;
  readonly ref?: Ref<HTMLElement>;
  readonly className?: string;
}

/** A reason opened under a strip, full width: claim and acts left; rule, source and what to do instead right. */
export function ExplanationNote({
  explanation,
  ruleHref = writeRulePath(explanation.rule.id),
  actions,
  id,
  ref,
  className,
}: ExplanationNoteProps) {
  return (
    <section
      id={id}
      ref={ref}
      aria-label={explanation.title}
      className={joinClasses(
        'opens grid gap-x-10 gap-y-4 border-b border-rule bg-sheet px-5 pt-4 pb-[18px] md:grid-cols-[5fr_4fr]',
        className,
      )}
    >
      <div>
        <h3 className="text-xl">{explanation.title}</h3>
        <p className="mt-1 max-w-measure font-serif text-reason">{explanation.claim}</p>
        <div className="mt-3 flex flex-wrap items-center gap-3.5">
          {actions}
          <Anchor href={ruleHref} className="py-1 text-xs font-semibold no-underline hover:underline">
            Read the rule
          </Anchor>
        </div>
      </div>
      <ExplanationFacts explanation={explanation} />
    </section>
  );
}
