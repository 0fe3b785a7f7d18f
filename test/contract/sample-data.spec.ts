import { rmSync } from 'node:fs';
import { REJECTION_CODES, type RejectionView } from '@endwatch/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { bearer } from '../harness/access.ts';
import { withProducer } from '../harness/load.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import * as from from './sample-messages.ts';

const PREFIX = 'samples';

interface Entry {
  readonly response: {
    readonly status: string;
    readonly outcome: { issue: { severity: string; diagnostics: string }[] };
  };
}

/** Sum of a counter of `/metrics`, by its one label. */
function counted(metrics: string, name: string, label: string): Record<string, number> {
  const pattern = new RegExp(`^${name}\\{${label}="([^"]+)"\\} (\\d+)$`, 'gm');
  const found = [...metrics.matchAll(pattern)];
  return Object.fromEntries(found.map(([, of = '', n]) => [of, Number(n)] as const));
}

function difference(
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  const changed = Object.entries(after).map(([of, n]) => [of, n - (before[of] ?? 0)] as const);
  return Object.fromEntries(changed.filter(([, n]) => n > 0));
}

/** What was set aside between two readings of the metrics. */
function setAside(before: string, after: string): Pick<from.Tally, 'ignored' | 'rejected'> {
  const changed = (name: string, label: string): Record<string, number> =>
    difference(counted(after, name, label), counted(before, name, label));
  return {
    ignored: changed('endwatch_ignored_total', 'type'),
    rejected: changed('endwatch_rejections_total', 'code'),
  };
}

/** Without parts of resources that are used otherwise. */
function wholeOnes(ignored: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(ignored).filter(([what]) => !what.includes('.')));
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

