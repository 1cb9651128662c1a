import { pino } from 'pino';
import { describeFailure } from './describe-failure.ts';
import { findRequestId, log, logLevels, useLog } from './log.ts';

/**
 * Sends the process's log to standard output, one JSON object a line: level, time (ISO), process, request id, fields, msg.
 * `GROUNDWORK_LOG_LEVEL` is the least level (`info`). What libraries write to the console becomes lines too, without what people typed.
 */
export function openLog(process_: 'coach' | 'portal' | 'worker'): void {
  const wanted = process.env.GROUNDWORK_LOG_LEVEL ?? 'info';
  const level = logLevels.find((known) => known === wanted) ?? 'info';
  const writer = pino({
    level,
    base: { process: process_ },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const requestId = findRequestId();
      return requestId === undefined ? {} : { requestId };
    },
  });
  useLog({
    debug: (fields, message) => writer.debug(fields, message),
    info: (fields, message) => writer.info(fields, message),
    warn: (fields, message) => writer.warn(fields, message),
    error: (fields, message) => writer.error(fields, message),
  });
  // The page framework writes errors with their whole text, in which a database quotes what was typed.
  console.error = (...parts: unknown[]) => log.error({ failures: parts.map(describeFailure) }, 'console');
  console.warn = (...parts: unknown[]) => log.warn({ failures: parts.map(describeFailure) }, 'console');
}
