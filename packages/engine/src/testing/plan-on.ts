import type { ExerciseLog } from '../adapt/exercise-log.ts';
import { buildRecord, contextOf } from '../adapt/training-record.ts';
import type { WorkingPlan } from '../adapt/working-plan.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Program } from '../program.ts';
import { articleRunner } from './article-runner.ts';

const context = { profile: articleRunner, parameters: defaultParameters };

/** The article's runner on a day of a program, with what was logged of it; nothing is settled. */
export const planOn = (
  program: Program,
  today: PlainDate,
  logs: readonly ExerciseLog[],
  more: Partial<WorkingPlan> = {},
): WorkingPlan => ({
  program,
  record: buildRecord(logs, context),
  today,
  profile: articleRunner,
  parameters: defaultParameters,
  fixed: new Set(),
  loadableOf: (exerciseId) => contextOf(exerciseId, null, context).loadable,
  ...more,
});
