import type { PublicPractice } from '@groundwork/db/practice-directory';
import type { VisitorReadScope, VisitorScope } from '../trpc.ts';

/** What every public use case is called with: the practice that the address names, open. */
export interface VisitorReads {
  readonly scope: VisitorReadScope;
  readonly practice: PublicPractice;
  readonly now: Date;
}

export interface VisitorWrites {
  readonly scope: VisitorScope;
  readonly practice: PublicPractice;
  readonly now: Date;
}
