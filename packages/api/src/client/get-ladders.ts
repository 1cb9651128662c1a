import { program, programVersion } from '@groundwork/db/schema/program';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { addDays, daysBetween, mondayOf } from '@groundwork/engine/plain-date';
import type { Prescription, Program } from '@groundwork/engine/program';
import type { Ladder } from '@groundwork/engine/vocabulary';
import { and, desc, eq } from 'drizzle-orm';
import { findToday } from '../today.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientLaddersView, LadderStep, LadderView } from '../views/ladders.ts';
import { findOwnRecord } from './own-record.ts';

/** Where the client is on every ladder of the program that she sees, in two round trips. */
export async function getLadders(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
}): Promise<ClientLaddersView> {
  const { scope, now } = call;
  const { practiceId, me } = scope;
  const [{ client, coachName }, versions] = await Promise.all([
    findOwnRecord(scope),
    scope.tx
      .select({ content: programVersion.content })
      .from(programVersion)
      .innerJoin(
        program,
        and(eq(program.practiceId, programVersion.practiceId), eq(program.id, programVersion.programId)),
      )
      .where(
        and(
          eq(programVersion.practiceId, practiceId),
          eq(program.clientId, me.clientId),
          eq(program.status, 'published'),
        ),
      )
      .orderBy(desc(program.startsOn), desc(programVersion.number))
      .limit(1),
  ]);
  const content = versions[0]?.content;
  if (!content) return { clientId: client.id, coachName, week: null, ladders: [] };
  const monday = mondayOf(findToday(client.timeZone, now));
  const week = daysBetween(content.startsOn, monday) / 7 + 1;
  return {
    clientId: client.id,
    coachName,
    week: week >= 1 && week <= content.weeks.length ? week : null,
    ladders: listLadders(content, week),
  };
}

function listLadders(content: Program, week: number): readonly LadderView[] {
  const steps = new Map<Ladder, LadderStep[]>();
  for (const { number, startsOn, sessions } of content.weeks) {
    for (const prescription of sessions.flatMap((session) => session.prescriptions)) {
      const ladder = findExercise(prescription.exerciseId)?.ladder;
      if (!ladder) continue;
      const ofLadder = steps.get(ladder) ?? [];
      steps.set(ladder, ofLadder);
      const open = ofLadder.find((step) => step.exerciseId === prescription.exerciseId && step.lastWeek >= number - 1);
      if (!open) {
        ofLadder.push({
          exerciseId: prescription.exerciseId,
          firstWeek: number,
          lastWeek: number,
          startsOn,
          endsOn: addDays(startsOn, 6),
          state: stateOf(number, number, week),
          dose: doseOf(prescription),
        });
        continue;
      }
      if (open.lastWeek === number) continue;
      ofLadder[ofLadder.indexOf(open)] = {
        ...open,
        lastWeek: number,
        endsOn: addDays(startsOn, 6),
        state: stateOf(open.firstWeek, number, week),
        dose: number <= week ? doseOf(prescription) : open.dose,
      };
    }
  }
  return [...steps]
    .map(([ladder, ofLadder]): LadderView => ({ ladder, steps: ofLadder }))
    .sort((a, b) => Number(isTrained(b)) - Number(isTrained(a)));
}

const isTrained = ({ steps }: LadderView): boolean => steps.some(({ state }) => state === 'current');

const stateOf = (firstWeek: number, lastWeek: number, week: number): LadderStep['state'] =>
  lastWeek < week ? 'past' : firstWeek > week ? 'ahead' : 'current';

const doseOf = ({
  sets,
  measure,
  amount,
  perSide,
  load,
  restSeconds,
  rir,
  explosive,
  tempo,
}: Prescription): LadderStep['dose'] => ({
  sets,
  measure,
  amount,
  perSide,
  load,
  restSeconds,
  rir,
  explosive,
  tempo,
});
