import type { RuleSetEffect, RuleSetEffects } from '@groundwork/api/views/rules';

/** What changes for every client: a call compares some of them, so that a large practice's don't hold everybody else up. */
export async function listRuleSetEffects(
  ask: (from: number) => Promise<RuleSetEffects>,
): Promise<readonly RuleSetEffect[]> {
  const all: RuleSetEffect[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const { effects, next } = await ask(from);
    all.push(...effects);
    from = next;
  }
  return all;
}
