/** A code with its data, never prose: the text is made by `explain.ts` from a template, so that it can be reproduced and translated. */
export interface Reason {
  readonly code: string;
  /** The rule's id, such as "S24"; it opens to the rule's page. */
  readonly rule: string;
  readonly data: Readonly<Record<string, string | number>>;
}
