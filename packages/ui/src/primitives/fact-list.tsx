import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Label left, value right, a hairline between: "Done, 30 days … 96 %". */
export function FactList({ facts, className }: { readonly facts: readonly Fact[]; readonly className?: string }) {
  return (
    <dl className={className}>
      {facts.map((fact) => (
        <div key={fact.label} className="flex items-baseline justify-between gap-4 border-b border-rule py-1.5">
          <dt className="text-ink-2">{fact.label}</dt>
          <dd className="text-right font-semibold tabular-nums">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
