import type { TelemetryOptions } from '@groundwork/telemetry/open-telemetry';

/** Whether the environment asks for traces and metrics, by the standard's own variables. */
const wantsTelemetry = (env: TelemetryOptions['env']): boolean =>
  Boolean(
    env.OTEL_EXPORTER_OTLP_ENDPOINT ||
      env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ||
      env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT,
  ) && env.OTEL_SDK_DISABLED !== 'true';

/**
 * Starts traces and metrics if the environment asks for them; else nothing of them is loaded. Call it before the first database connection.
 * @returns ends them.
 */
export async function startTelemetry(options: Omit<TelemetryOptions, 'env'>): Promise<() => Promise<void>> {
  if (!wantsTelemetry(process.env)) return async () => {};
  const { openTelemetry } = await import('@groundwork/telemetry/open-telemetry');
  return openTelemetry({ ...options, env: process.env });
}
