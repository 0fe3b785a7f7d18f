import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withProducer } from '../harness/load.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';
import { Viewer } from '../harness/viewer.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

const HOUR = 3_600_000;
const WARD = 'traced';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SENDER = 'b7ad6b7169203331';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}
interface Export {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A collector, as small as one can be: OTLP over HTTP, JSON. */
class Collector {
  readonly spans: Span[] = [];
  readonly paths = new Set<string>();
  text = '';
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.paths.add(`${request.method ?? ''} ${request.url ?? ''}`);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.#take(Buffer.concat(chunks).toString('utf8'));
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(text: string): void {
    this.text += text;
    const { resourceSpans } = JSON.parse(text) as Export;
    for (const { scopeSpans } of resourceSpans) {
      for (const { spans } of scopeSpans) this.spans.push(...spans);
    }
  }
}

/** A record's way from the sender's own trace to the sockets, over two processes. */
describe('traces from record to push', () => {
  const opened: (() => unknown)[] = [];
  const collector = new Collector();
  let kafka: KafkaCluster;
  let gateway: Endwatch;
  let viewer: Viewer;

  const send = (key: string, resource: fhir.Resource, traceparent?: string): Promise<void> =>
    withProducer(kafka.bootstrap, async (_send, producer) => {
      const headers = traceparent === undefined ? {} : { traceparent };
      const message = { key, value: JSON.stringify(resource), headers };
      await producer.send({ topic: 'endwatch.vitals', messages: [message] });
    });
  const ofTrace = (traceId: string): Span[] =>
    collector.spans.filter((span) => span.traceId === traceId);

  beforeAll(async () => {
    kafka = await KafkaCluster.start();
    opened.push(() => kafka.stop());
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    const environment = {
      DATABASE_URL: await postgres.database('traces'),
      KAFKA_BROKERS: kafka.bootstrap,
      ENDWATCH_PARTITIONS: '2',
      OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen(),
    };
    opened.push(() => {
      collector.close();
    });
    const start = async (roles: string): Promise<Endwatch> => {
      const endwatch = new Endwatch({ ...environment, ENDWATCH_ROLES: roles });
      opened.push(() => endwatch.stop());
      return endwatch.ready();
    };
    await start('scorer');
    gateway = await start('gateway');
    const stay = fhir.encounter('t1', { start: Date.now() - 20 * HOUR, bedId: `${WARD}-1` });
    const places = [fhir.ward(WARD, 'Traced ward'), fhir.bed(`${WARD}-1`, '1', WARD)];
    await send('t1', fhir.bundle(...places, fhir.patient('t1', 'Traced, Tess'), stay));
    await eventually(
      () => gateway.json<{ rows: unknown[] }>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 1,
    );
    viewer = new Viewer(gateway.address);
    opened.push(() => viewer.close());
    await viewer.join(WARD);
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('tells a record’s whole way in its sender’s trace', async () => {
    const told = { id: 'hr-1', patientId: 't1', at: Date.now() };
    await send('t1', fhir.heartRate(told, 91), `00-${TRACE}-${SENDER}-01`);
    await viewer.until((events) => events.length > 0);
    const way = ['fetch', 'decode', 'load', 'decide', 'score', 'commit', 'notify', 'push'];
    const spans = await eventually(
      () => Promise.resolve(ofTrace(TRACE)),
      (all) => way.every((name) => all.some((span) => span.name === name)),
    );
    const [root] = spans.filter(({ name }) => name === 'endwatch process');
    expect(root?.parentSpanId).toBe(SENDER);
    const others = spans.filter((span) => span !== root);
    for (const { name, parentSpanId } of others) {
      expect(way).toContain(name);
      expect(parentSpanId).toBe(root?.spanId);
    }
    const start = (name: string): bigint =>
      BigInt(spans.find((span) => span.name === name)?.startTimeUnixNano ?? 0);
    const order = ['fetch', 'decode', 'score', 'commit', 'push'].map(start);
    expect(order.toSorted((a, b) => Number(a - b))).toEqual(order);
    expect([...collector.paths]).toEqual(['POST /v1/traces']);
  });

  it('tells what nobody asked to follow in a trace of its own, and nothing its sender does not sample', async () => {
    const unsampled = TRACE.replace('0af', '1af');
    const before = viewer.events.length;
    const told = (id: string) => ({ id, patientId: 't1', at: Date.now() });
    await send('t1', fhir.heartRate(told('hr-2'), 92), `00-${unsampled}-${SENDER}-00`);
    await viewer.until((events) => events.length > before);
    await eventually(
      () => Promise.resolve(collector.spans),
      (all) => all.filter(({ name }) => name === 'push').length > 1,
    );
    expect(ofTrace(unsampled)).toEqual([]);
  });

  it('names no patient', () => {
    for (const secret of ['t1"', 'Traced, Tess', 'Tess', 'hr-1']) {
      expect(collector.text).not.toContain(secret);
    }
  });

  it('ends a start whose settings cannot be used', async () => {
    for (const [name, value] of [
      ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
      ['OTEL_TRACES_SAMPLER_ARG', '2'],
      ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ] as const) {
      const refused = new Endwatch({ [name]: value });
      expect(await refused.exited()).toBe(78);
      expect(refused.lines.filter((line) => line.trim() !== '')).toEqual([
        expect.stringMatching(new RegExp(`${name} is "${value}"; allowed: `)),
      ]);
    }
  });
});
