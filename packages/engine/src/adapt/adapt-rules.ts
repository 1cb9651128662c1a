import type { Rule } from '../rule.ts';

/** How a program answers what is done and how it felt. */
export const adaptRules: readonly Rule[] = [
  {
    id: 'ROUNDING',
    title: 'Only what can be loaded',
    statement: 'a load is rounded to the plates, dumbbells or stack at hand, ties down',
    why: 'A change always changes something: a step if it is at most 10 % of the load, else a rep. A cut takes at least one step.',
    source: 'Product decision',
    strength: 'product decision',
    parameters: ['incrementPercent'],
  },
  {
    id: 'ONE_REP_MAX',
    title: 'A single is estimated, never tested',
    statement: 'from a set of ten reps at most, reserve included, the mean of Epley and Brzycki',
    why: 'Both formulas agree at ten reps and drift above. Nobody is asked to lift a maximum, and nobody under 18 gets a number.',
    source: 'Epley and Brzycki; the limits are a product decision',
    strength: 'evidence',
    parameters: [],
  },
  {
    id: 'RESERVE',
    title: 'The reserve corrects the load',
    statement: 'each rep of reserve off target moves the load by 2.5 %, between −10 and +5 %',
    why: 'Close to the end of a set people judge within a rep; far from it they do not. In the first two weeks a report counts half.',
    source: 'NSCA chart; Zourdos 2016; Hackett 2017 on how well the reserve is judged',
    strength: 'evidence',
    parameters: ['rir', 'rirPercent', 'weekCapPercent'],
  },
  {
    id: 'BACKOFF',
    title: 'A step down in time',
    statement: 'a first set below the range, two such sets, or twice nothing in reserve takes 5 % off',
    why: 'Grinding on teaches bad reps. A second step down in a row is 10 %, and the coach hears of it.',
    source: 'Product decision',
    strength: 'product decision',
    parameters: ['backoffPercent'],
  },
  {
    id: 'LOGS',
    title: 'Logs are facts',
    statement: 'what was done is the basis of what comes next; a load 25 % off asks before it counts',
    why: 'Sets that were not done count as missed, a missing reserve says nothing, and an easy week moves nothing. A corrected log changes only what is still to come.',
    source: 'Product decision',
    strength: 'product decision',
    parameters: [],
  },
  {
    id: 'READINESS',
    title: 'How today feels',
    statement: 'an amber day takes a set off the main lifts and halves the jumps, a red day has no session',
    why: 'How one feels says more than a watch does, and a watch alone never decides. Only today changes: the working load stays.',
    source: 'Saw 2016 on how it feels; Düking 2021 on heart-rate variability; the steps are a product decision',
    strength: 'evidence',
    parameters: [],
  },
];
