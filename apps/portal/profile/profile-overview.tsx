import type { IntakeView } from '@groundwork/api/views/client';
import type { DeviceView } from '@groundwork/api/views/device';
import type { PasskeysView } from '@groundwork/api/views/passkey';
import {
  equipmentLabels,
  experienceLabels,
  painSiteLabels,
  raceDistanceLabels,
  runKindLabels,
  weekdayLabels,
} from '@groundwork/engine/labels';
import { weekdays } from '@groundwork/engine/vocabulary';
import { joinWords } from '@groundwork/ui/count-words';
import { formatLongDate } from '@groundwork/ui/format-date';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { ThemeSwitch } from '@groundwork/ui/primitives/theme-switch';
import { DeviceRows } from '../account/device-rows.tsx';
import { PasskeyRows } from '../account/passkey-rows.tsx';
import { SignOutForm } from '../account/sign-out-form.tsx';
import { findOpenStep, type Step, steps, stepTitles } from './steps.ts';

/** What she has told, section by section; what is missing first. */
export function ProfileOverview({
  intake,
  isSaved,
  devices,
  passkeys,
}: {
  readonly intake: IntakeView;
  readonly isSaved: boolean;
  readonly devices: readonly DeviceView[];
  readonly passkeys: PasskeysView;
}) {
  const open = findOpenStep(intake);
  return (
    <div className="max-w-[40rem] pt-2.5 lg:pt-8">
      <p className="text-md text-ink-3">{intake.email}</p>
      <h1 className="mt-0.5">{intake.profile.name}</h1>
      {open ? (
        <>
          <p className="mt-1 text-ink-2">
            Your coach still needs a few answers before she can write your program. What you said is kept.
          </p>
          <LinkButton
            href={`/profile/${open === 'running' ? firstStep(intake) : open}`}
            variant="primary"
            size="lift"
            className="mt-4.5 w-full"
          >
            {intake.missing.length >= 5 ? 'Begin' : 'Go on'}
          </LinkButton>
        </>
      ) : (
        <>
          <MarginNote className="mt-4">
            {isSaved
              ? 'Thank you. Your coach sees it now and builds on it.'
              : 'Your coach has all she needs. A change here reaches her at once; your program changes when she publishes.'}
          </MarginNote>
          {isSaved ? (
            <LinkButton href="/today" variant="primary" size="lift" className="mt-4.5 w-full">
              Go to today
            </LinkButton>
          ) : null}
        </>
      )}
      {steps.map((step) => (
        <section key={step} aria-labelledby={step}>
          <SectionHead
            id={step}
            end={
              <a href={`/profile/${step}?change=1`} className="py-2.5 text-md">
                Change<span className="sr-only"> {stepTitles[step].toLowerCase()}</span>
              </a>
            }
          >
            {stepTitles[step]}
          </SectionHead>
          <StepSummary step={step} intake={intake} />
        </section>
      ))}
      <section aria-labelledby="look">
        <SectionHead id="look">This browser</SectionHead>
        <div className="flex flex-wrap items-center justify-between gap-4 py-4">
          <ThemeSwitch />
          <SignOutForm />
        </div>
      </section>
      <section aria-labelledby="passkeys">
        <SectionHead id="passkeys">Passkeys</SectionHead>
        <PasskeyRows
          known={passkeys}
          suggestedName={devices.find(({ isThisOne }) => isThisOne)?.name ?? 'This browser'}
        />
      </section>
      <section aria-labelledby="devices">
        <SectionHead id="devices">Where you are signed in</SectionHead>
        <DeviceRows devices={devices} />
      </section>
    </div>
  );
}

// Nothing said yet: from the top, so that the goal is asked as well.
const firstStep = ({ missing }: IntakeView): Step => (missing.length >= 5 ? 'goal' : 'running');

function StepSummary({ step, intake }: { readonly step: Step; readonly intake: IntakeView }) {
  const lines = describeStep(step, intake);
  if (lines.length === 0) return <p className="pt-2.5 text-ink-3">Nothing said yet.</p>;
  return (
    <ul className="pt-2">
      {lines.map((line) => (
        <li key={line} className="py-0.5">
          {line}
        </li>
      ))}
    </ul>
  );
}

function describeStep(step: Step, { profile, health, runningWeek, races }: IntakeView): readonly string[] {
  switch (step) {
    case 'goal':
      return [
        ...(profile.goal ? [profile.goal] : []),
        ...races.map(
          ({ name, date, distance }) =>
            `${name}, ${raceDistanceLabels[distance].toLowerCase()}, ${formatLongDate(date)}`,
        ),
      ];
    case 'running':
      return (runningWeek ?? []).map((run, index) => {
        const day = weekdays[index];
        const km = run.distanceKm ? ` ${run.distanceKm} km` : '';
        return `${day ? weekdayLabels[day] : ''}: ${run.note ?? `${runKindLabels[run.kind].toLowerCase()}${km}`}`;
      });
    case 'strength':
      return [
        ...(profile.experience ? [experienceLabels[profile.experience]] : []),
        ...(profile.runningMonths === null ? [] : [`${profile.runningMonths} months of regular running`]),
        ...(profile.birthYear ? [`Born in ${profile.birthYear}`] : []),
      ];
    case 'kit':
      return [
        ...(profile.minutesPerSession ? [`At most ${profile.minutesPerSession} minutes`] : []),
        ...(profile.equipment.length > 0 ? [joinWords(profile.equipment.map((item) => equipmentLabels[item]))] : []),
        ...(profile.unavailable.length > 0
          ? [`Never on ${joinWords(profile.unavailable.map((day) => weekdayLabels[day]))}`]
          : []),
      ];
    case 'pain':
      return [
        ...(health.painSites.length > 0 ? [joinWords(health.painSites.map((site) => painSiteLabels[site]))] : []),
        ...(health.notes ? [health.notes] : []),
      ];
    case 'phone':
      return [profile.timeZone.replaceAll('_', ' '), profile.unit === 'kg' ? 'Kilograms' : 'Pounds'];
    default:
      return step satisfies never;
  }
}
