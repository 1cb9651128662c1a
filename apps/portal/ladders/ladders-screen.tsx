import type { ClientLaddersView, LadderStep, LadderView } from '@groundwork/api/views/ladders';
import { findExercise, listLadder } from '@groundwork/engine/catalogue/catalogue';
import { ladderLabels } from '@groundwork/engine/labels';
import type { Ladder } from '@groundwork/engine/vocabulary';
import { countOf, countWord } from '@groundwork/ui/count-words';
import { formatDate } from '@groundwork/ui/format-date';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { LadderPath, type LadderRung } from '@groundwork/ui/training/ladder-path';
import { PrescriptionLine } from '@groundwork/ui/training/prescription-line';
import { LazyLink } from '../frame/lazy-link.tsx';

/** One ladder drawn as one, the others below it. */
export function LaddersScreen({
  view,
  wanted,
}: {
  readonly view: ClientLaddersView;
  readonly wanted: Ladder | undefined;
}) {
  const shown = view.ladders.find(({ ladder }) => ladder === wanted) ?? view.ladders[0];
  if (!shown) {
    return (
      <div className="pt-2.5 lg:pt-8">
        <h1>Ladders</h1>
        <EmptyState
          figure={<ExerciseFigure exerciseId="gm_side_plank" decorative />}
          title="You climb them with your program"
        >
          Each muscle group has a ladder of exercises, easiest first. When {view.coachName} publishes your program, you
          see here which rung you stand on and which comes next.
        </EmptyState>
      </div>
    );
  }
  const others = view.ladders.filter((ladder) => ladder !== shown);
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)] lg:gap-x-14">
      <div className="pt-2.5 lg:pt-8">
        <p className="text-md text-ink-3">
          Ladder {view.ladders.indexOf(shown) + 1} of {view.ladders.length}
        </p>
        <h1 className="mt-0.5">{ladderLabels[shown.ladder]}</h1>
        <p className="mt-1.5 text-ink-2">{describePlace(shown, view.week)}</p>
        <div className="mt-5">
          <LadderPath label={`${ladderLabels[shown.ladder]} ladder`} rungs={listRungs(shown, view.week)} />
        </div>
      </div>
      {others.length > 0 ? (
        <section aria-labelledby="others" className="mt-6.5 lg:mt-8">
          <h2 id="others" className="border-b border-ink pb-1.5">
            Your other ladders
          </h2>
          <ul>
            {others.map((other) => (
              <LadderRow key={other.ladder} view={other} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function LadderRow({ view: { ladder, steps } }: { readonly view: LadderView }) {
  const at = findPlace(steps);
  const exercise = at && findExercise(at.exerciseId);
  return (
    <li className="relative flex items-baseline justify-between gap-4 border-b border-rule py-3">
      <div>
        <h3>
          <LazyLink
            href={`/ladders?ladder=${ladder}`}
            className="text-ink no-underline after:absolute after:inset-0 after:content-['']"
          >
            {ladderLabels[ladder]}
          </LazyLink>
        </h3>
        <p className="text-md text-ink-2">{exercise?.name}</p>
      </div>
      {exercise ? (
        <p className="shrink-0 text-md font-semibold tabular-nums">
          <span className="sr-only">Rung </span>
          {exercise.rung} of {listLadder(ladder).length}
        </p>
      ) : null}
    </li>
  );
}

/** Where she stands: this week's step, else the last that is past, else the first ahead. */
const findPlace = (steps: readonly LadderStep[]): LadderStep | undefined =>
  steps.find(({ state }) => state === 'current') ?? steps.findLast(({ state }) => state === 'past') ?? steps[0];

/** "Seven rungs. You are in week 3 of 6 on the third." */
function describePlace({ ladder, steps }: LadderView, week: number | null): string {
  const rungs = countOf(listLadder(ladder).length, 'rung');
  const sentence = `${rungs.charAt(0).toUpperCase()}${rungs.slice(1)}.`;
  const current = steps.find(({ state }) => state === 'current');
  if (!current || week === null) return sentence;
  const rung = findExercise(current.exerciseId)?.rung ?? 1;
  return `${sentence} You are in week ${week - current.firstWeek + 1} of ${current.lastWeek - current.firstWeek + 1} on the ${ordinal(rung)}.`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ordinal = (rung: number): string => ordinals[rung - 1] ?? countWord(rung);

/** From the rung she began on: what lies below it was never asked of her. */
function listRungs({ ladder, steps }: LadderView, week: number | null): readonly LadderRung[] {
  const rungs = listLadder(ladder);
  const trained = steps.flatMap((step) => {
    const exercise = findExercise(step.exerciseId);
    return exercise ? [{ step, rung: exercise.rung }] : [];
  });
  const place = findPlace(steps);
  const placeRung = place ? (findExercise(place.exerciseId)?.rung ?? 1) : 1;
  const lowest = Math.min(...trained.map(({ rung }) => rung));
  return rungs.slice(lowest - 1).map((alternatives, index): LadderRung => {
    const number = lowest + index;
    const step = trained.findLast(({ rung }) => rung === number)?.step;
    const exercise = (step && findExercise(step.exerciseId)) ?? alternatives[0];
    const isOn = number === placeRung;
    return {
      number,
      name: exercise?.name ?? '',
      state: isOn ? 'on' : number < placeRung ? 'done' : 'next',
      text: <RungText step={step} week={week} isFirstTrained={number === lowest && lowest > 1} />,
      ...(isOn && exercise ? { exerciseId: exercise.id } : {}),
    };
  });
}

function RungText({
  step,
  week,
  isFirstTrained,
}: {
  readonly step: LadderStep | undefined;
  readonly week: number | null;
  readonly isFirstTrained: boolean;
}) {
  const began = isFirstTrained ? ' You began here.' : '';
  if (!step) return null;
  switch (step.state) {
    case 'past':
      return (
        <>
          {formatDate(step.startsOn)} to {formatDate(step.endsOn)}.{began}
        </>
      );
    case 'current':
      return (
        <>
          Week {(week ?? step.firstWeek) - step.firstWeek + 1} of {step.lastWeek - step.firstWeek + 1}, now{' '}
          <b className="text-ink">
            <PrescriptionLine dose={step.dose} without={['rest', 'reserve', 'tempo']} />
          </b>
          .{began}
        </>
      );
    case 'ahead':
      return <>From {formatDate(step.startsOn)}, if all goes as planned.</>;
    default:
      return step.state satisfies never;
  }
}
