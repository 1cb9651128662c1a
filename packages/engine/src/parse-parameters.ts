import { isWithinLimits, type ParameterName, parameters } from './parameters.ts';
import { fail, type Result, succeed } from './result.ts';

/** A value for every parameter: the defaults, with what a coach has tuned. */
export type ParameterValues = Readonly<Record<ParameterName, number>>;

export interface ParameterProblem {
  readonly parameter: string;
  readonly code: 'unknown_parameter' | 'out_of_range';
  readonly allowed: { readonly min: number; readonly max: number } | null;
}

const names = Object.keys(parameters) as ParameterName[];

export const defaultParameters: ParameterValues = Object.freeze(
  Object.fromEntries(names.map((name) => [name, parameters[name].default])) as Record<ParameterName, number>,
);

/** The defaults with these values in their place, or every value that is outside its hard limits. */
export function parseParameters(
  tuned: Readonly<Record<string, number>> = {},
): Result<ParameterValues, ParameterProblem> {
  const tunedNames = Object.keys(tuned);
  if (tunedNames.length === 0) return succeed(defaultParameters);
  const problems: ParameterProblem[] = [];
  const values: Record<ParameterName, number> = { ...defaultParameters };
  for (const parameter of tunedNames) {
    const name = names.find((known) => known === parameter);
    const value = tuned[parameter];
    if (name === undefined) problems.push({ parameter, code: 'unknown_parameter', allowed: null });
    else if (value === undefined || !isWithinLimits(name, value)) {
      problems.push({
        parameter,
        code: 'out_of_range',
        allowed: { min: parameters[name].min, max: parameters[name].max },
      });
    } else values[name] = value;
  }
  return problems.length > 0 ? fail(...problems) : succeed(values);
}
