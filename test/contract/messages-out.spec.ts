import { rmSync } from 'node:fs';
import type { Alert, BoardSnapshot } from '@endwatch/contracts';
import { logEnds, readLog, type LogEntry } from '../faults/log-contents.ts';
import { plainClient } from '../faults/stream.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

const HOUR = 3_600_000;
const WARD = 'out';
const SCORES = 'endwatch.scores';
const ALERTS = 'endwatch.alerts';

interface RiskAssessment {
  readonly resourceType: string;
  readonly id: string;
  readonly status: string;
  readonly method: { readonly text: string };
  readonly subject: { readonly reference: string };
  readonly performer: { readonly reference: string };
  readonly contained: readonly { id: string; resourceType: string; version: { value: string }[] }[];
  readonly basis: readonly { readonly display: string }[];
  readonly prediction: readonly {
    readonly probabilityDecimal: number;
    readonly whenPeriod: { readonly start: string; readonly end: string };
  }[];
}

interface Flag {
  readonly resourceType: string;
  readonly status: string;
  readonly identifier: readonly { readonly value: string }[];
  readonly subject: { readonly reference: string };
}

const bodyOf = ({ value }: LogEntry): unknown => JSON.parse(value);

/** Read by another program from a real broker, on which somebody made the topic of scores before, with one partition. */
describe('messages out', () => {
  const opened: (() => unknown)[] = [];
  let kafka: KafkaCluster;
  let url: string;
  let endwatch: Endwatch;
  let home: string;

  const start = async (): Promise<void> => {
    const settings = {
      DATABASE_URL: url,
      KAFKA_BROKERS: kafka.bootstrap,
      ENDWATCH_PARTITIONS: '3',
    };
    endwatch = new Endwatch(settings, home);
    ({ home } = endwatch);
    await endwatch.ready();
  };
  const read = async (topic: string): Promise<readonly LogEntry[]> =>
    readLog(kafka.bootstrap, await logEnds(kafka.bootstrap, [topic]));
  const stored = async (): Promise<readonly string[]> =>
    (await query<{ id: string }>(url, 'SELECT id FROM score')).map(({ id }) => id);
  /** All that was stored has been told. */
  const scoresTold = async (): Promise<readonly LogEntry[]> => {
    const told = await eventually(
      async () => ({ entries: await read(SCORES), ids: await stored() }),
      ({ entries, ids }) => {
        const known = new Set(entries.map(({ headers }) => headers['ce_id']));
        return ids.length > 0 && ids.every((id) => known.has(id));
      },
    );
    return told.entries;
  };
  const examined = (id: string, hoursAgo: number, arm: number): fhir.Resource =>
    fhir.nihss({ id, patientId: 'p', at: Date.now() - hoursAgo * HOUR }, { '5a': arm });
  const alertOf = (): Promise<Alert> =>
    eventually(
      async () => (await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`)).rows,
      (rows) => rows.some(({ alerts }) => alerts.some(({ kind }) => kind === 'end-confirmed')),
    ).then((rows) => rows[0]!.alerts.find(({ kind }) => kind === 'end-confirmed')!);

  beforeAll(async () => {
    kafka = await KafkaCluster.start();
    opened.push(() => kafka.stop());
    const admin = plainClient(kafka.bootstrap).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: SCORES, numPartitions: 1 }] });
    await admin.disconnect();
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('messages_out');
    await start();
    opened.push(async () => {
      await endwatch.stop();
      rmSync(home, { recursive: true, force: true });
    });
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Out'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('p', 'Out, Otto'),
        fhir.encounter('p', { start: Date.now() - 20 * HOUR, bedId: `${WARD}-1` }),
        examined('n1', 19, 1),
        examined('n2', 3, 1),
      ),
    );
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('tell of every score as a RiskAssessment, keyed by patient', async () => {
    const entries = await scoresTold();
    expect(new Set(entries.map(({ partition }) => partition))).toEqual(new Set([0]));
    for (const entry of entries) {
      expect(entry.key).toBe('p');
      expect(entry.headers).toMatchObject({ ce_type: 'endwatch.score', ce_specversion: '1.0' });
      const told = bodyOf(entry) as RiskAssessment;
      expect(told).toMatchObject({
        ...{ resourceType: 'RiskAssessment', status: 'final' },
        subject: { reference: 'Patient/p' },
        performer: { reference: '#model' },
      });
      expect(told.id).toBe(entry.headers['ce_id']);
      expect(told.contained).toMatchObject([{ id: 'model', resourceType: 'Device' }]);
      expect(told.contained[0]?.version[0]?.value).toMatch(/^fusion-/);
      expect(told.method.text).not.toBe('');
      expect(told.basis.length).toBeGreaterThan(0);
      expect(told.prediction.length).toBeGreaterThan(0);
      for (const { probabilityDecimal, whenPeriod } of told.prediction) {
        expect(probabilityDecimal).toBeGreaterThanOrEqual(0);
        expect(probabilityDecimal).toBeLessThanOrEqual(1);
        expect(Date.parse(whenPeriod.end)).toBeGreaterThan(Date.parse(whenPeriod.start));
      }
    }
  });

  it('tell of an alert as a Flag that is active, and inactive once it is resolved', async () => {
    await endwatch.post('/fhir', examined('n3', 1, 4));
    const alert = await alertOf();
    const flags = async (): Promise<readonly Flag[]> =>
      (await read(ALERTS))
        .filter(({ key }) => key === 'p')
        .map((entry) => bodyOf(entry) as Flag)
        .filter(({ identifier }) => identifier.some(({ value }) => value === alert.id));
    const [active] = await eventually(flags, (told) => told.length > 0);
    expect(active).toMatchObject({ resourceType: 'Flag', status: 'active' });
    expect(active?.subject.reference).toBe('Patient/p');
    await endwatch.post(`/api/alerts/${alert.id}/resolve`, { reason: 'Treated' });
    const all = await eventually(flags, (told) => told.at(-1)?.status === 'inactive');
    expect(all.at(-1)?.status).toBe('inactive');
    const byId = Map.groupBy(await read(ALERTS), ({ headers }) => headers['ce_id']);
    for (const [id, same] of byId) {
      expect([id, new Set(same.map(({ value }) => value)).size]).toEqual([id, 1]);
    }
  });

  it('are all told in the end after a crash, the same under the same ce_id', async () => {
    await endwatch.post('/fhir', fhir.bundle(...[0.9, 0.7, 0.5].map((ago, n) => vitals(n, ago))));
    await endwatch.stop('SIGKILL');
    await start();
    const entries = await scoresTold();
    const byId = Map.groupBy(entries, ({ headers }) => headers['ce_id']);
    for (const [id, same] of byId) {
      expect([id, new Set(same.map(({ value }) => value)).size]).toEqual([id, 1]);
    }
    expect([...byId.keys()].toSorted()).toEqual((await stored()).toSorted());
  });
});

function vitals(n: number, hoursAgo: number): fhir.Resource {
  const told = { id: `hr-${String(n)}`, patientId: 'p', at: Date.now() - hoursAgo * HOUR };
  return fhir.heartRate(told, 90 + n);
}