/** Everything goes through the HTTP door of one Endwatch and through the Kafka topics of another: what is made of it must be the same. */
describe(`sample data: ${Object.keys(from.samples()).join(', ')}`, () => {
  let kafka: KafkaCluster;
  let postgres: PostgresServer;
  const urls = { http: '', kafka: '' };
  const running: Partial<Record<'http' | 'kafka', Endwatch>> = {};
  const tallies: Record<string, from.Tally> = {};
  const folders = from.samples();
  const all = Object.values(folders).flat();

  const metricsOf = async (endwatch: Endwatch): Promise<string> =>
    (await fetch(`${endwatch.address}/metrics`)).text();
  const consumed = (metrics: string): number =>
    sum(counted(metrics, 'endwatch_messages_total', 'stream'));

  beforeAll(async () => {
    kafka = await KafkaCluster.start();
    postgres = new PostgresServer();
    for (const door of ['http', 'kafka'] as const) {
      urls[door] = await postgres.database(`samples_${door}`);
      running[door] = new Endwatch({
        DATABASE_URL: urls[door],
        ENDWATCH_LOG_LEVEL: 'error',
        ENDWATCH_PARTITIONS: '4',
        ENDWATCH_TOPIC_PREFIX: PREFIX,
        ...(door === 'kafka' ? { KAFKA_BROKERS: kafka.bootstrap } : {}),
      });
    }
    await Promise.all(Object.values(running).map((one) => one.ready()));
  });

  afterAll(async () => {
    const processes = Object.values(running);
    await Promise.all(processes.map((one) => one.stop()));
    await Promise.all([kafka.stop(), postgres.stop()]);
    for (const { home } of processes) rmSync(home, { recursive: true, force: true });
  });

  /** As somebody would who looks after the dead letters. */
  async function readTopic(
    topic: string,
    count: number,
  ): Promise<readonly Record<'code' | 'detail' | 'value', string>[]> {
    const read: Record<'code' | 'detail' | 'value', string>[] = [];
    const client = new Kafka({ brokers: kafka.bootstrap.split(','), logLevel: logLevel.NOTHING });
    const consumer = client.consumer({ groupId: 'reader-of-dead-letters' });
    try {
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({
        eachMessage: ({ message: { headers, value } }) => {
          const [code, detail] = [headers?.['endwatch_code'], headers?.['endwatch_detail']];
          read.push({ code: String(code), detail: String(detail), value: String(value) });
          return Promise.resolve();
        },
      });
      return await eventually(
        () => Promise.resolve(read),
        ({ length }) => length >= count,
      );
    } finally {
      await consumer.disconnect();
    }
  }

  /** What the answers say, and afterwards that the log held exactly what was taken. */
  async function throughHttp(samples: readonly from.Sample[]): Promise<from.Tally> {
    const endwatch = running.http!;
    const tally = from.nothing();
    const before = await metricsOf(endwatch);
    const unused: Record<string, number> = {};
    for (const sample of samples) {
      const response = await fetch(`${endwatch.address}/fhir`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', ...(await bearer(endwatch.address)) },
        body: JSON.stringify(sample.message),
      });
      const answer = (await response.json()) as { entry?: Entry[] } & Entry['response']['outcome'];
      const alone = { response: { status: String(response.status), outcome: answer } };
      const entries = answer.entry ?? [alone];
      const resources = from.resourcesIn(sample);
      expect({ name: sample.name, entries: entries.length }).toEqual({
        ...{ name: sample.name, entries: resources.length },
      });
      for (const [index, { response: said }] of entries.entries()) {
        tally.resources++;
        const diagnostics = said.outcome.issue.map((issue) => issue.diagnostics);
        if (said.status === '202' && diagnostics[0] === 'taken') tally.used++;
        else if (said.status === '202') from.count(unused, resources[index]!.resourceType);
        else expect(diagnostics[0]).toMatch(/^[a-z-]+: \S/);
      }
    }
    const after = await eventually(
      () => metricsOf(endwatch),
      (metrics) => consumed(metrics) - consumed(before) >= tally.used,
    );
    expect(consumed(after) - consumed(before)).toBe(tally.used);
    Object.assign(tally, setAside(before, after));
    expect(wholeOnes(tally.ignored)).toEqual(unused);
    return tally;
  }

  async function throughKafka(samples: readonly from.Sample[]): Promise<from.Tally> {
    const endwatch = running.kafka!;
    const tally = from.nothing();
    const before = await metricsOf(endwatch);
    const refusedBefore = await refusedWhole();
    await withProducer(kafka.bootstrap, async (_send, producer) => {
      for (const sample of samples) {
        tally.resources += from.resourcesIn(sample).length;
        await producer.send({
          topic: `${PREFIX}.adt`,
          messages: [{ key: from.keyOf(sample), value: JSON.stringify(sample.message) }],
        });
      }
    });
    const after = await eventually(
      () => metricsOf(endwatch),
      (metrics) => consumed(metrics) - consumed(before) >= samples.length,
    );
    expect(consumed(after) - consumed(before)).toBe(samples.length);
    Object.assign(tally, setAside(before, after));
    tally.used =
      tally.resources - sum(wholeOnes(tally.ignored)) - (await refusedWhole()) + refusedBefore;
    return tally;
  }

  /** Each version of each resource that is kept, of whichever table; without the time at which the log took it, which each log has its own of. */
  async function kept(url: string): Promise<readonly string[]> {
    // It stands before the digest, and in place of `lastUpdated` too.
    const said = `regexp_replace(regexp_replace(version, '^(\\d+)\\.(\\d{14,})(\\.\\d+\\.\\d)\\.\\2\\.', '\\1.0\\3.'),
      '\\.\\d{14,}(\\.[0-9a-f]{12})$', '\\1')`;
    const each = ['clinical_record', 'observation', 'report'].map(
      (table) =>
        `SELECT DISTINCT patient_id || ' ' || resource_key || ' ' || ${said} AS what FROM ${table}`,
    );
    const rows = await query<{ what: string }>(
      url,
      `${each.join(' UNION ')} UNION SELECT 'Location/' || location_id FROM location ORDER BY 1`,
    );
    return rows.map(({ what }) => what);
  }

  /** Resources that nothing is kept of; a part that is refused leaves the rest of its resource. */
  async function refusedWhole(): Promise<number> {
    const known = new Set((await kept(urls.kafka)).map((what) => what.split(' ')[1]));
    const rejected = await running.kafka!.json<RejectionView[]>('/api/rejections?limit=1000');
    return rejected.filter(({ resource }) => resource === null || !known.has(resource)).length;
  }

  it.each(Object.keys(folders))('%s is used, ignored or rejected with a code', async (folder) => {
    const samples = folders[folder]!;
    const before = (await kept(urls.http)).length;
    const http = await throughHttp(samples);
    http.kept = (await kept(urls.http)).length - before;
    const log = await throughKafka(samples);
    log.kept = (await kept(urls.kafka)).length - before;
    tallies[`${folder}, POST /fhir`] = http;
    tallies[`${folder}, Kafka`] = log;
    expect(log).toEqual(http);
    for (const code of Object.keys(http.rejected)) expect(REJECTION_CODES).toContain(code);
    expect(http.rejected['internal']).toBeUndefined();
    expect(http.used).toBeGreaterThan(0);
    // Whole resources only: a part that is refused leaves its resource in use.
    const whole = http.used + sum(wholeOnes(http.ignored));
    expect(whole).toBeLessThanOrEqual(http.resources);
    expect(whole + sum(http.rejected)).toBeGreaterThanOrEqual(http.resources);
  });

  it('is kept the same by either door, version for version', async () => {
    const [http, log] = await Promise.all([kept(urls.http), kept(urls.kafka)]);
    expect(log).toEqual(http);
    expect(http.length).toBeGreaterThan(0);
  });

  it('rejects the same things for the same reasons, and lists them', async () => {
    const reasons = await Promise.all(
      (['http', 'kafka'] as const).map(async (door) => {
        const list = await running[door]!.json<RejectionView[]>('/api/rejections?limit=1000');
        return list
          .map(({ code, detail, resource }) => `${code} ${resource}: ${detail}`)
          .toSorted();
      }),
    );
    expect(reasons[1]).toEqual(reasons[0]);
    const printed = Object.values(tallies).reduce(
      (total, { rejected }) => total + sum(rejected),
      0,
    );
    expect(reasons.flat()).toHaveLength(printed);
  });

  it('puts what is rejected on the dead letters with its bytes, whichever door it came by', async () => {
    const endwatch = running.kafka!;
    const refused = '{"resourceType": "Patient", "id": ';
    const answer = await fetch(`${endwatch.address}/fhir`, {
      ...{ method: 'POST', body: refused, headers: await bearer(endwatch.address) },
    });
    expect(answer.status).toBe(400);
    const list = await endwatch.json<RejectionView[]>('/api/rejections?limit=1000');
    const letters = await readTopic(`${PREFIX}.dead-letters`, list.length);
    expect(letters.map(({ code }) => code).toSorted()).toEqual(
      list.map(({ code }) => code).toSorted(),
    );
    expect(letters.find(({ code }) => code === 'not-json')?.value).toBe(refused);
    for (const { detail } of letters) expect(detail).toMatch(/\w+ /);
  });

  it('leaves both healthy', async () => {
    for (const endwatch of Object.values(running)) {
      expect((await fetch(`${endwatch.address}/health/ready`)).status).toBe(200);
      expect(endwatch.running).toBe(true);
    }
    expect(all.length).toBeGreaterThan(5);
    process.stdout.write(from.table(tallies));
  });
});
