import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PhoneFrame } from '../../../../../frame/phone-frame.tsx';
import { saveStep } from '../../../../../profile/save-step.ts';
import { StepForm } from '../../../../../profile/step-form.tsx';
import { readStepValues } from '../../../../../profile/step-values.ts';
import { findOpenStep, parseStep, stepReasons, steps, stepTitles } from '../../../../../profile/steps.ts';
import { MutationField } from '../../../../../server/mutation-field.tsx';
import { readAsClient } from '../../../../../server/read-as-client.ts';
import { readOwnId } from '../../../../../server/read-own-id.ts';

export const metadata: Metadata = { title: 'You' };

type Props = {
  readonly params: Promise<{ step: string }>;
  readonly searchParams: Promise<{ change?: string }>;
};

export default async function StepPage({ params, searchParams }: Props) {
  const step = parseStep((await params).step);
  if (!step) notFound();
  const intake = await readAsClient((api) => api.profile.get());
  const isChange = (await searchParams).change === '1' && findOpenStep(intake) !== step;
  const place = steps.indexOf(step) + 1;
  return (
    <PhoneFrame clientId={await readOwnId()}>
      <div className="max-w-[34rem] pt-2.5 lg:pt-8">
        <p className="text-md text-ink-3">{isChange ? 'About you' : `Question ${place} of ${steps.length}`}</p>
        <h1 className="mt-0.5">{stepTitles[step]}</h1>
        <MarginNote className="mt-4">{stepReasons[step]}</MarginNote>
        <StepForm
          action={saveStep}
          step={step}
          revision={intake.revision}
          values={readStepValues(step, intake)}
          then={isChange ? 'overview' : 'next'}
          isLast={place === steps.length}
        >
          <MutationField />
        </StepForm>
        <LinkButton href="/profile" variant="quiet" className="mt-2">
          {isChange ? 'Back without saving' : 'Go on later'}
        </LinkButton>
      </div>
    </PhoneFrame>
  );
}
