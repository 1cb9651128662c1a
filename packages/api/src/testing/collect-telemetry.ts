import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number;
  readonly doubleValue?: number;
}

export interface CollectedSpan {
  readonly name: string;
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
}

export interface CollectedPoint {
  readonly metric: string;
  readonly service: string;
  /** A gauge's or counter's value; a histogram's count. */
  readonly value: number;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
}

export interface Collector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** In the order in which they came: of one that is reported again, the last says how it stands. */
  readonly points: readonly CollectedPoint[];
  /** Everything that came, to the letter. */
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
}

const read = (list: readonly { key: string; value: Value }[] = []) =>
  Object.fromEntries(list.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.doubleValue]));

/**
 * A collector as an operator's: OTLP over HTTP, in JSON. It keeps what it gets.
 * @param onReceived Told of everything that comes, to the letter; then it is kept nowhere else.
 */
export async function collectTelemetry(onReceived?: (text: string) => void): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  const points: CollectedPoint[] = [];
  const received: string[] = [];
  const take = (path: string, text: string) => {
    if (onReceived) {
      onReceived(text);
      return;
    }
    received.push(text);
    const body = JSON.parse(text);
    for (const { resource, scopeSpans = [], scopeMetrics = [] } of body.resourceSpans ?? body.resourceMetrics ?? []) {
      const service = String(read(resource.attributes)['service.name']);
      for (const { spans: list } of path === '/v1/traces' ? scopeSpans : []) {
        for (const span of list) spans.push({ parentSpanId: '', ...span, service, attributes: read(span.attributes) });
      }
      for (const { metrics } of path === '/v1/metrics' ? scopeMetrics : []) {
        for (const { name, sum, gauge, histogram } of metrics) {
          for (const { attributes, asInt, asDouble, count } of (sum ?? gauge ?? histogram).dataPoints)
            points.push({
              metric: name,
              service,
              value: Number(asInt ?? asDouble ?? count),
              attributes: read(attributes),
            });
        }
      }
    }
  };
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      take(request.url ?? '', text);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    points,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    },
  };
}
