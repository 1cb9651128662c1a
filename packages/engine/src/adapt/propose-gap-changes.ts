// The first week back after days without strength (rule GAP), on top of what the last sessions led to.
import { findExercise } from '../catalogue/catalogue.ts';
import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';
import type { Program, ProgramWeek } from '../program.ts';
import { lowerLoad } from '../round-load.ts';
import { daysPerWeek } from '../run-calendar.ts';
import { collectProposals, type KindedEdit } from './collect-proposals.ts';
import { draftSessions } from './draft-sessions.ts';
import { groupEdits } from './group-edits.ts';
import { prescribeInstead } from './prescribe-instead.ts';
import type { Proposal } from './proposal.ts';
import { proposeAfterGap } from './propose-after-gap.ts';
import { watchStrength } from './strength-keeper.ts';
import { listComing, type WorkingPlan } from './working-plan.ts';

const gapCodes: ReadonlySet<string> = new Set(['GAP_EASE', 'GAP_RESTART', 'GAP_RUNG_DOWN']);

/** The week that begins with the next session, when that comes after a gap; its days, first and last. */
export function findWeekBack(plan: WorkingPlan): readonly [first: PlainDate, last: PlainDate] | undefined {
  const { record, today, program, parameters } = plan;
  if (record.lastDate === null) return undefined;
  const first =
    listComing(plan, today, addDays(today, daysPerWeek))[0] ?? listComing(plan, today, lastDayOf(program))[0];
  if (!first || daysBetween(record.lastDate, first.session.date) <= parameters.missedResumeDays) return undefined;
  return [first.session.date, addDays(first.session.date, daysPerWeek - 1)];
}

/** Nothing while the next session is near enough to the last one, and nothing before the first. */
export function proposeGapChanges(plan: WorkingPlan): readonly Proposal[] {
  const { record, program, profile, parameters, loadableOf } = plan;
  const weekBack = findWeekBack(plan);
  if (record.lastDate === null || weekBack === undefined) return [];
  const [firstDay, lastDay] = weekBack;
  const gapDays = daysBetween(record.lastDate, firstDay);
  const coming = listComing(plan, firstDay, lastDayOf(program));
  const block = coming[0]?.week.block;
  const loads = Object.fromEntries([...record.steps].map(([exerciseId, { state }]) => [exerciseId, state.load]));
  const keepsStrength = watchStrength();
  const drafts = draftSessions();
  const edits = coming
    .filter(({ week, session }) => session.date <= lastDay || week.block === block)
    .flatMap(({ week, session }): readonly KindedEdit[] => {
      const changes = proposeAfterGap({
        session,
        // What a longer gap asks for takes the place of what a shorter one did; the same is asked once.
        isOpen: ({ reasons }) => {
          const answered = reasons.findLast(({ code }) => gapCodes.has(code));
          return answered === undefined || (answered.code === 'GAP_EASE' && gapDays > parameters.missedEaseDays);
        },
        gapDays,
        loads,
        loadableOf,
        runner: profile,
        parameters,
      });
      const swaps = changes.flatMap((change): readonly KindedEdit[] => {
        const exercise = findExercise(String(change.after));
        const prescription = session.prescriptions.find(({ exerciseId }) => exerciseId === change.before);
        if (!exercise || !prescription || !keepsStrength(week, session, prescription, exercise.defaultGoal)) return [];
        const why = { code: change.code, rule: change.rule, data: change.data };
        const known = loads[exercise.id];
        const load = known ? lowerLoad(known, parameters.missedRestartPercent, loadableOf(exercise.id)) : null;
        const draft = drafts.now(session);
        const after = prescribeInstead({
          week,
          session: draft,
          prescription,
          exercise,
          profile,
          parameters,
          load,
          why,
        });
        const { slot, exerciseId: before } = prescription;
        drafts.replace(session, slot, after);
        return [{ kind: change.kind, edit: { kind: 'replace', session: session.key, slot, before, after, why } }];
      });
      // A rung down stays for the rest of the block; the lighter loads are for the first week back.
      return session.date <= lastDay ? [...swaps, ...groupEdits(session, changes)] : swaps;
    });
  return collectProposals('gap', edits);
}

function lastDayOf({ weeks }: Program): PlainDate {
  const { startsOn } = weeks[weeks.length - 1] as ProgramWeek;
  return addDays(startsOn, daysPerWeek - 1);
}
