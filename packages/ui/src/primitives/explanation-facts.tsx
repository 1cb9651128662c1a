import type { Explanation } from '@groundwork/engine/explanation';
import { joinClasses } from './join-classes.ts';

/** Rule, source and what to do instead. The claim stands above it. */
export function ExplanationFacts({
  explanation,
  className,
}: {
  readonly explanation: Explanation;
  readonly className?: string;
}) {
  return (
    <dl className={joinClasses('grid grid-cols-[4rem_1fr] content-start gap-x-3 gap-y-[5px] text-sm', className)}>
      <dt className="text-ink-3">Rule</dt>
      <dd>
        {explanation.rule.id}, {explanation.rule.statement}
      </dd>
      <dt className="text-ink-3">Source</dt>
      <dd>{explanation.source}</dd>
      {explanation.instead ? (
        <>
          <dt className="text-ink-3">Instead</dt>
          <dd>{explanation.instead}</dd>
        </>
      ) : null}
    </dl>
  );
}
