'use client';

import type { StaffRole } from '@groundwork/api/views/coach-today';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { ThemeSwitch } from '@groundwork/ui/primitives/theme-switch';
import { CircleUser } from 'lucide-react';
import { useId } from 'react';
import { NavLink } from './nav-link.tsx';
import { roleWords } from './role-words.ts';

/** Who is signed in, the theme, the way out. The browser's own popover: every page has it, so it may not weigh anything. */
export function PersonMenu({
  name,
  email,
  role,
  practice,
}: {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly practice: string;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-11 min-w-11 items-center justify-end gap-2 text-sm text-ink-2 hover:text-ink md:min-h-8"
      >
        <CircleUser aria-hidden className="size-5 md:hidden" strokeWidth={1.75} />
        <span className="sr-only md:not-sr-only">{name}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`${name}, account`}
        className="opens absolute inset-auto top-[3.25rem] right-5 m-0 w-72 rounded-b-md border-0 border-t-2 border-ink bg-sheet px-[18px] py-3.5 text-sm text-ink shadow-pop lg:right-10"
      >
        <p>
          <b>{name}</b>
          <span className="block text-ink-2">{email}</span>
          <span className="block text-ink-3">
            {practice}, {roleWords[role]}
          </span>
        </p>
        <div className="mt-3 border-t border-rule pt-3">
          <ThemeSwitch />
        </div>
        <p className="mt-3 border-t border-rule pt-3">
          <NavLink href="/account">Passkeys and devices</NavLink>
        </p>
        {role === 'owner' ? (
          <p className="mt-2">
            <NavLink href="/members">Who works here</NavLink>
          </p>
        ) : null}
        <form method="post" action="/sign-out" className="mt-3 border-t border-rule pt-3">
          <SubmitButton variant="outline">Sign out</SubmitButton>
        </form>
      </div>
    </>
  );
}
