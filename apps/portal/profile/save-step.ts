'use server';

import { codeOf } from '@groundwork/api/errors';
import { saveIntake } from '@groundwork/api/inputs/profile';
import type { IntakeView } from '@groundwork/api/views/client';
import { weekdays } from '@groundwork/engine/vocabulary';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { v7 as newId } from 'uuid';
import { readMutationKey } from '../server/mutation-field.tsx';
import { openApi } from '../server/open-api.ts';
import { readAsClient } from '../server/read-as-client.ts';
import { pickKind, raceLines, type StepValues } from './step-values.ts';
import { parseStep, type Step, stepAfter } from './steps.ts';

export interface StepState {
  /** By field name. */
  readonly problems: Readonly<Record<string, string>>;
  /** What was typed, so that a refusal loses nothing; null before the first try. */
  readonly typed: StepValues | null;
  readonly message?: string;
}

/** Saves one step of the intake over the revision that was seen, and leads to the next. */
export async function saveStep(_before: StepState, form: FormData): Promise<StepState> {
  const typed = readForm(form);
  const step = parseStep(typed.step?.[0] ?? '');
  if (!step) return { problems: {}, typed, message: 'This page is out of date. Load it again.' };
  const known = await readAsClient((api) => api.profile.get());
  const problems = findMissing(step, typed);
  const parsed = saveIntake.safeParse({
    ...keepIntake(known),
    ...readStep(step, typed, known),
    revision: Number(typed.revision?.[0]),
  });
  for (const issue of parsed.error?.issues ?? []) problems[nameField(step, issue.path)] ??= issue.message;
  if (!parsed.success || Object.keys(problems).length > 0) return { problems, typed };
  try {
    await (await openApi(readMutationKey(form))).profile.save(parsed.data);
  } catch (error) {
    if (codeOf(error) === 'CONFLICT') {
      refresh();
      return {
        problems: {},
        typed: null,
        message: 'Your coach changed something here a moment ago. Below is how it stands now; please look once more.',
      };
    }
    if (codeOf(error) === 'UNAUTHENTICATED') redirect('/sign-in');
    return { problems: {}, typed, message: 'That was not saved, and it is on our side. Please try again.' };
  }
  const next = stepAfter(step);
  redirect(typed.then?.[0] === 'overview' || !next ? '/profile?saved=1' : `/profile/${next}`);
}

function readForm(form: FormData): Record<string, readonly string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue;
    values[name] ??= [];
    values[name].push(value);
  }
  return values;
}

/** Everything that the other steps have said. */
const keepIntake = ({ profile, health }: IntakeView) => ({
  ...profile,
  painSites: health.painSites,
  healthNotes: health.notes,
});

const text = (values: StepValues, name: string): string => values[name]?.[0]?.trim() ?? '';
const count = (values: StepValues, name: string): number | null => {
  const typed = text(values, name).replace(',', '.');
  return typed === '' ? null : Number(typed);
};

function readStep(step: Step, values: StepValues, known: IntakeView): Record<string, unknown> {
  switch (step) {
    case 'goal':
      return { goal: text(values, 'goal'), races: readRaces(values, known) };
    case 'running':
      return { runningWeek: readWeek(values, known) };
    case 'strength':
      return {
        experience: values.experience?.[0] ?? null,
        runningMonths: count(values, 'runningMonths'),
        birthYear: count(values, 'birthYear'),
      };
    case 'kit':
      return {
        minutesPerSession: count(values, 'minutesPerSession'),
        equipment: values.equipment ?? [],
        unavailable: values.unavailable ?? [],
      };
    case 'pain':
      return { painSites: values.painSites ?? [], healthNotes: text(values, 'healthNotes') };
    case 'phone':
      return { timeZone: text(values, 'timeZone'), unit: text(values, 'unit') };
    default:
      return step satisfies never;
  }
}

function readWeek(values: StepValues, { runningWeek }: IntakeView): unknown {
  return weekdays.map((day, index) => {
    const picked = text(values, `${day}.kind`);
    const km = count(values, `${day}.km`);
    const before = runningWeek?.[index];
    // The coach's own words for the run stay while it is still that kind of run.
    const kept = before && pickKind(before.kind) === picked ? before : undefined;
    const { distanceKm: _, ...rest } = kept ?? { kind: picked };
    return { ...rest, ...(km === null || picked === 'rest' ? {} : { distanceKm: km }) };
  });
}

/** The typed lines, and any races beyond them, which this form does not show. */
function readRaces(values: StepValues, { races }: IntakeView): unknown[] {
  const lines = Array.from({ length: raceLines }, (_, index) => {
    const name = text(values, `race${index}.name`);
    const date = text(values, `race${index}.date`);
    if (name === '' && date === '') return [];
    return [
      {
        id: text(values, `race${index}.id`) || newId(),
        name,
        date,
        distance: text(values, `race${index}.distance`),
        priority: text(values, `race${index}.priority`),
      },
    ];
  }).flat();
  const hidden = races.slice(raceLines).map(({ raceId, ...race }) => ({ id: raceId, ...race }));
  return [...lines, ...hidden];
}

const needed: Partial<Record<Step, Readonly<Record<string, string>>>> = {
  strength: {
    experience: 'Choose the one that is nearest.',
    runningMonths: 'A number of months; 0 when you are just beginning.',
    birthYear: 'The year you were born in.',
  },
  kit: { minutesPerSession: 'Between 15 and 120 minutes.' },
};

function findMissing(step: Step, values: StepValues): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [field, problem] of Object.entries(needed[step] ?? {})) {
    if (text(values, field) === '') problems[field] = problem;
  }
  if (step === 'running') {
    for (const day of weekdays) if (text(values, `${day}.kind`) === '') problems[`${day}.kind`] = 'Choose one.';
  }
  return problems;
}

/** The form's name for a place in the input: "runningWeek.2.distanceKm" is "wed.km". */
function nameField(step: Step, path: readonly PropertyKey[]): string {
  const [first, second, third] = path.map(String);
  if (step === 'running' && first === 'runningWeek') {
    return `${weekdays[Number(second)] ?? 'mon'}.${third === 'distanceKm' ? 'km' : 'kind'}`;
  }
  if (step === 'goal' && first === 'races') return `race${second}.${third ?? 'name'}`;
  return first ?? '';
}
