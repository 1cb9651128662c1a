// How a runner feels today, and what a screening says.
import { type CheckIn, judgeReadiness } from '../adapt/judge-readiness.ts';
import { type ScreeningAnswers, screen } from '../adapt/screen.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { ExampleLine, RuleCase } from '../rule-example.ts';
import { factLine, sayReasons } from './say.ts';
import type { WorkedCase } from './work-example.ts';

type Put<Kind extends RuleCase['kind']> = Extract<RuleCase, { readonly kind: Kind }>;

const quiet = { cannotTell: [], faults: [] } as const;

const well: CheckIn = {
  soreness: 4,
  sleep: 4,
  fatigue: 4,
  mood: 4,
  isIll: false,
  hasFever: false,
  hasRedPain: false,
  variability: null,
};

const feelings = [
  ['soreness', 'Soreness'],
  ['sleep', 'Sleep'],
  ['fatigue', 'Tiredness'],
  ['mood', 'Mood'],
] as const;

export function workCheckIn(ruleId: string, { checkIn }: Put<'check_in'>): WorkedCase {
  const all = { ...well, ...checkIn };
  const lines: ExampleLine[] = feelings.map(([name, label]) =>
    factLine(label, all[name] === null ? 'Not said' : `${all[name]} of 5, 5 the best`),
  );
  if (all.hasFever) lines.push(factLine('Fever', 'Yes'));
  else if (all.isIll) lines.push(factLine('Ill', 'Yes'));
  return { ...quiet, lines, said: sayReasons(ruleId, [judgeReadiness(all, defaultParameters).reason]) };
}

/** What somebody answers whom nothing keeps from training. */
export const healthyAnswers: ScreeningAnswers = {
  age: 34,
  answers: [false, false, false, false, false, false, false],
  answeredOn: '2026-01-05',
  today: '2026-03-02',
  hasChanged: false,
  isCleared: false,
  pregnantWeeks: null,
  weeksSinceBirth: null,
  hasOsteoporosis: false,
  hasFragilityFracture: false,
  hasBoneStressHistory: false,
  hasLowEnergySigns: false,
};

export function workScreening(ruleId: string, { answers }: Put<'screening'>): WorkedCase {
  const all = { ...healthyAnswers, ...answers };
  const facts: readonly (readonly [label: string, text: string, isStated: boolean])[] = [
    ['Age', `${all.age}`, true],
    ['Readiness questionnaire', all.answers.includes(true) ? 'A yes among the answers' : 'No to every question', true],
    ['Answered on', `${all.answeredOn}, asked on ${all.today}`, answers.answeredOn !== undefined],
    ['Health', 'Has changed since', all.hasChanged],
    ['Cleared', 'By a professional', all.isCleared],
    ['Pregnant', `${all.pregnantWeeks} weeks`, all.pregnantWeeks !== null],
    ['Gave birth', `${all.weeksSinceBirth} weeks ago`, all.weeksSinceBirth !== null],
    ['Osteoporosis', 'Yes', all.hasOsteoporosis],
    ['Fractures after small falls', 'Yes', all.hasFragilityFracture],
    ['Bone stress injury', 'Earlier', all.hasBoneStressHistory],
    ['Signs of too little energy', 'Yes', all.hasLowEnergySigns],
  ];
  return {
    ...quiet,
    lines: facts.flatMap(([label, text, isStated]) => (isStated ? [factLine(label, text)] : [])),
    said: sayReasons(ruleId, screen(all).reasons),
  };
}
