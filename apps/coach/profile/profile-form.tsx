'use client';

import type { ClientView } from '@groundwork/api/views/client';
import { equipmentLabels, experienceLabels, painSiteLabels, weekdayLabels } from '@groundwork/engine/labels';
import { experiences, loadUnits, painSites, weekdays } from '@groundwork/engine/vocabulary';
import { formatClock } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { Checkbox } from '@groundwork/ui/primitives/checkbox';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { NumberField } from '@groundwork/ui/primitives/number-field';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { SelectField } from '@groundwork/ui/primitives/select-field';
import { TextAreaField } from '@groundwork/ui/primitives/text-area-field';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { type ApiProblem, readApiProblem } from '../lib/api-error.ts';
import { equipmentPlaces } from '../lib/labels.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { listProfileDifferences } from './compare-profiles.ts';
import type { ProfileInput, ProfileProblems } from './read-profile-form.ts';

/** All that a program is built from apart from the running week. What was typed stays until it is saved or dropped by hand. */
export function ProfileForm({
  client,
  practiceZone,
  canEdit,
}: {
  readonly client: ClientView;
  readonly practiceZone: string;
  readonly canEdit: boolean;
}) {
  const { profile, health } = client;
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const zonesId = useId();
  // Asked of the browser when the field is entered: the server may know other zones.
  const [zones, setZones] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const [revision, setRevision] = useState(client.revision);
  const [problems, setProblems] = useState<ProfileProblems>({});
  const [refused, setRefused] = useState<ApiProblem>();
  const [conflict, setConflict] = useState<{ readonly mine: ProfileInput; readonly theirs: ClientView }>();

  const save = useMutation(
    trpc.clients.saveProfile.mutationOptions({
      onSuccess: (saved) => {
        setRevision(saved.revision);
        setConflict(undefined);
        setRefused(undefined);
        showToast({ text: `${profile.name}’s profile is saved` });
        router.refresh();
      },
      onError: async (error, mine) => {
        const problem = readApiProblem(error);
        setRefused(problem);
        setProblems(Object.fromEntries(problem.problems.map(({ field, message }) => [field.split('.')[0], message])));
        if (problem.code === 'CONFLICT') {
          const theirs = await queryClient.fetchQuery({
            ...trpc.clients.get.queryOptions({ clientId: client.clientId }),
            staleTime: 0,
          });
          setConflict({ mine: mine as ProfileInput, theirs });
        }
      },
    }),
  );

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    // The schemas come with the first save: a page that is only read does without them.
    const { readProfileForm } = await import('./read-profile-form.ts');
    const read = readProfileForm(typed, { clientId: client.clientId, revision });
    setRefused(undefined);
    if ('problems' in read) {
      setProblems(read.problems);
      const first = Object.keys(read.problems)[0];
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setProblems({});
    save.mutate(read.input);
  };

  const saveRow = (
    <div className="mt-6 flex items-center gap-3">
      <Button
        variant="primary"
        type="submit"
        busy={save.isPending}
        busyLabel="Saving"
        offReason={canEdit ? null : 'An assistant reads'}
      >
        Save the profile
      </Button>
    </div>
  );
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <SectionHead id="runner">Runner</SectionHead>
      <div className="mt-4 grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        <TextField label="Name" name="name" defaultValue={profile.name} error={problems.name} />
        <NumberField
          id="birthYear"
          label="Birth year"
          name="birthYear"
          whole
          min={1900}
          max={2100}
          defaultValue={profile.birthYear}
          error={problems.birthYear}
          help="Over 35 calves become a must, under 18 the program waits for you."
        />
        <TextField
          label="Time zone"
          name="timeZone"
          list={zonesId}
          onFocus={() => setZones(Intl.supportedValuesOf('timeZone'))}
          autoComplete="off"
          defaultValue={profile.timeZone}
          error={problems.timeZone}
          help="Decides what “today” is on the client’s phone."
        />
        <datalist id={zonesId}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <SelectField
          id="experience"
          label="Strength experience"
          name="experience"
          defaultValue={profile.experience ?? ''}
          error={problems.experience}
          options={[
            { value: '', label: 'Not said yet' },
            ...experiences.map((value) => ({ value, label: experienceLabels[value] })),
          ]}
        />
        <NumberField
          id="runningMonths"
          label="Regular running"
          name="runningMonths"
          whole
          min={0}
          max={1200}
          unit="months"
          defaultValue={profile.runningMonths}
          error={problems.runningMonths}
        />
        <NumberField
          id="minutesPerSession"
          label="Longest session"
          name="minutesPerSession"
          whole
          min={15}
          max={120}
          unit="minutes"
          defaultValue={profile.minutesPerSession}
          error={problems.minutesPerSession}
          help="The builder keeps every session under it."
        />
        <SelectField
          label="Weights in"
          name="unit"
          defaultValue={profile.unit}
          error={problems.unit}
          options={loadUnits.map((unit) => ({ value: unit, label: unit === 'kg' ? 'Kilograms' : 'Pounds' }))}
          help="For new targets. What was typed is never rewritten."
        />
        <TextAreaField
          label="Goal"
          name="goal"
          optional
          rows={2}
          defaultValue={profile.goal}
          error={problems.goal}
          className="sm:col-span-2"
        />
      </div>

      <SectionHead note="days on which no strength may land, beside those that the runs bar">Not available</SectionHead>
      <fieldset className="mt-2 flex flex-wrap gap-x-6">
        <legend className="sr-only">Days without strength</legend>
        {weekdays.map((day) => (
          <Checkbox key={day} name="unavailable" value={day} defaultChecked={profile.unavailable.includes(day)}>
            {weekdayLabels[day]}
          </Checkbox>
        ))}
      </fieldset>

      <SectionHead note="floor, wall, chair, step and towel are taken as given">Kit</SectionHead>
      <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
        {equipmentPlaces.map(({ place, items }) => (
          <fieldset key={place}>
            <legend className="text-sm font-semibold">{place}</legend>
            {items.map((item) => (
              <Checkbox key={item} name="equipment" value={item} defaultChecked={profile.equipment.includes(item)}>
                {equipmentLabels[item]}
              </Checkbox>
            ))}
          </fieldset>
        ))}
      </div>

      <SectionHead id="health" note="sealed in the database; every look at it is written down">
        Health
      </SectionHead>
      <div className="mt-3 grid gap-x-6 gap-y-4 lg:grid-cols-[3fr_2fr]">
        <fieldset>
          <legend className="text-sm font-semibold">Where it hurts now, or lately</legend>
          <div className="grid gap-x-6 sm:grid-cols-2">
            {painSites.map((site) => (
              <Checkbox key={site} name="painSites" value={site} defaultChecked={health.painSites.includes(site)}>
                {painSiteLabels[site]}
              </Checkbox>
            ))}
          </div>
          <p className="mt-1 text-xs text-ink-3">
            Exercises that load a ticked place are replaced. Nothing here is a diagnosis.
          </p>
        </fieldset>
        <TextAreaField
          label="Note on health"
          name="healthNotes"
          optional
          rows={6}
          defaultValue={health.notes}
          error={problems.healthNotes}
        />
      </div>

      {refused && refused.code !== 'CONFLICT' ? <FormError className="mt-5">{refused.message}</FormError> : null}
      {conflict && refused?.conflict ? (
        <section
          role="alert"
          aria-label="Saved by somebody else"
          className="mt-5 border-l-3 border-signal bg-signal-tint py-3 pr-4 pl-3.5 text-sm"
        >
          <p>
            <b>
              {refused.conflict.changedBy} saved this client at {formatClock(refused.conflict.changedAt, practiceZone)}.
            </b>{' '}
            What you typed stands above and is not saved yet.
          </p>
          <ConflictTable mine={conflict.mine} theirs={conflict.theirs} />
          <div className="mt-3 flex flex-wrap gap-2">
            <Button
              size="row"
              busy={save.isPending}
              onClick={() => save.mutate({ ...conflict.mine, revision: conflict.theirs.revision })}
            >
              Save mine over it
            </Button>
            <Button size="row" onClick={() => window.location.reload()}>
              Drop mine, load theirs
            </Button>
          </div>
        </section>
      ) : null}
      {saveRow}
    </form>
  );
}

function ConflictTable({ mine, theirs }: { readonly mine: ProfileInput; readonly theirs: ClientView }) {
  const rows = listProfileDifferences(mine, theirs);
  if (rows.length === 0) return <p className="mt-2">Every field you typed is the same as what stands now.</p>;
  return (
    <table className="mt-2 w-full max-w-deck border-collapse">
      <thead>
        <tr className="text-left text-xs text-ink-2">
          <th className="py-1 pr-4 font-medium">Field</th>
          <th className="py-1 pr-4 font-medium">Yours</th>
          <th className="py-1 font-medium">Theirs</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} className="border-t border-rule align-top">
            <th scope="row" className="py-1 pr-4 text-left font-semibold">
              {row.label}
            </th>
            <td className="py-1 pr-4">{row.mine}</td>
            <td className="py-1">{row.theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
