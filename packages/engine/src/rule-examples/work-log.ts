// What was done, or left out, and what the engine makes of it.
import { estimateOneRepMax, type OneRepMaxProblem } from '../adapt/estimate-one-rep-max.ts';
import type { ExerciseLog } from '../adapt/exercise-log.ts';
import { startExercise } from '../adapt/exercise-state.ts';
import { handleGap } from '../adapt/handle-gap.ts';
import { handleMissed } from '../adapt/handle-missed.ts';
import { judgePain, type PainReport } from '../adapt/judge-pain.ts';
import { planMaintenance } from '../adapt/plan-maintenance.ts';
import { step } from '../adapt/step.ts';
import type { StepContext } from '../adapt/step-context.ts';
import { formatSets } from '../format-prescription.ts';
import { painSiteLabels, runKindLabels, sessionLoadLabels, weekdayLabels, weekPhaseLabels } from '../labels.ts';
import { formatLoad } from '../load.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { suggestRung } from '../progression.ts';
import type { DoneSession, ExampleLine, RuleCase } from '../rule-example.ts';
import { findRule } from '../rules.ts';
import { joinWords, startSentence, writeCount, writeExercise } from '../text-parts.ts';
import { weekdays } from '../vocabulary.ts';
import { exampleDose } from './example-runner.ts';
import { factLine, headingLine, sayReasons } from './say.ts';
import type { WorkedCase } from './work-example.ts';

type Put<Kind extends RuleCase['kind']> = Extract<RuleCase, { readonly kind: Kind }>;

const quiet = { cannotTell: [], faults: [] } as const;
const firstMonday: PlainDate = '2026-01-05';
const plateStep = 250;

/** Each session is asked for as the step before it left it; what is said is what the last one leads to. */
export function workLog(ruleId: string, put: Put<'log'>): WorkedCase {
  const planned = { ...exampleDose, ...put.planned };
  const context: StepContext = {
    parameters: defaultParameters,
    age: put.age ?? 34,
    loadable: put.loadable ?? plateStep,
    unit: 'kg',
    reservesSince: '2025-01-01',
  };
  let state = startExercise(planned);
  const lines: ExampleLine[] = [];
  let said: WorkedCase['said'] = [];
  put.sessions.forEach((done, index) => {
    const asked = { ...planned, amount: state.amount, load: state.load, tempo: state.tempo };
    lines.push({
      ...factLine(`Week ${index + 1} asks`, `${writeExercise(asked.exerciseId)} ${sayAsked(asked)}`),
      exerciseId: asked.exerciseId,
    });
    lines.push(factLine('Done', sayDone(done, asked)));
    const next = step(state, logOf(done, asked, index), context);
    said = sayReasons(ruleId, [next.why, ...next.changes]);
    state = next.state;
  });
  lines.push(
    factLine('Next time', sayAsked({ ...planned, amount: state.amount, load: state.load, tempo: state.tempo })),
  );
  return { ...quiet, lines, said };
}

function logOf(done: DoneSession, planned: ExerciseLog['planned'], index: number): ExerciseLog {
  const load = done.load ?? planned.load;
  return {
    session: `w${String(index + 1).padStart(2, '0')}-A`,
    slot: 'A1',
    revision: 0,
    date: addDays(firstMonday, index * weekdays.length),
    block: 1,
    phase: done.phase ?? 'build',
    planned,
    sets: done.reps.map((amount) => ({ amount, load, rir: done.rir })),
    pain: done.pain ?? null,
    isEased: false,
    isConfirmed: false,
  };
}

function sayAsked(planned: ExerciseLog['planned']): string {
  const { load, rir, tempo } = planned;
  return [
    formatSets({ ...planned, perSide: false, explosive: false, restSeconds: 0 }),
    ...(load ? [formatLoad(load)] : []),
    ...(rir === null ? [] : [`${rir} in reserve`]),
    ...(tempo ? [`tempo ${tempo}`] : []),
  ].join(', ');
}

function sayDone({ reps, rir, load, pain, phase }: DoneSession, planned: ExerciseLog['planned']): string {
  if (reps.length === 0) return 'Nothing';
  const lifted = load ?? planned.load;
  return [
    `${reps.join(', ')} ${planned.measure === 'seconds' ? 's' : 'reps'}`,
    ...(lifted ? [formatLoad(lifted)] : []),
    ...(rir === null ? [] : [`${rir} in reserve`]),
    ...(pain === undefined ? [] : [`pain ${pain} of 10`]),
    ...(phase === undefined || phase === 'build' ? [] : [weekPhaseLabels[phase].toLowerCase()]),
  ].join(', ');
}

