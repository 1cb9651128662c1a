const readMs = (name: string, otherwise: number): number => {
  const given = Number(process.env[name] ?? otherwise);
  return Number.isFinite(given) && given >= 0 ? given : otherwise;
};

/** Milliseconds between saying "not ready" and taking nothing new, so that proxies have noticed: `GROUNDWORK_DRAIN_MS`, 0 when not set. */
export const readDrainMs = (): number => readMs('GROUNDWORK_DRAIN_MS', 0);

/** Longest time that a process gets to finish what it is doing, once it takes nothing new: `GROUNDWORK_FINISH_MS`, eight seconds when not set. */
const readFinishMs = (): number => readMs('GROUNDWORK_FINISH_MS', 8000);

/**
 * Tells a supervising parent (a process with an IPC channel to this one) that everything is up, and from then on ends the process gracefully:
 * on SIGTERM, on SIGINT, and when that parent has gone, so that nothing outlives a killed launcher.
 *
 * @param stop finishes running work and closes what is open; the process ends when it resolves, or at its limit.
 */
export function stopWhenTold(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), readDrainMs() + readFinishMs()).unref();
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.send === undefined) return;
  process.once('disconnect', end);
  if (process.connected) process.send('ready');
  else void end();
}
