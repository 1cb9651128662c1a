import type { LoadUnit } from './vocabulary.ts';

/** A weight as it was typed: hundredths of its own unit (62.5 kg is 6250), 0 to 100,000. Switching units never rewrites it. */
export interface Load {
  readonly hundredths: number;
  readonly unit: LoadUnit;
}