export function workRung(ruleId: string, { input }: Put<'rung'>): WorkedCase {
  const { current, weeksDone, criteriaMet, painMax } = input;
  const [best] = suggestRung(input);
  return {
    ...quiet,
    lines: [
      { ...factLine('Exercise', writeExercise(current)), exerciseId: current },
      factLine('So far', startSentence(writeCount(weeksDone, 'week'))),
      factLine('Top of the range', criteriaMet ? 'Reached in two sessions' : 'Not reached twice'),
      factLine('Worst pain', `${painMax} of 10`),
      ...(best && best.next !== current
        ? [{ ...factLine('Then', writeExercise(best.next)), exerciseId: best.next }]
        : [factLine('Then', 'The same exercise')]),
    ],
    said: best ? sayReasons(ruleId, [best.reason]) : [],
  };
}

const noEstimate: Readonly<Record<OneRepMaxProblem['code'], string>> = {
  no_load: 'Without a weight there is nothing to estimate from.',
  too_few_reps: 'A weight that was not lifted says nothing.',
  too_many_reps: 'Reps and reserve come to more than ten, and the formulas drift apart there.',
  minor: 'Nobody under 18 gets a number.',
};

export function workEstimate({ input }: Put<'estimate'>): WorkedCase {
  const { load, reps, rir, age } = input;
  const estimate = estimateOneRepMax(input);
  const rule = findRule('ONE_REP_MAX');
  const say = (code: string, title: string, claim: string) => ({
    code,
    explanation: {
      title,
      claim,
      rule: { id: 'ONE_REP_MAX', statement: rule?.statement ?? '' },
      source: rule?.source ?? '',
      instead: null,
    },
  });
  return {
    ...quiet,
    lines: [
      factLine('Set', `${reps} reps at ${formatLoad(load)}`),
      factLine('Reserve', rir === null ? 'Not said' : `${rir} left`),
      factLine('Age', `${age}`),
    ],
    said: estimate.ok
      ? [
          say(
            'estimate',
            estimate.value.shown,
            `Epley gives ${formatLoad(estimate.value.epley)}, Brzycki ${formatLoad(estimate.value.brzycki)}.`,
          ),
        ]
      : estimate.problems.map(({ code }) => say(code, 'No estimate', noEstimate[code])),
  };
}

const calm: PainReport = {
  date: '2026-03-02',
  site: 'achilles',
  during: 0,
  nextMorning: 0,
  baseline: 0,
  isRising: false,
  flags: [],
};

export function workPain(ruleId: string, { report, before }: Put<'pain'>): WorkedCase {
  const pain = { ...calm, ...report };
  const { reason } = judgePain(pain, defaultParameters, before);
  return {
    ...quiet,
    lines: [
      factLine('Site', painSiteLabels[pain.site]),
      factLine('During', `${pain.during} of 10`),
      factLine('Next morning', pain.nextMorning === null ? 'Not known yet' : `${pain.nextMorning} of 10`),
      ...(pain.isRising ? [factLine('This week', 'On its way up')] : []),
      ...(pain.flags.length > 0
        ? [factLine('Signs', startSentence(joinWords(pain.flags.map((flag) => flag.replaceAll('_', ' ')))))]
        : []),
      ...(before ?? []).map(({ date, light }) => factLine(date, `${light} light`)),
    ],
    said: sayReasons(ruleId, [reason]),
  };
}

export function workGap(ruleId: string, { days }: Put<'gap'>): WorkedCase {
  const load = exampleDose.load;
  const plan = handleGap({ gapDays: days, load, loadable: plateStep, parameters: defaultParameters });
  return {
    ...quiet,
    lines: [
      factLine('Without strength', startSentence(writeCount(days, 'day'))),
      ...(load ? [factLine('Before', formatLoad(load))] : []),
      factLine('After', plan.load === null ? 'An easier exercise' : formatLoad(plan.load)),
    ],
    said: sayReasons(ruleId, [plan.reason]),
  };
}

export function workMissed(ruleId: string, { input }: Put<'missed'>): WorkedCase {
  const { change, warnings } = handleMissed({ ...input, parameters: defaultParameters });
  return {
    ...quiet,
    lines: weekdays.map((day, index) => {
      const planned = input.planned.find((one) => one.day === day);
      const parts = [
        runKindLabels[input.week[index] ?? 'rest'],
        ...(planned ? [`${sessionLoadLabels[planned.load].toLowerCase()} strength session`] : []),
        ...(day === input.missed ? ['missed'] : []),
        ...(day === input.today ? ['today'] : []),
      ];
      return factLine(weekdayLabels[day], parts.join(', '));
    }),
    said: sayReasons(ruleId, [change, ...warnings]),
  };
}

export function workSeason(ruleId: string, { age }: Put<'season'>): WorkedCase {
  const { reason, sessions, setsMin } = planMaintenance(age);
  return {
    ...quiet,
    lines: [
      factLine('Age', `${age}`),
      headingLine('In season'),
      factLine('A week', startSentence(writeCount(sessions, 'session'))),
      factLine('Sets', `${setsMin} of each exercise at least, with the load kept`),
    ],
    said: sayReasons(ruleId, [reason]),
  };
}
