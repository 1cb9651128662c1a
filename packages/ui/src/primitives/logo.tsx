import { joinClasses } from './join-classes.ts';

/** The ladder mark: two rails, two rungs, standing on the ground. */
export function LogoMark({ className = 'size-[18px]' }: { readonly className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={joinClasses('line-drawn', className)}>
      <path d="M1 15h14" strokeWidth="2.5" />
      <path d="M4 15V3M12 15V3M4 6h8M4 10.5h8" />
    </svg>
  );
}

/** Mark and name. Put it inside the link home. */
export function Logo({ name = 'Groundwork' }: { readonly name?: string }) {
  return (
    <span className="inline-flex items-center gap-[9px] font-serif text-[1.1875rem] leading-none font-semibold tracking-[-0.02em] text-ink">
      <LogoMark />
      {name}
    </span>
  );
}
