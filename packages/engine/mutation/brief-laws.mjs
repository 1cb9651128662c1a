import fc from 'fast-check';

/** A law that holds for a hundred lives holds for a few: a mutant that only the hundredth finds lacks an example. */
const mostRuns = 10;

export default {
  ...fc,
  assert: (property, parameters) =>
    fc.assert(property, { ...parameters, numRuns: Math.min(parameters?.numRuns ?? mostRuns, mostRuns) }),
};
