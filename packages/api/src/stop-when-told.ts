/** Longest time that a process gets to finish what it is doing. */
const STOP_WITHIN_MS = 8_000;

/**
 * Tells a supervising parent (a process with an IPC channel to this one) that everything is up, and from then on ends the process gracefully:
 * on SIGTERM, on SIGINT, and when that parent has gone, so that nothing outlives a killed launcher.
 *
 * @param stop finishes running work and closes what is open; the process ends when it resolves, or after eight seconds.
 */
export function stopWhenTold(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
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
