/** What a span or a measurement may say: codes, counts, names of routes, procedures and tables. Never what people typed, their addresses, ids of theirs. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A piece of work under way. */
export interface Span {
  readonly note: (attributes: Attributes) => void;
  readonly rename: (name: string) => void;
  /** Marks the work as failed, by a code or a name, never by an error's words. */
  readonly fail: (type: string) => void;
}

/** A span of another process. */
export interface RemoteSpan {
  /** 32 and 16 hexadecimal digits, not all of them zeros. */
  readonly traceId: string;
  readonly spanId: string;
  /** Whether it is kept where it comes from. */
  readonly isSampled: boolean;
}

export interface SpanStart {
  readonly name: string;
  /** Where the work goes on from, if not from the span under way. */
  readonly parent?: RemoteSpan;
  /** `server` for what came from outside, `consumer` for a job, `client` for what is asked of the database. */
  readonly kind: 'server' | 'consumer' | 'client' | 'internal';
  readonly attributes?: Attributes;
}

/** What is counted. */
export const counterNames = ['groundwork.mails', 'groundwork.sign_in.refusals'] as const;
export type CounterName = (typeof counterNames)[number];

/** What is timed, in seconds. Each has a count with it. */
export const timerNames = [
  'http.server.request.duration',
  'rpc.server.call.duration',
  'db.client.operation.duration',
  'db.client.connection.wait_time',
  'groundwork.job.duration',
] as const;
export type TimerName = (typeof timerNames)[number];

/** Where a process says what it does, once somebody listens. */
export interface Telemetry {
  /** Runs work as a span inside the one under way. A throw fails it by the error's code or name. */
  readonly inSpan: <Value>(start: SpanStart, work: (span: Span) => Promise<Value>) => Promise<Value>;
  readonly count: (name: CounterName, attributes: Attributes) => void;
  readonly time: (name: TimerName, seconds: number, attributes: Attributes) => void;
}

// On globalThis because Next loads its own copy of this module beside the outer server's, which opens it.
const key = Symbol.for('groundwork.telemetry');
const store = globalThis as typeof globalThis & { [key]?: { telemetry: Telemetry | undefined } };
store[key] ??= { telemetry: undefined };
const shared = store[key];

/** The process's telemetry; undefined while nobody asked for any, and then nothing is spent on it. */
export const findTelemetry = (): Telemetry | undefined => shared.telemetry;

/** Where spans and measurements go from now on; nowhere when undefined. */
export function useTelemetry(opened: Telemetry | undefined): void {
  shared.telemetry = opened;
}
