/** The four facts behind every "why" on the screen, always the same four: see the look's Why component. */
export interface Explanation {
  /** A short title: "Day before speed". */
  readonly title: string;
  /** One or two sentences in plain words. */
  readonly claim: string;
  /** The rule's id and its one-line statement. */
  readonly rule: { readonly id: string; readonly statement: string };
  /** Where the rule comes from, or who set it. */
  readonly source: string;
  /** What to do instead; null when there is nothing to offer. */
  readonly instead: string | null;
}
