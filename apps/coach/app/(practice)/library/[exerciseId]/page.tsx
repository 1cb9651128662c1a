import { findExercise, listLadder } from '@groundwork/engine/catalogue/catalogue';
import { formatRest } from '@groundwork/engine/format-prescription';
import {
  areaLabels,
  equipmentLabels,
  exerciseFlagLabels,
  goalLabels,
  ladderLabels,
  loadTypeLabels,
  painSiteLabels,
} from '@groundwork/engine/labels';
import { joinWords } from '@groundwork/ui/count-words';
import { listDrawnKits } from '@groundwork/ui/figures/poses';
import { FactList } from '@groundwork/ui/primitives/fact-list';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { describeKit } from '../../../../library/describe-kit.ts';
import { LadderList } from '../../../../library/ladder-list.tsx';
import { NavLink } from '../../../../shell/nav-link.tsx';

type Params = { params: Promise<{ exerciseId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: findExercise((await params).exerciseId)?.name ?? 'Exercise' };
}

export default async function ExercisePage({ params }: Params) {
  const exercise = findExercise((await params).exerciseId);
  if (!exercise) notFound();
  const { prescription: dose, measure, perSide, painWatch, optionalEquipment, flags } = exercise;
  const unit = measure === 'seconds' ? ' s' : ' reps';
  const rungs = listLadder(exercise.ladder);
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <MarginColumns
        marginLabel="Facts and ladder"
        margin={
          <>
            <SectionHead>Facts</SectionHead>
            <FactList
              facts={[
                { label: 'Area', value: areaLabels[exercise.area] },
                { label: 'Muscles', value: joinWords(exercise.primaryMuscles) },
                { label: 'Kit', value: describeKit(exercise) },
                ...(optionalEquipment.length > 0
                  ? [
                      {
                        label: 'Better with',
                        value: joinWords(optionalEquipment.map((item) => equipmentLabels[item].toLowerCase())),
                      },
                    ]
                  : []),
                { label: 'Made harder by', value: loadTypeLabels[exercise.loadType].toLowerCase() },
                { label: 'Goal', value: goalLabels[exercise.defaultGoal].toLowerCase() },
                {
                  label: 'Usual dose',
                  value: `${dose.sets} × ${dose.min === dose.max ? dose.min : `${dose.min} to ${dose.max}`}${unit}${perSide ? ' a side' : ''}, ${formatRest(dose.restSeconds)} rest`,
                },
                ...(painWatch.length > 0
                  ? [{ label: 'Loads', value: joinWords(painWatch.map((site) => painSiteLabels[site].toLowerCase())) }]
                  : []),
                ...(flags.length > 0
                  ? [{ label: 'Mind', value: joinWords(flags.map((flag) => exerciseFlagLabels[flag].toLowerCase())) }]
                  : []),
              ]}
            />
            <SectionHead note={`${rungs.length} rungs, hardest on top`}>{ladderLabels[exercise.ladder]}</SectionHead>
            <LadderList rungs={rungs} current={exercise.id} />
          </>
        }
      >
        <PageHead
          kicker={
            <>
              <NavLink href="/library">Library</NavLink>, {areaLabels[exercise.area].toLowerCase()}, rung{' '}
              {exercise.rung} of {rungs.length}
            </>
          }
          title={exercise.name}
          deck={`${exercise.purpose.charAt(0).toUpperCase()}${exercise.purpose.slice(1)}${exercise.purpose.endsWith('.') ? '' : '.'}`}
        />
        {exercise.aliases.length > 0 ? (
          <p className="mt-1 text-sm text-ink-3">Also called {joinWords(exercise.aliases)}</p>
        ) : null}
        <div className="mt-6 max-w-96">
          <ExerciseFigure exerciseId={exercise.id} size="full" moving className="max-h-80" />
          {listDrawnKits(exercise.id).map((kit) => (
            <figure key={kit} className="mt-6">
              <ExerciseFigure exerciseId={exercise.id} size="full" kit={kit} moving className="max-h-80" />
              <figcaption className="mt-1 text-xs text-ink-3">With: {equipmentLabels[kit].toLowerCase()}</figcaption>
            </figure>
          ))}
        </div>
        <SectionHead>How</SectionHead>
        <ol className="max-w-measure font-serif text-lg">
          {exercise.cues.map((cue, index) => (
            <li key={cue} className="grid grid-cols-[1.75rem_1fr] border-b border-rule py-2">
              <span className="text-ink-3 tabular-nums">{index + 1}</span>
              {cue}
            </li>
          ))}
        </ol>
        <SectionHead>What goes wrong</SectionHead>
        <ul className="max-w-deck text-sm">
          {exercise.faults.map(({ fault, fix }) => (
            <li key={fault} className="grid gap-x-6 border-b border-rule py-2.5 sm:grid-cols-2">
              <b>{fault}</b>
              <span className="text-ink-2">{fix}</span>
            </li>
          ))}
        </ul>
      </MarginColumns>
    </main>
  );
}
