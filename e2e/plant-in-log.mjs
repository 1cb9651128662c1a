// Preloaded into the apps and the worker: a double that writes what it should not, so that the search in their logs and spans shows that it sees them.
import { basename, dirname, join } from 'node:path';

const [, file = ''] = process.argv;
if (file.includes(join('dist', ''))) {
  const part = `planted-${basename(dirname(dirname(file)))}-${basename(file, '.mjs')}`;
  console.log(`${part}@in-the-log.example`);
  const shared = /** @type {any} */ (globalThis);
  const waiting = setInterval(() => {
    const telemetry = shared[Symbol.for('groundwork.telemetry')]?.telemetry;
    if (!telemetry) return;
    clearInterval(waiting);
    telemetry.count('groundwork.mails', { 'groundwork.outcome': `${part}@in-a-metric.example` });
    telemetry.inSpan(
      { name: part, kind: 'internal', attributes: { typed: `${part}@in-a-span.example` } },
      async () => {},
    );
  }, 100);
  waiting.unref();
}
