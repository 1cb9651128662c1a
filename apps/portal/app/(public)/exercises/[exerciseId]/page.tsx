import { exercises, findExercise, listLadder } from '@groundwork/engine/catalogue/catalogue';
import { areaLabels, equipmentLabels, ladderLabels } from '@groundwork/engine/labels';
import { joinWords } from '@groundwork/ui/count-words';
import { listDrawnKits } from '@groundwork/ui/figures/poses';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SiteFrame } from '../../../../frame/site-frame.tsx';

type Props = { readonly params: Promise<{ exerciseId: string }> };

// Nothing else is rendered on demand: a page kept for everybody would have one visitor's nonce in it.
export const dynamicParams = false;
export const generateStaticParams = () => exercises.map(({ id }) => ({ exerciseId: id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const exercise = findExercise((await params).exerciseId);
  return exercise ? { title: exercise.name, description: exercise.purpose } : {};
}

export default async function ExercisePage({ params }: Props) {
  const exercise = findExercise((await params).exerciseId);
  if (!exercise) notFound();
  const kit = exercise.equipment.map((set) => joinWords(set.map((item) => equipmentLabels[item].toLowerCase())));
  const rungs = listLadder(exercise.ladder);
  return (
    <SiteFrame>
      <div className="pt-5 md:grid md:grid-cols-[7fr_5fr] md:gap-x-14 md:pt-11">
        <div>
          <p className="text-md text-ink-3">
            {areaLabels[exercise.area]}, rung {exercise.rung} of {rungs.length}
          </p>
          <h1 className="mt-1 text-3xl md:text-4xl">{exercise.name}</h1>
          <div className="mt-4">
            <ExerciseFigure exerciseId={exercise.id} size="full" moving className="max-h-[320px]" />
          </div>
          {listDrawnKits(exercise.id).map((kit) => (
            <figure key={kit} className="mt-4">
              <ExerciseFigure exerciseId={exercise.id} size="full" kit={kit} moving className="max-h-[320px]" />
              <figcaption className="mt-1 text-md text-ink-3">With: {equipmentLabels[kit].toLowerCase()}</figcaption>
            </figure>
          ))}
          <MarginNote className="mt-6">For {exercise.purpose}.</MarginNote>
          <SectionHead>How to do it</SectionHead>
          <ol className="list-decimal pt-3 pl-5 font-serif text-lg marker:text-ink-3">
            {exercise.cues.map((cue) => (
              <li key={cue} className="py-1">
                {cue}.
              </li>
            ))}
          </ol>
          <SectionHead>What goes wrong, and the way out</SectionHead>
          <dl>
            {exercise.faults.map(({ fault, fix }) => (
              <div key={fault} className="border-b border-rule py-3">
                <dt className="font-semibold">{fault}</dt>
                <dd className="text-ink-2">{fix}</dd>
              </div>
            ))}
          </dl>
        </div>
        <aside aria-label="Ladder" className="md:pt-14">
          <SectionHead>{`${ladderLabels[exercise.ladder]} ladder`}</SectionHead>
          <ol reversed>
            {[...rungs].reverse().flatMap((alternatives) =>
              alternatives.map(({ id, name, rung }) => (
                <li
                  key={id}
                  aria-current={id === exercise.id ? 'true' : undefined}
                  className="grid grid-cols-[2rem_1fr] border-b border-rule py-2.5 aria-[current]:bg-green-tint aria-[current]:font-semibold"
                >
                  <span className="text-ink-3 tabular-nums">{rung}</span>
                  {id === exercise.id ? name : <a href={`/exercises/${id}`}>{name}</a>}
                </li>
              )),
            )}
          </ol>
          <p className="mt-4 text-md text-ink-2">
            {kit.some((set) => set === '')
              ? 'Needs no more than a floor, a wall, a chair, a step or a towel.'
              : `Needs ${kit.join(', or ')}.`}
          </p>
        </aside>
      </div>
    </SiteFrame>
  );
}
