import type { IntakeView, ProfileGap } from '@groundwork/api/views/client';

/** The intake, one question at a time, in the order it is asked. */
export const steps = ['goal', 'running', 'strength', 'kit', 'pain', 'phone'] as const;
export type Step = (typeof steps)[number];

export const parseStep = (text: string): Step | undefined => steps.find((step) => step === text);

export const stepTitles: Readonly<Record<Step, string>> = {
  goal: 'What you run for',
  running: 'Your running week',
  strength: 'Where you start',
  kit: 'Time and kit',
  pain: 'Where it hurts',
  phone: 'Your phone',
};

/** Why each is asked: nobody answers a question whose use she cannot see. */
export const stepReasons: Readonly<Record<Step, string>> = {
  goal: 'A race moves the heavy weeks away from it. Without one the program simply goes on.',
  running:
    'Strength goes round your runs: never on a long or fast day, nor the day before speed, nor after the long run.',
  strength: 'It decides on which rung of each ladder you begin.',
  kit: 'Only what you can reach is asked of you, and no session is longer than your time.',
  pain: 'What loads a sore spot is left out or made easier. Stored sealed; only your coaches can read it.',
  phone: 'Decides when your day begins and how weights are shown.',
};

const gapSteps: Readonly<Record<ProfileGap, Step>> = {
  runningWeek: 'running',
  birthYear: 'strength',
  experience: 'strength',
  runningMonths: 'strength',
  minutesPerSession: 'kit',
};

/** The first step with something that a program still needs; undefined when it can be built. */
export function findOpenStep({ missing }: Pick<IntakeView, 'missing'>): Step | undefined {
  const open = new Set(missing.map((gap) => gapSteps[gap]));
  return steps.find((step) => open.has(step));
}

/** The step after this one; undefined after the last. */
export const stepAfter = (step: Step): Step | undefined => steps[steps.indexOf(step) + 1];
