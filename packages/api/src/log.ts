import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line may hold: counts, codes, names of procedures and routes. Never what people typed, their addresses or ids of theirs. */
export type LogFields = Readonly<Record<string, unknown>>;

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line of JSON per call. */
export type Log = Readonly<Record<LogLevel, (fields: LogFields, message: string) => void>>;

interface Shared {
  log: Log;
  readonly request: AsyncLocalStorage<string>;
}

const line =
  (level: LogLevel) =>
  (fields: LogFields, message: string): void =>
    console[level](JSON.stringify({ level, msg: message, ...fields }));

// On globalThis because Next loads its own copy of this module beside the outer server's, which opens the log.
const key = Symbol.for('groundwork.log');
const store = globalThis as typeof globalThis & { [key]?: Shared };
store[key] ??= {
  log: { debug: () => {}, info: line('info'), warn: line('warn'), error: line('error') },
  request: new AsyncLocalStorage(),
};
const shared: Shared = store[key];

/** The process's log; plain console lines until `openLog` was called. */
export const log: Log = {
  debug: (fields, message) => shared.log.debug(fields, message),
  info: (fields, message) => shared.log.info(fields, message),
  warn: (fields, message) => shared.log.warn(fields, message),
  error: (fields, message) => shared.log.error(fields, message),
};

/** Where lines go from now on. */
export function useLog(opened: Log): void {
  shared.log = opened;
}

/** Marks every line written during the work with the request's id. */
export const inRequest = <Value>(requestId: string, work: () => Value): Value => shared.request.run(requestId, work);

/** The id of the request under way. */
export const findRequestId = (): string | undefined => shared.request.getStore();
