import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardSnapshot } from '@endwatch/contracts';
import { Child } from '../harness/child.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { secured, type Secured } from '../kafka/secure.ts';

const HOUR = 3_600_000;
const USER = 'hospital';
/** A colon and an equals sign must get through `mechanism:user:password`. */
const PASSWORD = 'Weiss:nicht=was';
const WRONG = 'Ganz:falsch';
const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'];

/** A real broker that speaks SASL over TLS only, with an authority of its own. */
describe('on a secured Kafka', () => {
  const opened: (() => unknown)[] = [];
  let kafka: KafkaCluster;
  let keys: Secured;
  let databaseUrl: string;

  const access = (sasl: string): Record<string, string> => ({
    KAFKA_BROKERS: kafka.bootstrap,
    KAFKA_SSL: '1',
    KAFKA_SASL: sasl,
    NODE_EXTRA_CA_CERTS: keys.ca,
    ENDWATCH_PARTITIONS: '3',
  });
  const start = (env: Record<string, string>): Endwatch => {
    const endwatch = new Endwatch({ DATABASE_URL: databaseUrl, ...env });
    opened.push(() => endwatch.stop());
    return endwatch;
  };
  const topics = async (verb: string, env: Record<string, string>): Promise<Child> => {
    const child = new Child({ args: ['backend/dist/topics.cli.js', verb], env });
    await child.exited();
    return child;
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'endwatch-keys-'));
    opened.push(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    keys = await secured({ folder, user: USER, password: PASSWORD });
    kafka = await KafkaCluster.start({ secured: keys });
    opened.push(() => kafka.stop());
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    databaseUrl = await postgres.database('secure');
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it.each(MECHANISMS)('%s lets the topics be made and looked at', async (mechanism) => {
    const env = access(`${mechanism}:${USER}:${PASSWORD}`);
    const prefixed = { ...env, ENDWATCH_TOPIC_PREFIX: mechanism };
    const made = await topics('create', prefixed);
    expect(made.lines).toContain(`${mechanism}.vitals: 3 partitions, created`);
    const there = await topics('check', prefixed);
    expect(await there.exited()).toBe(0);
  });

  it.each(MECHANISMS.slice(1))(
    '%s: a message goes through the log to the board',
    async (mechanism) => {
      const endwatch = start({
        ...access(`${mechanism}:${USER}:${PASSWORD}`),
        ENDWATCH_TOPIC_PREFIX: `through-${mechanism}`,
      });
      await endwatch.ready();
      const ward = `w-${mechanism}`;
      await endwatch.post(
        '/fhir',
        fhir.bundle(
          fhir.ward(ward, 'W'),
          fhir.bed(`${ward}-1`, '1', ward),
          fhir.patient(mechanism, 'Secure, S'),
          fhir.encounter(mechanism, { start: Date.now() - HOUR, bedId: `${ward}-1` }),
        ),
      );
      const { rows } = await eventually(
        () => endwatch.json<BoardSnapshot>(`/api/wards/${ward}/board`),
        (board) => board.rows.length === 1,
      );
      expect(rows[0]?.patientId).toBe(mechanism);
      expect(await endwatch.stop()).toBe(0);
      expect(endwatch.lines.join('\n')).not.toContain(PASSWORD);
    },
  );

  it.each(MECHANISMS)('%s: a wrong password ends the start with 78 and one line', async (name) => {
    const endwatch = start({ ...access(`${name}:${USER}:${WRONG}`), ENDWATCH_LOG_LEVEL: 'debug' });
    expect(await endwatch.exited()).toBe(78);
    expect(endwatch.lines).toHaveLength(1);
    expect(endwatch.lines[0]).toMatch(/KAFKA_SASL is \(a value that is not shown\).*refuse/);
    expect(endwatch.lines[0]).not.toContain('falsch');
    const said = await topics('check', access(`${name}:${USER}:${WRONG}`));
    expect(await said.exited()).toBe(1);
    expect(said.lines.join('\n')).toMatch(/authentication failed/i);
    expect(said.lines.join('\n')).not.toContain('falsch');
  });

  it('an authority that nobody named ends the start with 78 and says how to name it', async () => {
    const known = access(`plain:${USER}:${PASSWORD}`);
    const endwatch = start({ ...known, NODE_EXTRA_CA_CERTS: '' });
    expect(await endwatch.exited()).toBe(78);
    expect(endwatch.lines).toHaveLength(1);
    expect(endwatch.lines[0]).toMatch(/KAFKA_SSL.*not trusted.*NODE_EXTRA_CA_CERTS/);
  });
});
