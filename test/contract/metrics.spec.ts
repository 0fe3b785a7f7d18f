import pg from 'pg';
import { withProducer, type Sent } from '../harness/load.ts';
import * as fhir from '../harness/messages.ts';
import { metricsOf, series } from '../harness/metrics.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { Viewer } from '../harness/viewer.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const PREFIX = 'metrics';
const WARD = 'm-ward';
const PATIENTS = ['m1', 'm2', 'm3'];

/** Known traffic through a running product; what `/metrics` says is compared with what was sent, shown and stored. */
describe('metrics of known traffic', () => {
  const opened: (() => unknown)[] = [];
  let kafka: KafkaCluster;
  let endwatch: Endwatch;
  let url: string;
  let viewer: Viewer;
  const now = Date.now();
  const admittedAt = now - 20 * HOUR;

  const send = (messages: readonly (Sent & { id?: string })[]): Promise<void> =>
    withProducer(kafka.bootstrap, async (_send, producer) => {
      for (const { stream, key, resource, id } of messages) {
        const headers = id === undefined ? {} : { ce_source: 'metrics-spec', ce_id: id };
        const message = { key, value: JSON.stringify(resource), headers };
        await producer.send({ topic: `${PREFIX}.${stream}`, messages: [message] });
      }
    });
  const told = (patientId: string, what: string, minutesAgo: number): fhir.Told => ({
    ...{ id: `${patientId}-${what}-${minutesAgo}`, patientId, at: now - minutesAgo * MINUTE },
  });
  const vital = (patientId: string, minutesAgo: number): Sent => ({
    stream: 'vitals',
    key: patientId,
    resource: fhir.heartRate(told(patientId, 'hr', minutesAgo), 70 + minutesAgo),
  });
  const lab = (patientId: string): Sent => ({
    stream: 'labs',
    key: patientId,
    resource: fhir.glucose(told(patientId, 'glucose', 90), 120),
  });
  const counts = (name: string): Promise<Readonly<Record<string, number>>> =>
    metricsOf(endwatch).then((metrics) => series(metrics, `endwatch_${name}`));
  const total = async (name: string): Promise<number> =>
    Object.values(await counts(name)).reduce((sum, value) => sum + value, 0);
  const stored = async (sql: string): Promise<number> =>
    (await query<{ n: number }>(url, `SELECT count(*)::integer AS n FROM ${sql}`))[0]?.n ?? 0;

  beforeAll(async () => {
    kafka = await KafkaCluster.start();
    opened.push(() => kafka.stop());
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('metrics');
    endwatch = new Endwatch({
      DATABASE_URL: url,
      KAFKA_BROKERS: kafka.bootstrap,
      ENDWATCH_TOPIC_PREFIX: PREFIX,
      ENDWATCH_PARTITIONS: '3',
    });
    opened.push(() => endwatch.stop());
    await endwatch.ready();
    const adt = (key: string, resource: fhir.Resource): Sent => ({ stream: 'adt', key, resource });
    await send([
      adt(WARD, fhir.ward(WARD, 'Metrics ward')),
      ...PATIENTS.flatMap((id) => [
        adt(WARD, fhir.bed(`${WARD}-${id}`, id, WARD)),
        adt(id, fhir.patient(id, `Metrics, ${id}`)),
        adt(id, fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${id}` })),
        adt(id, fhir.strokeCondition(id, admittedAt)),
      ]),
    ]);
    await eventually(
      () => total('messages_total'),
      (n) => n === 13,
    );
    viewer = new Viewer(endwatch.address);
    opened.push(() => viewer.close());
    await viewer.join(WARD);
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('counts what came in, by stream, and what was set aside, by code and type', async () => {
    const nihss = (id: string, at: number, items: Record<string, number>): Sent => ({
      ...{ stream: 'nihss', key: id },
      resource: fhir.nihss({ id: `${id}-n-${at}`, patientId: id, at }, items),
    });
    const impossible = fhir.heartRate(told('m1', 'impossible', 5), 9_000);
    const practitioner: fhir.Resource = { resourceType: 'Practitioner', id: 'dr' };
    await send([
      ...PATIENTS.flatMap((id) => [60, 50, 40, 30, 20].map((minutes) => vital(id, minutes))),
      ...PATIENTS.map(lab),
      nihss('m1', admittedAt + HOUR, { '5a': 2, '6a': 2 }),
      nihss('m1', now - 2 * HOUR, { '5a': 4, '6a': 4 }),
      { ...vital('m2', 10), id: 'once' },
      { ...vital('m2', 10), id: 'once' },
      { stream: 'vitals', key: 'm1', resource: impossible },
      { stream: 'labs', key: 'somebody-else', resource: lab('m1').resource },
      { stream: 'adt', key: 'm3', resource: practitioner },
    ]);
    await eventually(
      () => counts('messages_total'),
      (streams) => streams['stream="adt"'] === 14,
    );
    expect(await counts('messages_total')).toEqual({
      'stream="adt"': 14,
      'stream="vitals"': 15 + 2 + 1,
      'stream="labs"': 3 + 1,
      'stream="nihss"': 2,
    });
    expect(await counts('messages_repeated_total')).toEqual({ '': 1 });
    expect(await counts('rejections_total')).toEqual({
      'code="value-implausible"': 1,
      'code="key-mismatch"': 1,
    });
    expect(await counts('ignored_total')).toEqual({ 'type="Practitioner"': 1 });
  });

  it('counts scores and alerts as they are stored, and what went out', async () => {
    expect(await stored('rejection')).toBe(2);
    expect(await stored("alert WHERE kind = 'end-confirmed'")).toBe(1);
    const scores = await stored('score');
    expect(scores).toBeGreaterThan(0);
    expect(await counts('scores_total')).toEqual({ '': scores });
    expect(await total('alert_transitions_total')).toBe(await stored('alert_transition'));
    expect(await counts('alert_transitions_total')).toMatchObject({
      'kind="end-confirmed",to="raised"': 1,
    });
    await eventually(
      () => counts('alerts_open'),
      (open) => open['kind="end-confirmed",state="raised"'] === 1,
    );
    expect(await total('alerts_open')).toBe(await stored("alert WHERE state <> 'resolved'"));
    const out = await eventually(
      () => counts('messages_out_total'),
      (sent) => (sent['stream="scores"'] ?? 0) >= scores && sent['stream="dead-letters"'] === 2,
    );
    expect(out['stream="scores"']).toBe(scores);
    await eventually(
      () => counts('outbox_messages'),
      (waiting) => waiting[''] === 0,
    );
  });

  it('counts what screens were sent, how long it took, who watches and what gaps were filled', async () => {
    const [shown] = await query<{ sequence: number }>(url, 'SELECT sequence::integer FROM ward');
    const sequence = shown?.sequence ?? 0;
    await viewer.until((events) => events.at(-1)?.sequence === sequence);
    expect(await counts('board_events_sent_total')).toEqual({ '': viewer.events.length });
    expect(await counts('push_seconds_count')).toEqual({ '': viewer.events.length });
    const ofRecords = `board_event WHERE broker_at IS NOT NULL AND sequence > ${sequence - viewer.events.length}`;
    expect(await counts('record_to_push_seconds_count')).toEqual({ '': await stored(ofRecords) });
    expect(await counts('viewers')).toEqual({ '': 1 });
    const late = new Viewer(endwatch.address);
    await late.join(WARD, sequence - 3);
    await late.join(WARD, sequence + 1_000);
    await late.ask({ ward: 'nowhere' });
    expect(await counts('viewers')).toEqual({ '': 2 });
    expect(await counts('joins_total')).toEqual({
      'answer="first"': 1,
      'answer="gap"': 1,
      'answer="snapshot"': 1,
      'answer="refused"': 1,
    });
    expect(await counts('gap_events_total')).toEqual({ '': 3 });
    late.close();
  });

  it('times each stage of each round', async () => {
    const rounds = await counts('rounds_total');
    const committed = Object.entries(rounds).filter(([labels]) => labels.includes('committed'));
    const all = committed.reduce((sum, [, count]) => sum + count, 0);
    for (const stage of ['decode', 'load', 'decide', 'score', 'commit']) {
      expect((await counts('batch_stage_seconds_count'))[`stage="${stage}"`]).toBe(all);
    }
    const seconds = await counts('batch_stage_seconds_sum');
    expect(Math.min(...Object.values(seconds))).toBeGreaterThan(0);
    expect(Object.keys(rounds).some((labels) => labels.includes('failed'))).toBe(false);
  });

  it('tells the true lag, in records and in seconds, while nothing can be saved', async () => {
    const nothing = { 'stream="vitals"': 0, 'stream="labs"': 0 };
    expect(await counts('lag_records')).toMatchObject(nothing);
    expect(await counts('lag_seconds')).toMatchObject(nothing);
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE consumer_offset IN EXCLUSIVE MODE');
    const before = Date.now();
    await send([...[9, 8, 7, 6].map((minutes) => vital('m1', minutes)), lab('m2'), lab('m3')]);
    const waiting = await eventually(
      () => metricsOf(endwatch),
      (metrics) => (metrics.get('endwatch_lag_seconds{stream="vitals"}') ?? 0) > 5,
    );
    expect(series(waiting, 'endwatch_lag_records')).toMatchObject({
      'stream="vitals"': 4,
      'stream="labs"': 2,
      'stream="adt"': 0,
    });
    const passed = (Date.now() - before) / 1_000;
    expect(waiting.get('endwatch_lag_seconds{stream="vitals"}')).toBeLessThan(passed + 1);
    expect(waiting.get('endwatch_lag_seconds{stream="adt"}')).toBe(0);
    expect(waiting.get('endwatch_database_pool_connections{state="in_use"}')).toBeGreaterThan(0);
    await holder.query('ROLLBACK');
    await holder.end();
    await eventually(
      () => counts('lag_records'),
      (lag) => Object.values(lag).every((records) => records === 0),
    );
  });

  it('has what a process is judged by, and no label that could name a patient or a ward', async () => {
    const metrics = await metricsOf(endwatch);
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      expect(metrics.get(name)).toBeGreaterThan(0);
    }
    expect(metrics.get('endwatch_database_pool_waiting')).toBe(0);
    expect(series(metrics, 'endwatch_part_up')).toEqual({
      ...{ 'part="database"': 1, 'part="broker"': 1, 'part="model"': 1 },
      ...{ 'part="lag"': 1, 'part="scorer"': 1 },
    });
    const text = [...metrics.keys()].join('\n');
    for (const secret of [...PATIENTS, WARD, 'Metrics']) expect(text).not.toContain(`"${secret}`);
  });
});
