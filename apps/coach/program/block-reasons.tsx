import type { Explanation } from '@groundwork/engine/explanation';
import { NavLink } from '../shell/nav-link.tsx';

/** Every reason behind the block, folded away until it is asked for. */
export function BlockReasons({ reasons }: { readonly reasons: readonly Explanation[] }) {
  if (reasons.length === 0) return null;
  return (
    <details className="mt-6 border-t border-ink pt-2 text-sm">
      <summary className="font-serif text-lg font-semibold">Why this block looks like this</summary>
      <ul className="mt-1 grid gap-x-10 md:grid-cols-2">
        {reasons.map((reason) => (
          <li key={reason.title + reason.claim} className="border-b border-rule py-2">
            <b>{reason.title}</b>
            <p className="mt-0.5 font-serif text-base leading-[1.4rem]">{reason.claim}</p>
            <NavLink href={`/rules/${reason.rule.id}`} className="text-xs text-ink-3 no-underline hover:underline">
              rule {reason.rule.id}
            </NavLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
