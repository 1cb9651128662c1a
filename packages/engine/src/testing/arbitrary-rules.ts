import fc from 'fast-check';
import { type ClientRules, overridableRules, ruleSetNames } from '../adapt/rule-set.ts';
import { type ParameterName, parameters } from '../parameters.ts';
import { defaultParameters } from '../parse-parameters.ts';

const names = Object.keys(parameters) as ParameterName[];

/** Some parameters at the ends of their limits, where whatever they break breaks first. */
const arbitraryParameters = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom('min' as const, 'max' as const)), {
    maxLength: 4,
    selector: ([name]) => name,
  })
  .map((tuned) => ({
    ...defaultParameters,
    ...Object.fromEntries(tuned.map(([name, end]) => [name, parameters[name][end]])),
  }))
  // A session that holds at least five and at most four is no wish that can be met.
  .filter(({ slotsMin, slotsMax }) => slotsMin <= slotsMax);

/** The article, another preset, tuned or with rules set aside for the client. */
export const arbitraryRules: fc.Arbitrary<ClientRules> = fc.record({
  name: fc.constantFrom(...ruleSetNames),
  parameters: arbitraryParameters,
  overrides: fc
    .subarray([...overridableRules])
    .map((rules) => rules.map((rule) => ({ rule, reason: 'She has trained so for years' }))),
});
