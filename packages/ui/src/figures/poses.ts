import { exercises } from '@groundwork/engine/catalogue/catalogue';
import type { Equipment } from '@groundwork/engine/vocabulary';
import type { Figure, FigureSpec } from './figure-spec.ts';
import { listWorkAreas } from './list-work-areas.ts';
import { ankleMobilityFigures } from './poses/ankle-mobility-figures.ts';
import { ankleStabilityFigures } from './poses/ankle-stability-figures.ts';
import { calfGastrocFigures } from './poses/calf-gastroc-figures.ts';
import { coreAntiExtFigures } from './poses/core-anti-ext-figures.ts';
import { coreAntiRotFigures } from './poses/core-anti-rot-figures.ts';
import { coreLateralFigures } from './poses/core-lateral-figures.ts';
import { footIntrinsicFigures } from './poses/foot-intrinsic-figures.ts';
import { gluteMaxHingeFigures } from './poses/glute-max-hinge-figures.ts';
import { gluteMedFigures } from './poses/glute-med-figures.ts';
import { hamstringsFigures } from './poses/hamstrings-figures.ts';
import { kitFigures } from './poses/kit-figures.ts';
import { plyoFigures } from './poses/plyo-figures.ts';
import { quadsFigures } from './poses/quads-figures.ts';
import { soleusFigures } from './poses/soleus-figures.ts';

/** By exercise id, a file per ladder. */
const specs: Readonly<Record<string, FigureSpec>> = {
  ...gluteMaxHingeFigures,
  ...quadsFigures,
  ...hamstringsFigures,
  ...plyoFigures,
  ...coreLateralFigures,
  ...coreAntiRotFigures,
  ...coreAntiExtFigures,
  ...gluteMedFigures,
  ...footIntrinsicFigures,
  ...ankleStabilityFigures,
  ...ankleMobilityFigures,
  ...soleusFigures,
  ...calfGastrocFigures,
};

interface DrawnExercise {
  readonly usual: Figure;
  readonly byKit: ReadonlyMap<Equipment, Figure>;
}

// Made once, so that what is measured of a figure is measured once.
const figures: ReadonlyMap<string, DrawnExercise> = new Map(
  exercises.flatMap((exercise): readonly (readonly [string, DrawnExercise])[] => {
    const spec = specs[exercise.id];
    if (!spec) return [];
    const work = listWorkAreas(exercise);
    const others = Object.entries(kitFigures[exercise.id] ?? {}) as [Equipment, FigureSpec][];
    const byKit = new Map(others.map(([kit, other]) => [kit, { ...other, work }]));
    return [[exercise.id, { usual: { ...spec, work }, byKit }]];
  }),
);

/**
 * The drawing of an exercise, with the kit that is asked for where it looks different with it. Undefined for an id that
 * the catalogue does not have.
 */
export function findFigure(exerciseId: string, kit?: Equipment): Figure | undefined {
  const drawn = figures.get(exerciseId);
  return (kit && drawn?.byKit.get(kit)) ?? drawn?.usual;
}

/** The kit with which an exercise looks different from its usual drawing. */
export const listDrawnKits = (exerciseId: string): readonly Equipment[] => [
  ...(figures.get(exerciseId)?.byKit.keys() ?? []),
];
