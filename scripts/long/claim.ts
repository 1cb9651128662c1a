/** One line of the table: what is claimed, what was done, what came out. */
export interface Claim {
  readonly claim: string;
  readonly done: string;
  readonly found: string;
  readonly holds: boolean;
}
