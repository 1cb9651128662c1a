import type { ClientView } from '@groundwork/api/views/client';
import { equipmentLabels, experienceLabels, painSiteLabels, weekdayLabels } from '@groundwork/engine/labels';
import { joinWords } from '@groundwork/ui/count-words';
import type { ProfileInput } from './read-profile-form.ts';

export interface ProfileDifference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

const words = (list: readonly string[]): string => (list.length === 0 ? 'none' : joinWords(list));
const known = (value: string | number | null): string => (value === null || value === '' ? 'not said' : String(value));

/** The fields in which what she typed differs from what stands now, both in words. */
export function listProfileDifferences(mine: ProfileInput, theirs: ClientView): readonly ProfileDifference[] {
  const { profile, health } = theirs;
  const rows: readonly ProfileDifference[] = [
    { label: 'Name', mine: mine.name, theirs: profile.name },
    { label: 'Time zone', mine: mine.timeZone, theirs: profile.timeZone },
    { label: 'Unit', mine: mine.unit, theirs: profile.unit },
    { label: 'Birth year', mine: known(mine.birthYear), theirs: known(profile.birthYear) },
    {
      label: 'Experience',
      mine: mine.experience ? experienceLabels[mine.experience] : 'not said',
      theirs: profile.experience ? experienceLabels[profile.experience] : 'not said',
    },
    { label: 'Months of running', mine: known(mine.runningMonths), theirs: known(profile.runningMonths) },
    { label: 'Longest session', mine: known(mine.minutesPerSession), theirs: known(profile.minutesPerSession) },
    {
      label: 'Kit',
      mine: words(mine.equipment.map((item) => equipmentLabels[item])),
      theirs: words(profile.equipment.map((item) => equipmentLabels[item])),
    },
    {
      label: 'Days without strength',
      mine: words(mine.unavailable.map((day) => weekdayLabels[day])),
      theirs: words(profile.unavailable.map((day) => weekdayLabels[day])),
    },
    { label: 'Goal', mine: known(mine.goal), theirs: known(profile.goal) },
    {
      label: 'Where it hurts',
      mine: words(mine.painSites.map((site) => painSiteLabels[site])),
      theirs: words(health.painSites.map((site) => painSiteLabels[site])),
    },
    { label: 'Health note', mine: known(mine.healthNotes), theirs: known(health.notes) },
  ];
  return rows.filter((row) => row.mine !== row.theirs);
}
