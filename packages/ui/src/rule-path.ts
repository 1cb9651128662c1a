/** A rule's page, the same in both apps. */
export const writeRulePath = (ruleId: string): string => `/rules/${ruleId}`;
