import type { ScreeningAnswers } from '../adapt/screen.ts';
import { healthyAnswers } from '../rule-examples/work-health.ts';

/** What somebody answers whom nothing keeps from training, with what differs. */
export const answerHealthy = (
  more: Partial<ScreeningAnswers> & Pick<ScreeningAnswers, 'answeredOn' | 'today'>,
): ScreeningAnswers => ({ ...healthyAnswers, ...more });
