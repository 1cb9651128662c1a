import { overridableRules, ruleSetNames } from '@groundwork/engine/adapt/rule-set';
import { type ParameterName, parameters } from '@groundwork/engine/parameters';
import { z } from 'zod';
import { id, newId } from './id.ts';
import { reason } from './text.ts';

const within = (name: ParameterName) => {
  const { min, max } = parameters[name];
  const message = `Between ${min} and ${max}.`;
  return z.number(message).min(min, message).max(max, message).optional();
};

/** Tuned values; a parameter left out keeps its default. */
const tuned = z.strictObject(
  Object.fromEntries((Object.keys(parameters) as ParameterName[]).map((name) => [name, within(name)])) as Record<
    ParameterName,
    ReturnType<typeof within>
  >,
);

const ruleSetChoice = z.strictObject({ name: z.enum(ruleSetNames), tuned });

/** `from` is the `next` of the answer before, or 0. */
export const previewRuleSet = z.strictObject({ ...ruleSetChoice.shape, from: z.int().min(0).max(1_000_000) });

/** `revision` is the one that was seen, 0 before anybody saved: a stale one is refused with CONFLICT. */
export const saveRuleSet = z.strictObject({ revision: z.int().min(0).max(2_147_483_646), ...ruleSetChoice.shape });

export const setRuleAside = z.strictObject({ id: newId, clientId: id, rule: z.enum(overridableRules), reason });

export const putRuleBack = z.strictObject({ clientId: id, rule: z.enum(overridableRules) });
