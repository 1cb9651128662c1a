'use client';

import type { ButtonProps } from '@groundwork/ui/primitives/button';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { type ReactNode, useActionState } from 'react';

/** What an action says when it did not lead elsewhere; null before it ran. */
export type ActionProblem = string | null;

/** One button that acts by POST, with what went wrong above it. Works without JavaScript. */
export function ActionForm({
  action,
  label,
  busyLabel,
  variant = 'primary',
  children,
}: {
  readonly action: (before: ActionProblem, form: FormData) => Promise<ActionProblem>;
  readonly label: string;
  readonly busyLabel: string;
  readonly variant?: ButtonProps['variant'];
  /** Hidden fields, or what has to be filled in. */
  readonly children?: ReactNode;
}) {
  const [problem, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-4">
      {children}
      <FormError className="empty:-mt-4">{problem}</FormError>
      <div>
        <SubmitButton variant={variant} size="tap" busyLabel={busyLabel}>
          {label}
        </SubmitButton>
      </div>
    </form>
  );
}
