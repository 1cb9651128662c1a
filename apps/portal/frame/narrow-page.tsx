import { joinClasses } from '@groundwork/ui/primitives/join-classes';
import type { ReactNode } from 'react';

/** One question answered in one column: sign-in, mailed links, what went wrong. */
export function NarrowPage({
  kicker,
  title,
  lede,
  children,
}: {
  readonly kicker?: ReactNode;
  readonly title: ReactNode;
  readonly lede?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-[34rem] pt-8 md:pt-14">
      {kicker ? <p className="text-md text-ink-3">{kicker}</p> : null}
      <h1 className={joinClasses('text-3xl md:text-4xl', kicker ? 'mt-1' : '')}>{title}</h1>
      {lede ? <p className="mt-3 font-serif text-lg text-ink-2">{lede}</p> : null}
      {children ? <div className="mt-7">{children}</div> : null}
    </div>
  );
}
