import { setTimeout as wait } from 'node:timers/promises';
import { healedNow, kindsOf, type Aftermath, type Kind, type Scene, type Strike } from '../kind.ts';
import { whoCommits } from './kills.ts';

const AWAY_MS = 1_500;
/** Longer than a batch takes: what waits for the server has failed at least once by then. */
const UNUSABLE_MS = 4_000;
const SLOW_MS = 2_000;
const SLOWED = 3;

/** One of them, the only one where there is one. */
const broker =
  (down: 'kill' | 'shut'): Strike =>
  async ({ stage: { kafka }, chance }) => {
    const index = Math.floor(chance() * kafka.brokers.length);
    await kafka[down](index);
    await wait(AWAY_MS);
    await kafka.restart(index);
    return healedNow();
  };

export const BROKERS: readonly Kind[] = [
  ...kindsOf('brokers', {
    'the only broker, kill -9': broker('kill'),
    'the only broker, clean restart': broker('shut'),
  }),
  ...kindsOf(
    'brokers',
    {
      'one of three brokers, kill -9': broker('kill'),
      'one of three brokers, clean restart': broker('shut'),
    },
    3,
  ),
];

export const POSTGRES: readonly Kind[] = kindsOf('postgres', {
  'Postgres, kill -9 in the middle of a transaction': async (scene) => {
    const { postgres } = scene.stage.world;
    const { database } = await whoCommits(scene);
    await postgres.kill();
    database.leaveAlone();
    await wait(AWAY_MS);
    await postgres.restart();
    return healedNow();
  },
  'Postgres, clean restart': async ({ stage: { world } }) => {
    await world.postgres.shut();
    await wait(AWAY_MS);
    await world.postgres.restart();
    return healedNow();
  },
  'connection cut, COMMIT done and its answer lost': (scene) => cutAtCommit(scene, 'lose-answer'),
  'connection cut, COMMIT lost': (scene) => cutAtCommit(scene, 'lose-request'),
  'disk full': async ({ stage }) => {
    const heal = await fillDisk(stage);
    await wait(UNUSABLE_MS);
    await heal();
    const met = stage.said(/53100/).length;
    return healedNow(met > 0 ? [] : ['nobody met the full disk']);
  },
  'Postgres read-only': async ({ stage }) => {
    const name = new URL(stage.url).pathname.slice(1);
    const { postgres } = stage.world;
    await postgres.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await endSessions(stage, name);
    await wait(UNUSABLE_MS);
    // As when a standby is promoted: sessions that began before still believe it cannot be written.
    await postgres.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    return healedNow();
  },
  'Postgres slow, 2 s for each commit': async ({ stage }) => {
    const scorers = stage.ofRole('scorer');
    for (const { database } of scorers) {
      database.interfere('COMMIT\0', { kind: 'delay', milliseconds: SLOW_MS });
    }
    await wait(SLOWED * SLOW_MS);
    for (const { database } of scorers) database.leaveAlone();
    return healedNow();
  },
});

/** Whether it was written or not: the process cannot know and must find out. */
async function cutAtCommit(
  { stage }: Scene,
  kind: 'lose-answer' | 'lose-request',
): Promise<Aftermath> {
  const cut = await Promise.all(
    stage.ofRole('scorer').map(({ database }) => {
      database.interfere('COMMIT\0', { kind }, 1);
      return database.interfered(UNUSABLE_MS);
    }),
  );
  for (const { database } of stage.ofRole('scorer')) database.leaveAlone();
  return healedNow(cut.some(Boolean) ? [] : ['nobody committed anything that could be cut']);
}

/** A real full disk where one can be mounted; else every insert is refused with what a full disk says. */
async function fillDisk(stage: Scene['stage']): Promise<() => Promise<void>> {
  const disk = await stage.world.disk();
  if (disk) {
    disk.fill();
    return () => {
      disk.free();
      return Promise.resolve();
    };
  }
  await stage.rows(`CREATE OR REPLACE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$`);
  await stage.rows(`CREATE TRIGGER disk_full BEFORE UPDATE ON consumer_offset
    FOR EACH STATEMENT EXECUTE FUNCTION disk_full()`);
  return async () => {
    await stage.rows('DROP TRIGGER disk_full ON consumer_offset');
  };
}

async function endSessions({ world }: Scene['stage'], database: string): Promise<void> {
  await world.postgres.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
    [database],
  );
}
