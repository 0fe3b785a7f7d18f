import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { TracingSettings } from '../config/tracing-variables.ts';
import type { LogBatch, LogRecord } from '../pipeline/event-log.ts';
import type { Origin } from '../pipeline/ports.ts';
import type { Push } from '../pipeline/read-ports.ts';
import { Tracing, type RoundTrace } from '../pipeline/tracing.ts';

/** Records of one batch that are followed each in its sender's trace. */
const MOST_FOLLOWED = 32;

/**
 * Traces by OpenTelemetry. A record whose sender gave a sampled trace context has its whole way told in that trace; what the rest of a batch
 * goes through is one trace of the batch's own. Loaded only where an endpoint is named.
 */
export class OtelTracing extends Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;

  constructor({ url, serviceName, ratio }: TracingSettings) {
    super();
    this.#provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
    });
    this.#tracer = this.#provider.getTracer('endwatch');
  }

  override begin(batch: LogBatch, roundId: string): RoundTrace | null {
    const records = batch.slices.flatMap((slice) => slice.records);
    const own = new Map<string, Span>();
    for (const record of records) {
      if (own.size === MOST_FOLLOWED) break;
      const parent = contextOf(record.headers['traceparent']);
      if (parent !== null) own.set(placeOf(record), this.#open(record, parent, roundId));
    }
    const [other] = records.filter((record) => !own.has(placeOf(record)));
    const shared = other ? this.#open(other, ROOT_CONTEXT, roundId) : null;
    const spans = [...own.values(), ...(shared ? [shared] : [])].filter((span) =>
      span.isRecording(),
    );
    if (spans.length === 0) return null;
    return {
      traceparent: shared?.isRecording() ? traceparentOf(shared) : null,
      traceparentOf: (origin) => {
        const span = own.get(placeOf(origin));
        return span ? traceparentOf(span) : null;
      },
      stage: (name, milliseconds) => {
        const now = Date.now();
        for (const span of spans) this.#child(span, { name, from: now - milliseconds, to: now });
      },
      end: (outcome) => {
        for (const span of spans) {
          span.setAttribute('endwatch.outcome', outcome);
          if (outcome !== 'committed') span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        }
      },
    };
  }

  override pushed({ events, viewers, noticedAt, sentAt }: Push): void {
    const byTrace = Map.groupBy(events, ({ traceparent }) => traceparent);
    for (const [traceparent, some] of byTrace) {
      const parent = contextOf(traceparent ?? undefined);
      if (parent === null) continue;
      const written = some.map(({ writtenAt }) => writtenAt ?? noticedAt);
      const from = Math.min(noticedAt, ...written);
      this.#told(parent, { name: 'notify', from, to: noticedAt });
      const attributes = { 'endwatch.events': some.length, 'endwatch.viewers': viewers };
      this.#told(parent, { name: 'push', from: noticedAt, to: sentAt, attributes });
    }
  }

  override stop(): Promise<void> {
    return this.#provider.shutdown().catch(() => undefined);
  }

  /** From the log taking a record on; what came before this process had it is `fetch`. Neither key nor content. */
  #open(record: LogRecord, parent: Context, roundId: string): Span {
    const now = Date.now();
    const startTime = Math.min(record.timestamp, now);
    const span = this.#tracer.startSpan(
      'endwatch process',
      {
        kind: SpanKind.CONSUMER,
        startTime,
        attributes: {
          'messaging.destination.name': record.topic,
          'messaging.destination.partition.id': String(record.partition),
          'messaging.kafka.offset': String(record.offset),
          'endwatch.round': roundId,
        },
      },
      parent,
    );
    this.#child(span, { name: 'fetch', from: startTime, to: now });
    return span;
  }

  #child(span: Span, what: Told): void {
    this.#told(trace.setSpan(ROOT_CONTEXT, span), what);
  }

  #told(parent: Context, { name, from, to, attributes }: Told): void {
    const span = this.#tracer.startSpan(
      name,
      { startTime: from, attributes: attributes ?? {} },
      parent,
    );
    span.end(Math.max(from, to));
  }
}

interface Told {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly attributes?: Record<string, number>;
}

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})/;

/** Null where there is none, it is none, or its sender does not sample it. */
function contextOf(traceparent: string | undefined): Context | null {
  const [, traceId, spanId, flags = '0'] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  if (traceId === undefined || spanId === undefined || traceFlags === 0) return null;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-0${traceFlags}`;
}

function placeOf({ topic, partition, offset }: LogRecord | Origin): string {
  return `${topic ?? ''}/${partition ?? ''}/${offset ?? ''}`;
}
