import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';
import { Viewer } from '../harness/viewer.ts';
import * as fhir from '../harness/messages.ts';
import { freePorts } from '../kafka/free-ports.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

const HOUR = 3_600_000;
const WARD = 'ready-ward';

interface Readiness {
  readonly status: string;
  readonly parts: Readonly<
    Record<string, { up: boolean; state: string; since: string; detail: string; seconds?: number }>
  >;
}

/** Real faults behind a process of both roles and one that only serves. */
describe('readiness under faults', () => {
  const opened: (() => unknown)[] = [];
  let kafka: KafkaCluster;
  let postgres: PostgresServer;
  let both: Endwatch;
  let gateway: Endwatch;
  let environment: Record<string, string>;

  const ask = async (address: string): Promise<Readiness & { code: number }> => {
    const response = await fetch(`${address}/health/ready`);
    return { code: response.status, ...((await response.json()) as Readiness) };
  };
  const start = async (env: Record<string, string>): Promise<Endwatch> => {
    const endwatch = new Endwatch({ ...environment, ...env });
    opened.push(() => endwatch.stop());
    return endwatch.ready();
  };
  const patient = { timeout: 60_000 };

  beforeAll(async () => {
    kafka = await KafkaCluster.start({ extra: { 'broker.session.timeout.ms': '2000' } });
    opened.push(() => kafka.stop());
    postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    environment = {
      DATABASE_URL: await postgres.database('ready'),
      KAFKA_BROKERS: kafka.bootstrap,
      ENDWATCH_PARTITIONS: '2',
    };
    both = await start({});
    gateway = await start({ ENDWATCH_ROLES: 'gateway' });
    await both.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Ready ward'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('r', 'Ready, R'),
        fhir.encounter('r', { start: Date.now() - 20 * HOUR, bedId: `${WARD}-1` }),
      ),
    );
    await eventually(
      () => both.json<{ rows: unknown[] }>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 1,
    );
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('tells every part, its state and since when', async () => {
    const { code, status, parts } = await ask(both.address);
    expect([code, status]).toEqual([200, 'up']);
    expect(Object.keys(parts)).toEqual(['database', 'broker', 'model', 'lag', 'scorer']);
    for (const part of Object.values(parts)) {
      expect(part).toMatchObject({ up: true, state: 'up' });
      expect(Date.parse(part.since)).toBeLessThanOrEqual(Date.now());
    }
    expect(parts['lag']?.seconds).toBeLessThan(10);
    expect(Object.keys((await ask(gateway.address)).parts)).not.toContain('scorer');
  });

  it('a broker that is gone: who scores is not ready, who serves is, and boards say that no data come', async () => {
    const viewer = new Viewer(gateway.address);
    opened.push(() => viewer.close());
    await viewer.join(WARD);
    const from = Date.now();
    await kafka.kill(0);
    const down = await eventually(
      () => ask(both.address),
      ({ code }) => code === 503,
      patient.timeout,
    );
    expect(down.parts['broker']).toMatchObject({ state: 'down' });
    expect(down.parts['database']).toMatchObject({ state: 'up' });
    expect(Date.parse(down.parts['broker']?.since ?? '')).toBeGreaterThanOrEqual(from - 1_000);
    const serves = await eventually(
      () => ask(gateway.address),
      ({ parts }) => parts['broker']?.state === 'down',
      patient.timeout,
    );
    expect(serves.code).toBe(200);
    await eventually(
      () => Promise.resolve(viewer.beats.at(-1)),
      (beat) => beat?.trouble?.kind === 'no-data' && beat.lag.seconds > 10,
      patient.timeout,
    );
    const lag = (await ask(gateway.address)).parts['lag'];
    expect(lag?.state).toBe('down');
    expect(lag?.detail).toMatch(/^no-data since /);
    await kafka.restart(0);
    for (const one of [both, gateway]) {
      await eventually(
        () => ask(one.address),
        ({ code, parts }) => code === 200 && parts['broker']?.state === 'up',
        patient.timeout,
      );
    }
    await eventually(
      () => Promise.resolve(viewer.beats.at(-1)),
      (beat) => beat?.trouble === null,
      patient.timeout,
    );
  });

  it('a database that is gone: nobody is ready, and boards go on hearing why', async () => {
    const viewer = new Viewer(gateway.address);
    opened.push(() => viewer.close());
    await viewer.join(WARD);
    await postgres.kill();
    for (const one of [both, gateway]) {
      const { parts } = await eventually(
        () => ask(one.address),
        ({ code }) => code === 503,
        patient.timeout,
      );
      expect(parts['database']).toMatchObject({ state: 'down' });
    }
    await eventually(
      () => Promise.resolve(viewer.beats.at(-1)),
      (beat) => beat?.trouble?.kind === 'cannot-save' && beat.lag.seconds > 6,
      patient.timeout,
    );
    await postgres.restart();
    for (const one of [both, gateway]) {
      await eventually(
        () => ask(one.address),
        ({ code }) => code === 200,
        patient.timeout,
      );
    }
  });

  it('is never ready before topics are assigned', async () => {
    await kafka.kill(0);
    const [port = 0] = await freePorts(1);
    const late = new Endwatch({ ...environment, ENDWATCH_ROLES: 'scorer', PORT: String(port) });
    opened.push(() => late.stop());
    const address = `http://127.0.0.1:${port}`;
    const seen = await eventually(
      () => ask(address),
      () => true,
      patient.timeout,
    );
    expect(seen.code).toBe(503);
    expect(seen.parts).toMatchObject({
      model: { state: 'up' },
      scorer: { state: 'down', detail: 'has no topics assigned yet' },
    });
    expect(late.lines.join('\n')).not.toContain('Endwatch is ready');
    await kafka.restart(0);
    await late.ready();
    expect((await ask(address)).code).toBe(200);
  });
});
