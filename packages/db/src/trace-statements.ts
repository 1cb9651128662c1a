import type pg from 'pg';
import { findTelemetry, type Telemetry } from './telemetry.ts';

/** Longer statements say no more of where they come from. */
const longestText = 500;

/** What may be told of a statement: its kind, its first table and its text without anything in quotes. Values travel apart and are never looked at. */
export function describeStatement(text: string): {
  readonly operation: string;
  readonly table: string;
  readonly text: string;
} {
  const [, operation = 'OTHER'] = /^\s*([a-z]+)/i.exec(text) ?? [];
  const [, table = ''] = /\b(?:from|into|update|join)\s+((?:"?\w+"?\.)?"?\w+"?)/i.exec(text) ?? [];
  return {
    operation: operation.toUpperCase(),
    table: table.replaceAll('"', ''),
    text: text
      .replace(/'(?:[^']|'')*'/g, '?')
      .replace(/\s+/g, ' ')
      .slice(0, longestText),
  };
}

/** Every statement of a connection becomes a span, if anybody listens. */
export function traceStatements(client: pg.PoolClient, role: string): void {
  const telemetry = findTelemetry();
  if (telemetry === undefined) return;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const traced = (...args: unknown[]): unknown => {
    const text = textOf(args[0]);
    if (text === undefined) return query(...args);
    const answered = args.at(-1);
    if (typeof answered !== 'function') return trace(telemetry, text, role, () => query(...args) as Promise<unknown>);
    void trace(
      telemetry,
      text,
      role,
      () =>
        new Promise((settle, refuse) => {
          query(...args.slice(0, -1), (error: unknown, result: unknown) => {
            if (error) refuse(error);
            else settle(result);
            answered(error, result);
          });
        }),
    ).catch(() => {});
    return undefined;
  };
  client.query = traced as typeof client.query;
}

function trace<Value>(
  telemetry: Telemetry,
  statement: string,
  role: string,
  run: () => Promise<Value>,
): Promise<Value> {
  const { operation, table, text } = describeStatement(statement);
  const measured = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.collection.name': table,
    'groundwork.role': role,
  };
  const start = {
    name: `${operation} ${table}`.trim(),
    kind: 'client',
    attributes: { ...measured, 'db.query.text': text },
  } as const;
  const began = performance.now();
  return telemetry.inSpan(start, async () => {
    try {
      return await run();
    } finally {
      telemetry.time('db.client.operation.duration', (performance.now() - began) / 1000, measured);
    }
  });
}

/** Undefined for what carries its own text, such as a stream. */
function textOf(query: unknown): string | undefined {
  if (typeof query === 'string') return query;
  const isConfig = typeof query === 'object' && query !== null && 'text' in query && !('submit' in query);
  return isConfig && typeof query.text === 'string' ? query.text : undefined;
}
