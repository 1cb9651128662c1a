import type { WarmUpText } from '@groundwork/engine/describe-warm-up';
import { ChevronDown } from 'lucide-react';
import { joinClasses } from '../primitives/join-classes.ts';

/** What to do before the first set, folded to a line: "Warm-up, about 6 minutes". */
export function WarmUp({ warmUp, className }: { readonly warmUp: WarmUpText; readonly className?: string }) {
  const { minutes, steps } = warmUp;
  return (
    <details className={joinClasses('group/warm-up border-y border-rule', className)}>
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-3 [&::-webkit-details-marker]:hidden">
        <span>
          Warm-up, about {minutes} {minutes === 1 ? 'minute' : 'minutes'}
        </span>
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 text-ink-3 group-open/warm-up:rotate-180"
          strokeWidth={1.75}
        />
      </summary>
      <ol className="grid gap-2.5 pb-3.5">
        {steps.map(({ title, text }) => (
          <li key={title}>
            <b className="block">{title}</b>
            <span className="text-ink-2">{text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
