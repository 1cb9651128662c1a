import type { ReactNode } from 'react';

/** A key, as in the foot line: J K next, previous. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-xs border border-b-2 border-rule bg-sheet px-[5px] py-0.5 text-center font-sans text-xs leading-none font-medium text-ink-2">
      {children}
    </kbd>
  );
}
