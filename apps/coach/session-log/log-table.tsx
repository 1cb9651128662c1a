import type { PrescriptionView, SessionDetail, SetLogView } from '@groundwork/api/views/session';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { PrescriptionLine } from '@groundwork/ui/training/prescription-line';
import { NavLink } from '../shell/nav-link.tsx';
import { describeAmounts, describeGain, describeLoads, listShort } from './compare-sets.ts';

type Before = ReadonlyMap<string, readonly Pick<SetLogView, 'setNumber' | 'amount' | 'amountOtherSide' | 'load'>[]>;

/** What was asked for and what was done, exercise by exercise. */
export function LogTable({
  session,
  before,
}: {
  readonly session: SessionDetail;
  /** The sets of the last session that held each exercise. */
  readonly before: Before;
}) {
  return (
    <div className="relative overflow-x-auto">
      <Table label={`Strength ${session.label}, set by set`} rows="tall">
        <thead>
          <tr>
            <HeadCell className="min-w-44 md:min-w-60">Exercise</HeadCell>
            <HeadCell className="min-w-48">Prescribed</HeadCell>
            <HeadCell>Done</HeadCell>
            <HeadCell>Load</HeadCell>
            <HeadCell>In reserve</HeadCell>
            <HeadCell numeric>Against last time</HeadCell>
            <HeadCell className="pl-4">Note</HeadCell>
          </tr>
        </thead>
        <tbody>
          {session.prescriptions.map((prescription) => {
            const gain = describeGain(prescription.logs, before.get(prescription.exerciseId), prescription.measure);
            return (
              <Row key={prescription.prescriptionId}>
                <RowHead>
                  <span className="flex items-start justify-between gap-3">
                    <span>
                      <span className="mr-1 font-normal text-ink-3">{prescription.slot}</span>{' '}
                      <NavLink
                        href={`/library/${prescription.exerciseId}`}
                        className="text-ink no-underline hover:underline"
                      >
                        {findExercise(prescription.exerciseId)?.name ?? prescription.exerciseId}
                      </NavLink>
                    </span>
                    <ExerciseFigure exerciseId={prescription.exerciseId} className="max-md:hidden" decorative />
                  </span>
                </RowHead>
                <Cell className="text-ink-2">
                  <PrescriptionLine dose={prescription} />
                </Cell>
                <Cell className="whitespace-nowrap">{describeAmounts(prescription.logs)}</Cell>
                <Cell className="whitespace-nowrap">{describeLoads(prescription.logs)}</Cell>
                <Cell>{describeReserve(prescription.logs)}</Cell>
                <Cell numeric className={gain?.rises ? 'text-green' : 'text-ink-2'}>
                  {gain?.words ?? '–'}
                </Cell>
                <Cell className="pl-4 text-ink-2">{describeNote(prescription, session.state === 'done')}</Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

const describeReserve = (logs: readonly SetLogView[]): string => {
  const reserves = logs.map(({ rir }) => (rir === null ? '–' : String(rir)));
  return new Set(reserves).size <= 1 ? (reserves[0] ?? '–') : reserves.join(', ');
};

function describeNote(prescription: PrescriptionView, isDone: boolean): string {
  const short = listShort(prescription);
  const open = prescription.sets - prescription.logs.length;
  const parts: string[] = [];
  if (short.length > 0) {
    parts.push(
      short.length === 1
        ? `Set ${short[0]?.setNumber} short, counts as a miss.`
        : `${short.length} sets short, count as misses.`,
    );
  }
  if (open > 0) parts.push(isDone ? `${open} of ${prescription.sets} sets not done.` : `${open} to go.`);
  if (open < 0) parts.push(`${-open} more than asked for.`);
  return parts.join(' ');
}
