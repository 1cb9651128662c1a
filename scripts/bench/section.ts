import type { Figure } from './figure.ts';

/** A table of the report. */
export interface Section {
  /** Marks its place in the document; a later run replaces it. */
  readonly name: string;
  readonly title: string;
  /** How it was measured. */
  readonly says: string;
  readonly figures: readonly Figure[];
}
