'use client';

import {
  equipmentLabels,
  experienceLabels,
  painSiteLabels,
  raceDistanceLabels,
  racePriorityLabels,
  weekdayLabels,
} from '@groundwork/engine/labels';
import {
  equipment,
  experiences,
  painSites,
  raceDistances,
  racePriorities,
  weekdays,
} from '@groundwork/engine/vocabulary';
import { Checkbox } from '@groundwork/ui/primitives/checkbox';
import { RadioGroup } from '@groundwork/ui/primitives/radio-group';
import { SelectField } from '@groundwork/ui/primitives/select-field';
import { TextAreaField } from '@groundwork/ui/primitives/text-area-field';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useTimeZone } from '../frame/local-time.tsx';
import { raceLines, type StepValues } from './step-values.ts';
import type { Step } from './steps.ts';
import { WeekPicker } from './week-picker.tsx';

export interface FieldsProps {
  readonly values: StepValues;
  readonly problems: Readonly<Record<string, string>>;
}

export function StepFields({ step, ...rest }: FieldsProps & { readonly step: Step }) {
  switch (step) {
    case 'goal':
      return <GoalFields {...rest} />;
    case 'running':
      return <WeekPicker {...rest} />;
    case 'strength':
      return <StrengthFields {...rest} />;
    case 'kit':
      return <KitFields {...rest} />;
    case 'pain':
      return <PainFields {...rest} />;
    case 'phone':
      return <PhoneFields {...rest} />;
    default:
      return step satisfies never;
  }
}

const first = (values: StepValues, name: string): string => values[name]?.[0] ?? '';

function GoalFields({ values, problems }: FieldsProps) {
  return (
    <>
      <TextAreaField
        name="goal"
        label="In your own words"
        optional
        maxLength={500}
        defaultValue={first(values, 'goal')}
        help="A first 10 km, running without a sore knee, a time."
        error={problems.goal}
      />
      <fieldset>
        <legend className="text-md font-semibold">
          Races you have entered <span className="font-normal text-ink-3">optional</span>
        </legend>
        {Array.from({ length: raceLines }, (_, index) => `race${index}`).map((race, index) => (
          <details
            key={race}
            open={first(values, `${race}.name`) !== '' || index === 0}
            className="border-b border-rule py-1"
          >
            <summary className="py-3">
              {first(values, `${race}.name`) || (index === 0 ? 'A race' : 'One more race')}
            </summary>
            <div className="grid gap-4 pb-4">
              <input type="hidden" name={`${race}.id`} value={first(values, `${race}.id`)} />
              <TextField
                name={`${race}.name`}
                label="Name"
                maxLength={80}
                defaultValue={first(values, `${race}.name`)}
                error={problems[`${race}.name`]}
              />
              <TextField
                name={`${race}.date`}
                type="date"
                label="Date"
                defaultValue={first(values, `${race}.date`)}
                error={problems[`${race}.date`]}
              />
              <SelectField
                name={`${race}.distance`}
                label="Distance"
                defaultValue={first(values, `${race}.distance`) || 'half'}
                options={raceDistances.map((value) => ({ value, label: raceDistanceLabels[value] }))}
                error={problems[`${race}.distance`]}
              />
              <SelectField
                name={`${race}.priority`}
                label="How much it matters"
                defaultValue={first(values, `${race}.priority`) || 'A'}
                options={racePriorities.map((value) => ({ value, label: racePriorityLabels[value] }))}
                error={problems[`${race}.priority`]}
              />
            </div>
          </details>
        ))}
      </fieldset>
    </>
  );
}

function StrengthFields({ values, problems }: FieldsProps) {
  return (
    <>
      <RadioGroup
        name="experience"
        label="Strength training so far"
        options={experiences.map((value) => ({ value, label: experienceLabels[value] }))}
        defaultValue={first(values, 'experience')}
        error={problems.experience}
      />
      <TextField
        name="runningMonths"
        label="Months of regular running"
        inputMode="numeric"
        maxLength={4}
        defaultValue={first(values, 'runningMonths')}
        help="24 for two years."
        error={problems.runningMonths}
      />
      <TextField
        name="birthYear"
        label="Year you were born"
        inputMode="numeric"
        maxLength={4}
        autoComplete="bday-year"
        defaultValue={first(values, 'birthYear')}
        help="From 35 on calves get more attention; under 18 a coach looks at every program."
        error={problems.birthYear}
      />
    </>
  );
}

function KitFields({ values, problems }: FieldsProps) {
  return (
    <>
      <TextField
        name="minutesPerSession"
        label="Longest session, in minutes"
        inputMode="numeric"
        maxLength={3}
        defaultValue={first(values, 'minutesPerSession')}
        help="Two sessions a week. Between 15 and 120."
        error={problems.minutesPerSession}
      />
      <fieldset>
        <legend className="text-md font-semibold">What you can reach</legend>
        <p className="pt-1 text-sm text-ink-3">A floor, a wall, a chair, a step and a towel are taken as given.</p>
        <div className="mt-1 grid grid-cols-2 gap-x-5">
          {equipment.map((item) => (
            <Checkbox
              key={item}
              ruled
              name="equipment"
              value={item}
              defaultChecked={values.equipment?.includes(item) ?? false}
            >
              {equipmentLabels[item]}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="text-md font-semibold">Days on which strength never works</legend>
        <div className="mt-1 grid grid-cols-2 gap-x-6">
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              ruled
              name="unavailable"
              value={day}
              defaultChecked={values.unavailable?.includes(day) ?? false}
            >
              {weekdayLabels[day]}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function PainFields({ values, problems }: FieldsProps) {
  return (
    <>
      <p className="border-l-3 border-stop bg-stop-tint py-2.5 pr-4 pl-3.5 text-md">
        Pain at rest or at night, pain that makes you limp, or one sore spot on a bone: see a doctor or physiotherapist
        before you train.
      </p>
      <fieldset>
        <legend className="text-md font-semibold">Now, or in the last months</legend>
        <div className="mt-1 grid grid-cols-2 gap-x-5">
          {painSites.map((site) => (
            <Checkbox
              key={site}
              ruled
              name="painSites"
              value={site}
              defaultChecked={values.painSites?.includes(site) ?? false}
            >
              {painSiteLabels[site]}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <TextAreaField
        name="healthNotes"
        label="Anything your coach should know about it"
        optional
        maxLength={2000}
        defaultValue={first(values, 'healthNotes')}
        error={problems.healthNotes}
      />
    </>
  );
}

function PhoneFields({ values, problems }: FieldsProps) {
  const here = useTimeZone();
  const known = first(values, 'timeZone');
  const zones = [...new Set([known || here, here, ...(values.zones ?? [])])];
  return (
    <>
      <SelectField
        name="timeZone"
        label="Time zone"
        defaultValue={known || here}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        {...(here !== known && here !== 'UTC' ? { help: `This phone says ${here.replaceAll('_', ' ')}.` } : {})}
        error={problems.timeZone}
      />
      <RadioGroup
        name="unit"
        label="Weights in"
        options={[
          { value: 'kg', label: 'Kilograms' },
          { value: 'lb', label: 'Pounds' },
        ]}
        defaultValue={first(values, 'unit')}
        error={problems.unit}
      />
    </>
  );
}
