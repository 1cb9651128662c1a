import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { listPools } from '@groundwork/db/connect';
import type { QueueState } from '@groundwork/db/queue-state';
import {
  counterNames,
  type Span as OurSpan,
  type RemoteSpan,
  type SpanStart,
  timerNames,
  useTelemetry,
} from '@groundwork/db/telemetry';
import {
  type Counter,
  type Histogram,
  type Meter,
  type ObservableResult,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

export interface TelemetryOptions {
  readonly process: 'coach' | 'portal' | 'worker';
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For the one process that looks after the queue. */
  readonly readQueue?: () => Promise<QueueState>;
}

/** Seconds: from a prepared read to what a request bears. */
const durationBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const kinds = {
  server: SpanKind.SERVER,
  consumer: SpanKind.CONSUMER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
} as const satisfies Record<SpanStart['kind'], SpanKind>;

/**
 * Sends traces and metrics by OTLP over HTTP, where the standard variables say (`OTEL_EXPORTER_OTLP_ENDPOINT` and its like). Load this module only
 * when somebody wants them (`wantsTelemetry`): it brings the whole SDK.
 * @returns ends it, after sending what is left.
 */
export function openTelemetry({ process: name, env, readQueue }: TelemetryOptions): () => Promise<void> {
  const resource = resourceFromAttributes({
    'service.name': env.OTEL_SERVICE_NAME ?? `groundwork-${name}`,
    'service.namespace': 'groundwork',
    'service.instance.id': randomUUID(),
  });
  const tracing = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(Number(env.OTEL_TRACES_SAMPLER_ARG ?? 1)) }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter(),
        scheduledDelayMillis: Number(env.OTEL_BSP_SCHEDULE_DELAY ?? 5000),
      }),
    ],
  });
  const metering = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter(),
        ...readInterval(env.OTEL_METRIC_EXPORT_INTERVAL),
      }),
    ],
  });
  const tracer = tracing.getTracer('groundwork');
  const meter = metering.getMeter('groundwork');
  const counters = new Map<string, Counter>(counterNames.map((one) => [one, meter.createCounter(one)]));
  const timers = new Map<string, Histogram>(
    timerNames.map((one) => [
      one,
      meter.createHistogram(one, { unit: 's', advice: { explicitBucketBoundaries: durationBounds } }),
    ]),
  );
  const closeProcess = observeProcess(meter);
  if (readQueue) observeQueue(meter, readQueue);

  // The span under way; ours alone, so that nothing global has to be registered.
  const current = new AsyncLocalStorage<Span>();
  useTelemetry({
    inSpan: async (start, work) => {
      const own = current.getStore();
      const span = tracer.startSpan(
        start.name,
        { kind: kinds[start.kind], ...(start.attributes ? { attributes: start.attributes } : {}) },
        start.parent ? contextOf(start.parent) : own ? trace.setSpan(ROOT_CONTEXT, own) : ROOT_CONTEXT,
      );
      try {
        return await current.run(span, () => work(wrap(span)));
      } catch (error) {
        wrap(span).fail(typeOf(error));
        throw error;
      } finally {
        span.end();
      }
    },
    count: (counter, attributes) => counters.get(counter)?.add(1, attributes),
    time: (timer, seconds, attributes) => timers.get(timer)?.record(seconds, attributes),
  });
  return async () => {
    useTelemetry(undefined);
    closeProcess();
    // A collector that is away must not keep a process from ending well.
    await Promise.allSettled([tracing.shutdown(), metering.shutdown()]);
  };
}

const contextOf = ({ traceId, spanId, isSampled }: RemoteSpan) =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });

const wrap = (span: Span): OurSpan => ({
  note: (attributes) => void span.setAttributes(attributes),
  rename: (name) => void span.updateName(name),
  fail: (type) => void span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR }),
});

/** An error's code or name: its words may be somebody's. */
const typeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

function readInterval(given: string | undefined): { exportIntervalMillis?: number; exportTimeoutMillis?: number } {
  const interval = Number(given ?? Number.NaN);
  if (!(interval > 0)) return {};
  return { exportIntervalMillis: interval, exportTimeoutMillis: Math.min(interval, 30_000) };
}

function observeProcess(meter: Meter): () => void {
  const observePools = (see: (result: ObservableResult) => void, name: string) =>
    meter.createObservableGauge(name).addCallback(see);
  observePools((result) => {
    for (const { role, open, idle } of listPools()) {
      result.observe(open - idle, { 'groundwork.role': role, 'db.client.connection.state': 'used' });
      result.observe(idle, { 'groundwork.role': role, 'db.client.connection.state': 'idle' });
    }
  }, 'db.client.connection.count');
  observePools((result) => {
    for (const { role, size } of listPools()) result.observe(size, { 'groundwork.role': role });
  }, 'db.client.connection.max');
  observePools((result) => {
    for (const { role, waiting } of listPools()) result.observe(waiting, { 'groundwork.role': role });
  }, 'db.client.connection.pending_requests');
  meter
    .createObservableGauge('process.memory.usage', { unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  meter.createObservableGauge('nodejs.eventloop.delay.p99', { unit: 's' }).addCallback((result) => {
    result.observe(delay.percentile(99) / 1e9);
    delay.reset();
  });
  return () => delay.disable();
}

function observeQueue(meter: Meter, readQueue: () => Promise<QueueState>): void {
  const jobs = meter.createObservableGauge('groundwork.jobs');
  const oldest = meter.createObservableGauge('groundwork.jobs.oldest_due', { unit: 's' });
  meter.addBatchObservableCallback(
    async (result) => {
      // Away with the database: what cannot be asked is not there, which is a sign of its own.
      const state = await readQueue().catch(() => undefined);
      if (state === undefined) return;
      result.observe(jobs, state.due, { 'groundwork.state': 'due' });
      result.observe(jobs, state.running, { 'groundwork.state': 'running' });
      result.observe(jobs, state.givenUp, { 'groundwork.state': 'given_up' });
      result.observe(oldest, state.oldestDueSeconds);
    },
    [jobs, oldest],
  );
}
