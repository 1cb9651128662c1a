import type { ScreeningAnswers } from '../adapt/screen.ts';

/** What somebody answers whom nothing keeps from training, with what differs. */
export const answerHealthy = (
  more: Partial<ScreeningAnswers> & Pick<ScreeningAnswers, 'answeredOn' | 'today'>,
): ScreeningAnswers => ({
  age: 34,
  answers: [false, false, false, false, false, false, false],
  hasChanged: false,
  isCleared: false,
  pregnantWeeks: null,
  weeksSinceBirth: null,
  hasOsteoporosis: false,
  hasFragilityFracture: false,
  hasBoneStressHistory: false,
  hasLowEnergySigns: false,
  ...more,
});
