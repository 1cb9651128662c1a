'use client';

import { FormError } from '@groundwork/ui/primitives/form-error';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { type ReactNode, useActionState } from 'react';
import type { StepState, saveStep } from './save-step.ts';
import { StepFields } from './step-fields.tsx';
import type { StepValues } from './step-values.ts';
import type { Step } from './steps.ts';

/** One step of the intake: saved by itself, so that it can be left at any time. */
export function StepForm({
  action,
  step,
  revision,
  values,
  then,
  isLast,
  children,
}: {
  readonly action: typeof saveStep;
  readonly step: Step;
  readonly revision: number;
  readonly values: StepValues;
  /** `next` in the intake, `overview` when one answer is changed. */
  readonly then: 'next' | 'overview';
  readonly isLast: boolean;
  /** Hidden fields of the page's. */
  readonly children: ReactNode;
}) {
  const [state, send] = useActionState<StepState, FormData>(action, { problems: {}, typed: null });
  const problems = Object.values(state.problems).length;
  return (
    <form action={send} noValidate className="mt-6 grid gap-6">
      {children}
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="then" value={then} />
      <StepFields
        step={step}
        values={{ zones: values.zones ?? [], ...(state.typed ?? values) }}
        problems={state.problems}
      />
      <FormError className="empty:-mt-6">
        {state.message ??
          (problems > 0 ? (problems === 1 ? 'One answer needs a look.' : `${problems} answers need a look.`) : null)}
      </FormError>
      <SubmitButton size="lift" busyLabel="Saving">
        {then === 'overview' ? 'Save' : isLast ? 'Save and finish' : 'Save and go on'}
      </SubmitButton>
    </form>
  );
}
