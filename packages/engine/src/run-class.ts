import type { RunClass, RunKind } from './vocabulary.ts';

/**
 * What the placement rules see of a run (S20): threshold, tempo, intervals, hill reps and race pace tire like speed.
 * Strides on an easy run stay easy: the coach writes the day as easy.
 */
export function classifyRun(kind: RunKind): RunClass {
  switch (kind) {
    case 'rest':
    case 'easy':
    case 'speed':
    case 'long':
    case 'race':
      return kind;
    case 'interval':
    case 'tempo':
    case 'threshold':
    case 'hills':
    case 'race_pace':
      return 'speed';
    default: {
      const unknown: never = kind;
      throw new TypeError(`Unknown run kind: ${unknown}`);
    }
  }
}
