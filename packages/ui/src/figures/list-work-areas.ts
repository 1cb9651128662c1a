import type { Exercise } from '@groundwork/engine/catalogue/exercise';
import type { WorkArea } from './figure-shapes.ts';

/** More than two lit muscles and nothing stands out. */
const mostLit = 2;

/** The first that a muscle's name fits is where it lies on the drawing. */
const areasByMuscle: readonly (readonly [muscle: RegExp, area: WorkArea])[] = [
  [/^glute|rotators/, 'glutes'],
  [/^quadriceps/, 'quads'],
  [/^hamstrings/, 'hamstrings'],
  [/^adductors/, 'adductors'],
  [/^gastrocnemius|^soleus|^calf|^Achilles/, 'calves'],
  [/^peroneals|^ankle/, 'ankle'],
  [/^foot|^toe|^plantar|hallucis|^tibialis posterior/, 'foot'],
  [/abdominals|^obliques|^quadratus/, 'core'],
];

/** What is lit on the drawing: the catalogue's area first, then what its primary muscles add. */
export function listWorkAreas({
  area,
  primaryMuscles,
}: Pick<Exercise, 'area' | 'primaryMuscles'>): readonly WorkArea[] {
  const muscles = primaryMuscles.flatMap((name) => areasByMuscle.find(([muscle]) => muscle.test(name))?.[1] ?? []);
  return [...new Set<WorkArea>(area === 'power' ? muscles : [area, ...muscles])].slice(0, mostLit);
}
