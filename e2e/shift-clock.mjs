// Preloaded into the apps and the worker: their clock runs ahead by a fixed time, on which the code under test has no say.
const ahead = Number(process.env.E2E_CLOCK_AHEAD_MS);
const now = Date.now;
const shifted = () => now() + ahead;

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [shifted()] : args, newTarget),
  apply: (target) => new target(shifted()).toString(),
  get: (target, key) => (key === 'now' ? shifted : Reflect.get(target, key)),
});
