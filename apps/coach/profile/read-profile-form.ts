import { saveClientProfile } from '@groundwork/api/inputs/client';
import { parseDecimal } from '@groundwork/ui/primitives/parse-decimal';
import type { z } from 'zod';

export type ProfileInput = z.output<typeof saveClientProfile>;
export type ProfileProblems = Readonly<Record<string, string>>;

/** What was typed, checked by the schema that the API checks it by. */
export function readProfileForm(
  form: FormData,
  key: { readonly clientId: string; readonly revision: number },
): { readonly input: ProfileInput } | { readonly problems: ProfileProblems } {
  const text = (name: string) => String(form.get(name) ?? '');
  const number = (name: string) => (text(name).trim() === '' ? null : (parseDecimal(text(name)) ?? Number.NaN));
  const read = saveClientProfile.safeParse({
    ...key,
    name: text('name'),
    timeZone: text('timeZone').trim(),
    unit: text('unit'),
    birthYear: number('birthYear'),
    experience: text('experience') === '' ? null : text('experience'),
    runningMonths: number('runningMonths'),
    equipment: form.getAll('equipment'),
    minutesPerSession: number('minutesPerSession'),
    unavailable: form.getAll('unavailable'),
    goal: text('goal'),
    painSites: form.getAll('painSites'),
    healthNotes: text('healthNotes'),
  });
  if (read.success) return { input: read.data };
  return {
    problems: Object.fromEntries(
      // The first sentence about a field is the one to act on.
      [...read.error.issues].reverse().map((issue) => [String(issue.path[0] ?? ''), issue.message]),
    ),
  };
}
