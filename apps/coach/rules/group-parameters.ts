import { type ParameterName, parameters } from '@groundwork/engine/parameters';

const groups: readonly { readonly title: string; readonly names: readonly ParameterName[] }[] = [
  {
    title: 'Week and sessions',
    names: [
      'sessionsPerWeek',
      'slotsMin',
      'slotsMax',
      'heavySlotsPerWeek',
      'heavySlotsPerSession',
      'heavySlotsReduced',
      'minGapDays',
      'heavyGapHours',
      'sameDayGapHours',
      'lightEffortMax',
    ],
  },
  {
    title: 'Doses',
    names: [
      'strengthRepsMin',
      'strengthRepsMax',
      'powerRepsMin',
      'powerRepsMax',
      'highRepMax',
      'highRepThreshold',
      'enduranceReps',
      'setsStrength',
      'restStrength',
      'restPower',
      'rir',
      'rirNovice',
      'rirMinor',
    ],
  },
  {
    title: 'Getting harder',
    names: ['blockWeeks', 'incrementPercent', 'weekCapPercent', 'backoffPercent', 'rirPercent', 'missedResumeDays'],
  },
  {
    title: 'Muscles and jumps',
    names: [
      'calfAge',
      'calfSlotsMin',
      'calfSlotsTarget',
      'footRunningMonths',
      'jumpGateWeeks',
      'contactsPerSession',
      'painGreenMax',
    ],
  },
  { title: 'Races', names: ['taperDays', 'noNewExerciseDays', 'mobilityOnlyDays'] },
];

/** Every number of the engine under a head; one that no head names comes last, so that none is ever missing. */
export function groupParameters(): typeof groups {
  const placed = new Set(groups.flatMap(({ names }) => names));
  const others = (Object.keys(parameters) as ParameterName[]).filter((name) => !placed.has(name));
  return others.length === 0 ? groups : [...groups, { title: 'Other numbers', names: others }];
}
