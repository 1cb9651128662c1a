import type { ReactNode } from 'react';

/** A red flag: no figure, no exercise, one instruction. */
export function StopNotice({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <section role="alert" className="border-t-3 border-stop bg-stop-tint px-4 pt-3.5 pb-4">
      <h2 className="text-lg leading-6">{title}</h2>
      <div className="mt-1 max-w-measure font-serif text-reason">{children}</div>
      {action ? <div className="mt-3">{action}</div> : null}
    </section>
  );
}
