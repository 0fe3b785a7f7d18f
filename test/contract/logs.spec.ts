import { bearer } from '../harness/access.ts';
import { withProducer } from '../harness/load.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { Viewer } from '../harness/viewer.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { leaksIn } from '../harness/leaks.ts';

const HOUR = 3_600_000;
const PREFIX = 'hush';
const WARD = 'hush-ward';
/** What nobody may find in a log: names, ids, identifiers, words of a report. */
const SECRETS = {
  ids: ['pat-7719', 'pat-7720', 'pat-7721'],
  names: ['Quintessa', 'Zywiolowska', 'Ottoline', 'Brackenbury', 'Ptolemaios'],
  identifiers: ['MRN-55501239', '756.9217.0769.85'],
  report: ['hyperdense', 'putamen', 'encephalomalacia'],
};

interface Line {
  readonly msg: string;
  readonly level: number;
  readonly part?: string;
  readonly round?: string;
  readonly rounds?: readonly string[];
  readonly correlationId?: string;
}

/** A ward with names, ids and reports goes through a whole run, with poison and failures; every line that was said is read. */
describe('the log of a whole run', () => {
  const opened: (() => unknown)[] = [];
  const runs: Endwatch[] = [];
  let kafka: KafkaCluster;
  let postgres: PostgresServer;
  let endwatch: Endwatch;
  let url: string;
  const now = Date.now();

  const start = async (): Promise<Endwatch> => {
    const run = new Endwatch({
      ...{ DATABASE_URL: url, KAFKA_BROKERS: kafka.bootstrap, ENDWATCH_TOPIC_PREFIX: PREFIX },
      ...{ ENDWATCH_PARTITIONS: '2', ENDWATCH_LOG_LEVEL: 'debug' },
    });
    runs.push(run);
    opened.push(() => run.stop());
    return run.ready();
  };
  const send = (stream: string, key: string, value: object | string): Promise<void> =>
    withProducer(kafka.bootstrap, async (_send, producer) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      await producer.send({ topic: `${PREFIX}.${stream}`, messages: [{ key, value: text }] });
    });
  const lines = (): Line[] =>
    runs
      .flatMap((run) => run.lines)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);
  const shown = async (): Promise<number> =>
    (await endwatch.json<{ rows: unknown[] }>(`/api/wards/${WARD}/board`)).rows.length;

  beforeAll(async () => {
    kafka = await KafkaCluster.start();
    opened.push(() => kafka.stop());
    postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('hush');
    endwatch = await start();
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('is lived through: a ward, poison, a broken record, refused requests, a database that goes away', async () => {
    const [first = '', second = '', third = ''] = SECRETS.ids;
    const named = (id: string, name: string): fhir.Resource => ({
      ...fhir.patient(id, name),
      identifier: SECRETS.identifiers.map((value) => ({ value })),
    });
    await send(
      'adt',
      first,
      fhir.bundle(
        fhir.ward(WARD, 'Hushed ward'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        named(first, 'Zywiolowska, Quintessa'),
        fhir.encounter(first, { start: now - 20 * HOUR, bedId: `${WARD}-1` }),
      ),
    );
    await eventually(shown, (rows) => rows === 1);
    const viewer = new Viewer(endwatch.address);
    opened.push(() => viewer.close());
    await viewer.join(WARD);
    const told = (id: string) => ({ id: `o-${id}`, patientId: id, at: now - HOUR });
    await send('reports', first, fhir.report(told(first), `A ${SECRETS.report.join(' ')} sign.`));
    await send('vitals', first, fhir.heartRate({ ...told(first), id: 'hr' }, 81));
    await send('nihss', first, fhir.nihss({ ...told(first), id: 'n' }, { '5a': 2 }));
    await send(
      'vitals',
      second,
      `{"resourceType":"Observation","subject":"${SECRETS.names[2]} Bra`,
    );
    await send('vitals', second, fhir.heartRate(told(first), 77));
    await send('vitals', third, { resourceType: 'Ptolemaios', id: third, name: SECRETS.names });
    await send('labs', second, fhir.glucose(told(second), 9_999_999));
    await send('vitals', third, {
      ...fhir.heartRate(told(third), 70),
      status: { Ottoline: third },
    });
    await viewer.until((events) => events.length >= 3);
    await eventually(
      () => query<{ n: number }>(url, 'SELECT count(*)::integer AS n FROM rejection'),
      ([row]) => (row?.n ?? 0) >= 3,
    );
  });

  it('goes through failures: requests refused and failed, a constraint broken, a database killed', async () => {
    const [first = ''] = SECRETS.ids;
    const who = await bearer(endwatch.address);
    const ask = (path: string, init?: RequestInit): Promise<Response> =>
      fetch(endwatch.address + path, {
        ...init,
        headers: { ...who, ...(init?.headers as object) },
      });
    const post = (path: string, body: string): Promise<Response> =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await ask(`/api/patients/${first}x`);
    await post('/fhir', `{"name":"${SECRETS.names.join(' ')}"`);
    await post('/api/session', JSON.stringify({ username: 'Quintessa', password: 'Zywiolowska' }));
    // A record that Postgres refuses each time, with its value in what Postgres says.
    await query(
      url,
      `ALTER TABLE observation ADD CONSTRAINT planted CHECK (resource_key <> 'Observation/o-planted') NOT VALID`,
    );
    await send('vitals', first, fhir.heartRate({ id: 'o-planted', patientId: first, at: now }, 82));
    await eventually(
      () => query(url, "SELECT 1 FROM rejection WHERE code = 'internal'"),
      (rows) => rows.length === 1,
    );
    await postgres.kill();
    await send('vitals', first, fhir.heartRate({ id: 'o-after', patientId: first, at: now }, 83));
    const failed = await ask(`/api/patients/${first}`);
    expect(failed.status).toBe(500);
    const { correlationId } = (await failed.json()) as { correlationId: string };
    await endwatch.line(new RegExp(correlationId));
    const said = lines().find((line) => line.correlationId === correlationId);
    expect(said).toMatchObject({ part: 'http', msg: 'request failed' });
    await endwatch.line(/a round could not be saved/);
    await postgres.restart();
    await eventually(
      () => query(url, "SELECT 1 FROM observation WHERE resource_key = 'Observation/o-after'"),
      (rows) => rows.length === 1,
      60_000,
    );
    expect(await endwatch.stop()).toBe(0);
  });

  it('is JSON, one line a round, with the id of the round from the commit to the screens', () => {
    const rounds = lines().filter(({ msg }) => msg === 'round');
    const ids = rounds.map(({ round }) => round);
    expect(rounds.length).toBeGreaterThan(5);
    expect(rounds.every(({ level, round }) => level === 30 && round !== undefined)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    const pushes = lines().filter(({ msg }) => msg === 'pushed');
    expect(pushes.length).toBeGreaterThan(0);
    for (const { rounds: pushed = [] } of pushes) {
      expect(pushed.length).toBeGreaterThan(0);
      for (const id of pushed) expect(ids).toContain(id);
    }
  });

  it('names the round in the rejection of what it could not process', async () => {
    const [row] = await query<{ detail: string }>(
      url,
      "SELECT detail FROM rejection WHERE code = 'internal'",
    );
    const [, id = ''] = /correlation (\S+)$/.exec(row?.detail ?? '') ?? [];
    const about = lines().filter(({ correlationId, round }) => [correlationId, round].includes(id));
    expect(about.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['round', 'a record could not be processed']),
    );
  });

  it('holds no name, id, identifier or word of a report', () => {
    const all = runs.flatMap((run) => run.lines);
    expect(all.length).toBeGreaterThan(50);
    expect(leaksIn(all, Object.values(SECRETS).flat())).toEqual([]);
  });

  it('would be caught if it did: a planted leak, in whatever case or escape', () => {
    const clean = runs.flatMap((run) => run.lines);
    for (const leak of ['zywiolowska', 'MRN\\u002d55501239', 'patient PAT-7719 was moved']) {
      const planted = [...clean, JSON.stringify({ msg: 'round', what: leak })];
      expect(leaksIn(planted, Object.values(SECRETS).flat())).toHaveLength(1);
    }
  });
});
