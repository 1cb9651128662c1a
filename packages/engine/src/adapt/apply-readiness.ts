// What a day's light does to the day's session: rulebook 2.6. Only today changes; no state is touched.
import { prescriptionBounds } from '../prescription-bounds.ts';
import type { PinnableField, PlannedSession, Prescription } from '../program.ts';
import type { Reason } from '../reason.ts';
import { estimateMinutes } from '../session-minutes.ts';
import type { Readiness } from './judge-readiness.ts';
import type { ProposedChange } from './proposed-change.ts';

/** The session for today; null when there is none today, and none to catch up. */
export interface TodaysSession {
  readonly session: PlannedSession | null;
  readonly changes: readonly ProposedChange[];
}

/**
 * Green leaves the session as it is. Amber takes a set off the main lifts, with the same load and one rep more in reserve,
 * and halves the jumps; red has no session. What the coach pinned is only suggested.
 */
export function applyReadiness(session: PlannedSession, { light, reason }: Readiness): TodaysSession {
  switch (light) {
    case 'green':
      return { session, changes: [] };
    case 'amber':
      return easeSession(session);
    case 'red':
      return {
        session: null,
        changes: [
          {
            code: 'TODAY_SKIPPED',
            rule: 'READINESS',
            data: reason.data,
            kind: 'change',
            target: { exerciseId: null, session: session.key, field: 'session' },
            before: session.date,
            after: null,
          },
        ],
      };
    default: {
      const unknown: never = light;
      throw new TypeError(`Unknown light: ${unknown}`);
    }
  }
}

function easeSession(session: PlannedSession): TodaysSession {
  const changes: ProposedChange[] = [];
  const prescriptions = session.prescriptions.map((prescription) => {
    const eased = listEased(prescription).filter(([field, value]) => prescription[field] !== value);
    for (const [field, value, why] of eased) {
      changes.push({
        ...why,
        kind: prescription.pinned.includes(field) ? 'suggestion' : 'change',
        target: { exerciseId: prescription.exerciseId, session: session.key, field },
        before: prescription[field],
        after: value,
      });
    }
    const made = eased.filter(([field]) => !prescription.pinned.includes(field));
    return { ...prescription, ...Object.fromEntries(made.map(([field, value]) => [field, value])) };
  });
  return { session: { ...session, prescriptions, minutes: estimateMinutes(prescriptions) }, changes };
}

type Eased = readonly [field: PinnableField & ('sets' | 'amount' | 'rir'), value: number, why: Reason];

function listEased({ goal, sets, amount, rir }: Prescription): readonly Eased[] {
  const because = (code: string, data: Reason['data']): Reason => ({ code, rule: 'READINESS', data });
  if (goal === 'power') {
    // Half the contacts, exactly where the sets are even.
    const [field, from] = sets % 2 === 0 ? (['sets', sets] as const) : (['amount', amount] as const);
    const to = Math.max(1, Math.floor(from / 2));
    return [[field, to, because('TODAY_JUMPS_HALVED', { from, to })]];
  }
  if (goal !== 'strength') return [];
  const fewer = Math.max(1, sets - 1);
  const eased: Eased[] = [['sets', fewer, because('TODAY_FEWER_SETS', { from: sets, to: fewer })]];
  if (rir !== null) {
    const more = Math.min(prescriptionBounds.rir.max, rir + 1);
    eased.push(['rir', more, because('TODAY_MORE_RESERVE', { from: rir, to: more })]);
  }
  return eased;
}
