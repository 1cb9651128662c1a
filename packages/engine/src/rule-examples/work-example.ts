import type { RuleCase, RuleExample, WorkedExample } from '../rule-example.ts';
import { workCheckIn, workScreening } from './work-health.ts';
import { workEstimate, workGap, workLog, workMissed, workPain, workRung, workSeason } from './work-log.ts';
import { workProgram } from './work-program.ts';
import { workRoutine } from './work-routine.ts';
import { workRepairs, workWeek } from './work-week.ts';

/** An example after the engine has had its say; only what it says under the given rule is kept. */
export function workExample(ruleId: string, { caption, put }: RuleExample): WorkedExample {
  return { caption, ...workCase(ruleId, put) };
}

/** What the engine makes of a case. */
export type WorkedCase = Omit<WorkedExample, 'caption'>;

function workCase(ruleId: string, put: RuleCase): WorkedCase {
  switch (put.kind) {
    case 'routine':
      return workRoutine(ruleId, put);
    case 'week':
      return workWeek(ruleId, put);
    case 'repairs':
      return workRepairs(put);
    case 'program':
      return workProgram(ruleId, put);
    case 'log':
      return workLog(ruleId, put);
    case 'rung':
      return workRung(ruleId, put);
    case 'estimate':
      return workEstimate(put);
    case 'pain':
      return workPain(ruleId, put);
    case 'check_in':
      return workCheckIn(ruleId, put);
    case 'gap':
      return workGap(ruleId, put);
    case 'missed':
      return workMissed(ruleId, put);
    case 'season':
      return workSeason(ruleId, put);
    case 'screening':
      return workScreening(ruleId, put);
    default: {
      const unknown: never = put;
      throw new TypeError(`Unknown case: ${JSON.stringify(unknown)}`);
    }
  }
}
