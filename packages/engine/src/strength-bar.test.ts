import { expect, test } from 'vitest';
import { type Screening, screen } from './adapt/screen.ts';
import { defaultParameters } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import { findStrengthBar } from './strength-bar.ts';
import { articleRunner } from './testing/article-runner.ts';
import { answerHealthy } from './testing/screening-answers.ts';
import { painSites } from './vocabulary.ts';

const noHamstrings = screened({ excludeLadders: ['hamstrings'] });

test.each<[string, Partial<Profile>, 'kit' | 'pain' | 'screening' | null]>([
  ['a whole gym', {}, null],
  ['nothing but the floor', { equipment: [] }, 'kit'],
  ['bands', { equipment: ['band', 'miniband'] }, 'kit'],
  ['a pair of dumbbells', { equipment: ['dumbbells'] }, null],
  ['sliders', { equipment: ['sliders'] }, null],
  ['pain everywhere', { painSites }, 'pain'],
  ['pain everywhere and nothing but the floor', { equipment: [], painSites }, 'kit'],
  // One site leaves the others.
  ['a painful knee', { painSites: ['anterior_knee'] }, null],
  ['sliders and a painful hamstring', { equipment: ['sliders'], painSites: ['hamstring'] }, 'pain'],
  ['sliders and a painful knee', { equipment: ['sliders'], painSites: ['anterior_knee'] }, null],
  ['a kettlebell and a painful back', { equipment: ['kettlebell'], painSites: ['low_back', 'anterior_knee'] }, 'pain'],
  ['a calf machine', { equipment: ['calf_machine'] }, null],
  ['a calf machine and a painful calf', { equipment: ['calf_machine'], painSites: ['calf'] }, 'pain'],
  // The Nordic is too much for a beginner, and too far from where one starts.
  ['an anchor, new to strength', { equipment: ['anchor'], experience: 'new' }, 'kit'],
  ['an anchor', { equipment: ['anchor'] }, null],
  ['a screening that leaves the hamstrings out', { screening: noHamstrings }, null],
  ['the same with nothing but sliders', { screening: noHamstrings, equipment: ['sliders'] }, 'screening'],
  ['the same with nothing but the floor', { screening: noHamstrings, equipment: [] }, 'kit'],
  // Pain weighs more: it is known of now.
  [
    'the same with a calf machine and a painful calf',
    { screening: noHamstrings, equipment: ['sliders', 'calf_machine'], painSites: ['calf'] },
    'pain',
  ],
  ['a track', { equipment: ['track', 'box'] }, 'kit'],
])('%s', (_, known, bar) => {
  expect(findStrengthBar({ ...articleRunner, ...known }, defaultParameters)).toBe(bar);
});

function screened(more: Partial<Screening>): Screening {
  return {
    ...screen(answerHealthy({ answeredOn: '2026-01-05', today: '2026-01-05' })),
    state: 'coach_review',
    autoPlan: 'coach_review',
    ...more,
  };
}
