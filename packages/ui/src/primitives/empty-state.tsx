import type { ReactNode } from 'react';

/** What this emptiness means, and one button. Never an apology. */
export function EmptyState({
  figure,
  title,
  children,
  action,
  level = 2,
}: {
  /** A drawing; it is set 128 × 72. */
  readonly figure?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4 border-b border-rule py-6">
      {figure ? <div className="h-[72px] w-32 shrink-0 [&_svg]:size-full">{figure}</div> : null}
      <div className="min-w-0 flex-1 basis-60">
        <Heading className="text-lg leading-6">{title}</Heading>
        <p className="mt-0.5 max-w-measure font-serif text-reason text-ink-2">{children}</p>
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}
