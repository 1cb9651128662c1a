import { beforeEach, inject, vi } from 'vitest';

// The thread stays from mutant to mutant, and what a rule has remembered of one must not answer for the next.
vi.resetModules();

// One failing test settles a mutant. Vitest's own bail would reach a thread that has gone on to the next one.
const mutant = inject('activeMutant');
if (mutant !== undefined) {
  // Nothing is mutated while a file loads: the last mutant would be, until the first test begins.
  globalThis[inject('globalNamespace')].activeMutant = undefined;
  if (globalThis.settledMutant === mutant) throw new Error('Settled by another file');
  beforeEach((context) => {
    if (globalThis.settledMutant === mutant) context.skip();
    context.onTestFailed(() => {
      globalThis.settledMutant = mutant;
    });
  });
}
