import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardSnapshot } from '@endwatch/contracts';
import { PASSWORD } from '../harness/access.ts';
import { ROOT } from '../harness/child.ts';
import * as fhir from '../harness/messages.ts';
import { eventually, PostgresServer } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { kafkaProperties } from './kafka-properties.ts';
import { readCompose, type Addresses, type ComposeFile } from './compose-file.ts';
import { Image } from './container.ts';

const HOUR = 3_600_000;
const WRITE = `try { require('fs').writeFileSync('written', ''); } catch { process.exit(13) }`;

/** Every container of compose.yml that is ours, as a plain process, against a real Postgres and a real Kafka. */
describe('the containers of one box', () => {
  let image: Image;
  let postgres: PostgresServer;
  let kafka: KafkaCluster;
  let compose: ComposeFile;
  let addresses: Addresses;
  let before: readonly string[];

  beforeAll(async () => {
    image = new Image();
    before = image.tree.contents();
    postgres = new PostgresServer();
    const url = new URL(await postgres.database('other'));
    compose = readCompose('compose.yml', {
      // The database of the compose file, by its own name and user.
      POSTGRES_PASSWORD: url.password,
      ENDWATCH_ADMIN_PASSWORD: PASSWORD,
      TLS_CERTIFICATE_FILE: '/none',
      TLS_KEY_FILE: '/none',
    });
    kafka = await KafkaCluster.start({ extra: kafkaProperties(compose.services['kafka']!) });
    addresses = { 'postgres:5432': url.host, 'kafka:9092': kafka.bootstrap };
  });

  afterAll(async () => {
    await Promise.all([postgres.stop(), kafka.stop()]);
    image.remove();
  });

  it('hold what the product runs on, and none of what builds or tests it', () => {
    const holds = (path: string): boolean => before.some((line) => line.startsWith(`app/${path} `));
    expect(holds('backend/dist/main.js')).toBe(true);
    expect(holds('frontend/dist/browser/index.html')).toBe(true);
    for (const absent of [
      '@angular/core',
      'node',
      'jest',
      'typescript-eslint',
      'nx',
      'playwright-core',
    ])
      expect([absent, holds(`node_modules/${absent}`)]).toEqual([absent, false]);
    for (const absent of [
      'backend/src',
      'test',
      '.git',
      'docker',
      'libs/simulation',
      'ml/training',
    ])
      expect([absent, holds(absent)]).toEqual([absent, false]);
  });

  it('topics makes the topics and ends', async () => {
    const { exit, said } = await image.once(compose.services['topics']!, addresses);
    expect([exit, said]).toEqual([
      0,
      expect.stringContaining('endwatch.vitals: 12 partitions, created'),
    ]);
    const again = await image.once(compose.services['topics']!, addresses);
    expect([again.exit, again.said]).toEqual([0, expect.stringContaining('was there')]);
  });

  it('backend starts as somebody who is not root, is healthy, works, and ends with 0 at SIGTERM', async () => {
    const backend = await image.backend(compose.services['backend']!, addresses);
    try {
      // Not up yet: nobody answers.
      expect(backend.health()).toBe(1);
      await backend.ready();
      expect(backend.health()).toBe(0);
      const status = readFileSync(`/proc/${backend.pid}/status`, 'utf8');
      const uid = image.account?.uid ?? process.getuid?.();
      expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBe(uid);
      expect(uid).not.toBe(0);

      const stay = fhir.encounter('p', { start: Date.now() - HOUR, bedId: 'w-1' });
      await backend.post(
        '/fhir',
        fhir.bundle(fhir.ward('w', 'W'), fhir.bed('w-1', '1', 'w'), stay),
      );
      const { rows } = await eventually(
        () => backend.json<BoardSnapshot>('/api/wards/w/board'),
        (board) => board.rows.length === 1,
      );
      expect(rows[0]?.patientId).toBe('p');
      const session = await backend.post('/api/session', {
        username: 'admin',
        password: PASSWORD,
      });
      expect(session).toMatchObject({ username: 'admin' });
      const page = await fetch(`${backend.address}/wards/w`);
      expect(await page.text()).toBe(
        readFileSync(join(ROOT, 'frontend/dist/browser/index.html'), 'utf8'),
      );
    } finally {
      expect(await backend.stop('SIGTERM')).toBe(0);
    }
    expect(backend.health()).toBe(1);
  });

  it('write nothing into their file system', () => {
    expect(image.exec(['node', '-e', WRITE], {})).toBe(13);
    expect(image.tree.contents()).toEqual(before);
    expect(image.leftInTmp()).toEqual([]);
  });

  it('refuse a start without what they must be told, by its name', async () => {
    const bare = { ...compose.services['topics']!, environment: {} };
    expect(await image.once(bare, addresses)).toEqual({
      exit: 78,
      said: expect.stringContaining('KAFKA_BROKERS') as string,
    });
    expect(() => readCompose('compose.yml', {})).toThrow(/POSTGRES_PASSWORD/);
  });
});
