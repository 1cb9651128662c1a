import { findTelemetry } from '@groundwork/db/telemetry';
import { describeError } from './errors.ts';

interface Outcome {
  readonly ok: boolean;
  readonly error?: unknown;
}

/** Runs the rest of a call as a span and times it, if anybody listens. */
export async function traceProcedure<Result extends Outcome>(
  call: { readonly path: string; readonly type: string },
  next: () => Promise<Result>,
): Promise<Result> {
  const telemetry = findTelemetry();
  if (telemetry === undefined) return next();
  const attributes = { 'rpc.system.name': 'trpc', 'rpc.method': call.path, 'groundwork.call': call.type };
  const began = performance.now();
  return telemetry.inSpan({ name: call.path, kind: 'internal', attributes }, async (span) => {
    const outcome = await next();
    const code = outcome.ok ? 'ok' : describeError(outcome.error).code;
    if (!outcome.ok) span.fail(code);
    telemetry.time('rpc.server.call.duration', (performance.now() - began) / 1000, {
      ...attributes,
      'groundwork.outcome': code,
    });
    return outcome;
  });
}
