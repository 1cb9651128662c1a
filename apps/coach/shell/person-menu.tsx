'use client';

import type { StaffRole } from '@groundwork/api/views/coach-today';
import { Popover } from '@groundwork/ui/primitives/popover';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { ThemeSwitch } from '@groundwork/ui/primitives/theme-switch';
import { CircleUser } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

const roleWords: Readonly<Record<StaffRole, string>> = {
  owner: 'owner',
  coach: 'coach',
  assistant: 'assistant, reads only',
};

/** Who is signed in, the theme, the way out. */
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
  return (
    <Popover
      label={`${name}, account`}
      placement="bottom end"
      className="max-w-72"
      trigger={
        <Button className="flex min-h-11 min-w-11 items-center justify-end gap-2 text-sm text-ink-2 hover:text-ink md:min-h-8">
          <CircleUser aria-hidden className="size-5 md:hidden" strokeWidth={1.75} />
          <span className="sr-only md:not-sr-only">{name}</span>
        </Button>
      }
    >
      <p>
        <b>{name}</b>
        <span className="block text-ink-2">{email}</span>
        <span className="block text-ink-3">
          {practice}, {roleWords[role]}
        </span>
      </p>
      <div className="mt-3 border-t border-rule pt-3">
        <ThemeSwitch words />
      </div>
      <form method="post" action="/sign-out" className="mt-3 border-t border-rule pt-3">
        <SubmitButton variant="outline">Sign out</SubmitButton>
      </form>
    </Popover>
  );
}
