import { newId } from '@groundwork/db/new-id';
import type { prescription, session, setLog } from '@groundwork/db/schema/session';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { daysBetween, type PlainDate } from '@groundwork/engine/plain-date';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { sealedNote } from '../sealed-words.ts';
import type { Story } from './demo-people.ts';

type NewSession = typeof session.$inferInsert;
type NewPrescription = typeof prescription.$inferInsert;
type NewSetLog = typeof setLog.$inferInsert;

interface Simulated {
  readonly sessions: readonly NewSession[];
  readonly logs: readonly NewSetLog[];
}

const notes = [
  'Felt strong today.',
  'Last set was hard, form held.',
  'Legs a little heavy from Saturday.',
  'Rack was taken, waited five minutes.',
  'Left side wobbles more than the right.',
];

/** What a runner did of the sessions that were due: plausible sets that follow the plan with the odd miss. */
export function simulateLogs(plan: {
  readonly sessions: readonly NewSession[];
  readonly prescriptions: readonly NewPrescription[];
  readonly story: Story;
  readonly unit: LoadUnit;
  readonly today: PlainDate;
  readonly random: () => number;
  /** What she lifts where nothing is prescribed, in hundredths of her unit. */
  readonly ownLoads: ReadonlyMap<string, number>;
}): Simulated {
  const { story, today, random } = plan;
  const due = plan.sessions.filter(({ date }) => date < today);
  const newest = due.at(-1);
  const logs: NewSetLog[] = [];
  const sessions = plan.sessions.map((planned): NewSession => {
    if (planned.date >= today) return planned;
    const luck = random();
    const isNewest = planned === newest;
    if (story.silentDays !== undefined && daysBetween(planned.date, today) <= story.silentDays) return planned;
    if (isNewest && story.missedLast) return planned;
    if (luck > story.keeps && !(isNewest && story.hurt)) return planned;
    const lines = plan.prescriptions.filter(({ sessionId }) => sessionId === planned.id);
    const start = startOf(planned.date, random);
    const hurt = isNewest && story.hurt === true;
    const end = logSession({ ...plan, planned, lines, start, hurt, logs });
    const note = hurt ? 'Left Achilles 6 of 10 on the second set. I stopped the calf work there.' : pickNote(random);
    return {
      ...planned,
      status: 'done',
      startedAt: start,
      finishedAt: end,
      effortHalves: hurt ? 8 : 11 + Math.floor(random() * 5),
      ...sealedNote(note, { practiceId: planned.practiceId, sessionId: planned.id }),
    };
  });
  return { sessions, logs };
}

const pickNote = (random: () => number): string =>
  random() < 0.22 ? (notes[Math.floor(random() * notes.length)] ?? '') : '';

/** Early morning or after work. */
function startOf(date: PlainDate, random: () => number): Date {
  const hour = random() < 0.5 ? 5 : 16;
  return new Date(`${date}T${String(hour).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}:00Z`);
}

function logSession(call: {
  readonly planned: NewSession;
  readonly lines: readonly NewPrescription[];
  readonly start: Date;
  readonly hurt: boolean;
  readonly unit: LoadUnit;
  readonly random: () => number;
  readonly ownLoads: ReadonlyMap<string, number>;
  readonly logs: NewSetLog[];
}): Date {
  const { planned, lines, random, hurt } = call;
  let clock = call.start.getTime() + 300_000;
  for (const line of lines) {
    const isCalf = findExercise(line.exerciseId)?.area === 'calves';
    const sets = hurt && isCalf ? Math.min(2, line.sets) : line.sets;
    for (let setNumber = 1; setNumber <= sets; setNumber++) {
      const work = line.measure === 'seconds' ? line.amount : line.amount * 4;
      clock += (work * (line.perSide ? 2 : 1) + 10) * 1000;
      const isLast = setNumber === line.sets;
      const isShort = (isLast && random() < 0.07) || (hurt && isCalf && setNumber === 2);
      const amount = isShort ? Math.max(1, line.amount - (line.measure === 'seconds' ? 5 : 2)) : line.amount;
      const load = loadOf(call, line);
      call.logs.push({
        practiceId: planned.practiceId,
        id: newId(),
        sessionId: planned.id,
        prescriptionId: line.id,
        clientId: planned.clientId,
        exerciseId: line.exerciseId,
        setNumber,
        amount,
        loadHundredths: load,
        loadUnit: load === null ? null : (line.loadUnit ?? call.unit),
        rirHalves: rirOf(line, isShort, random),
        loggedAt: new Date(clock),
        receivedAt: new Date(clock + 800),
      });
      clock += line.restSeconds * 1000;
    }
    if (hurt && isCalf) break;
  }
  return new Date(clock + 60_000);
}

function loadOf(call: { readonly ownLoads: ReadonlyMap<string, number> }, line: NewPrescription): number | null {
  if (line.loadHundredths != null) return line.loadHundredths;
  return findExercise(line.exerciseId)?.loadType === 'external' ? (call.ownLoads.get(line.exerciseId) ?? null) : null;
}

function rirOf(line: NewPrescription, isShort: boolean, random: () => number): number | null {
  if (line.rirHalves == null) return null;
  if (isShort) return 0;
  const drift = random() < 0.6 ? 0 : random() < 0.5 ? 2 : -2;
  return Math.min(10, Math.max(0, line.rirHalves + drift));
}
