import { exercises } from '@groundwork/engine/catalogue/catalogue';
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

// Made once, so that what is measured of a figure is measured once.
const figures: ReadonlyMap<string, Figure> = new Map(
  exercises.flatMap((exercise) => {
    const spec = specs[exercise.id];
    return spec ? [[exercise.id, { ...spec, work: listWorkAreas(exercise) }] as const] : [];
  }),
);

/** The drawing of an exercise; undefined for an id that the catalogue does not have. */
export const findFigure = (exerciseId: string): Figure | undefined => figures.get(exerciseId);
