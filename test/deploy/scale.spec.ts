import { join } from 'node:path';
import { ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import type {
  BoardSnapshot,
  ClientToServer,
  JoinAnswer,
  ServerToClient,
} from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import { PASSWORD, socketAuth } from '../harness/access.ts';
import { ROOT } from '../harness/child.ts';
import { eventually, query } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { environmentOf, readCompose, type Addresses, type ComposeFile } from './compose-file.ts';
import { type BackendContainer, Image } from './container.ts';
import { columnsOf, digestsOf } from './database-contents.ts';
import { InstalledPostgres } from './installed-postgres.ts';
import { kafkaProperties } from './kafka-properties.ts';
import { admit, boardOf, WARD } from './small-ward.ts';
import { TwoGateways } from './two-gateways.ts';

const SCRIPTS = join(ROOT, 'docker/postgres');
const BROKERS = ['kafka-1:9092', 'kafka-2:9092', 'kafka-3:9092'];

/** compose.scale.yml as plain processes: three brokers, a primary and a standby on the system's PostgreSQL, three scorers, two gateways. */
describe('several of each', () => {
  let image: Image;
  let kafka: KafkaCluster;
  let primary: InstalledPostgres;
  let standby: InstalledPostgres;
  let compose: ComposeFile;
  let addresses: Addresses;
  let scorers: BackendContainer[] = [];
  let gateways: BackendContainer[] = [];
  const replication = { REPLICATION_PASSWORD: 'abc123' };

  const service = (name: string): ComposeFile['services'][string] => {
    const found = compose.services[name];
    if (!found) throw new Error(`no service ${name}`);
    return found;
  };

  beforeAll(async () => {
    image = new Image();
    primary = await InstalledPostgres.start();
    standby = await InstalledPostgres.prepare();
    compose = readCompose('compose.scale.yml', {
      ...{ POSTGRES_PASSWORD: primary.password, ENDWATCH_ADMIN_PASSWORD: PASSWORD, ...replication },
      ...{ TLS_CERTIFICATE_FILE: '/none', TLS_KEY_FILE: '/none' },
    });
    kafka = await KafkaCluster.start({ brokers: 3, extra: kafkaProperties(service('kafka-1')) });
    addresses = {
      'postgres-primary:5432': `127.0.0.1:${primary.port}`,
      [BROKERS.join(',')]: kafka.bootstrap,
    };
  });

  afterAll(async () => {
    await Promise.all([...scorers, ...gateways].map((one) => one.stop()));
    await Promise.all([standby.stop(), primary.stop(), kafka.stop()]);
    image.remove();
  });

  it('topics have three copies, two of which must be written', async () => {
    expect((await image.once(service('topics'), addresses)).exit).toBe(0);
    const client = new Kafka({ brokers: kafka.bootstrap.split(','), logLevel: logLevel.NOTHING });
    const admin = client.admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: ['endwatch.vitals'] });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [
        {
          type: ConfigResourceTypes.TOPIC,
          name: 'endwatch.vitals',
          configNames: ['min.insync.replicas'],
        },
      ],
    });
    await admin.disconnect();
    expect(topics[0]?.partitions.map(({ replicas }) => replicas.length)).toEqual(Array(12).fill(3));
    expect(resources[0]?.configEntries[0]?.configValue).toBe('2');
  });

  it('the standby takes its copy of the primary, by the scripts that the containers run', async () => {
    const { environment = {} } = service('postgres-primary');
    const local = { ...environment, PGPASSWORD: primary.password, PGDATA: primary.dataDir };
    primary.runScript(join(SCRIPTS, 'allow-standby.sh'), local);
    await query(primary.url('postgres'), 'SELECT pg_reload_conf()');
    await standby.launchBy(join(SCRIPTS, 'standby.sh'), {
      ...environmentOf(service('postgres-standby'), addresses),
      PRIMARY_HOST: '127.0.0.1',
      PRIMARY_PORT: String(primary.port),
    });
    const [state] = await query(standbyUrl(), 'SELECT pg_is_in_recovery() AS follows');
    expect(state).toEqual({ follows: true });
  });

  it('three scorers share the partitions, and two gateways show the same', async () => {
    const start = (name: string): Promise<BackendContainer> =>
      image.backend(service(name), addresses);
    expect(service('scorer').deploy?.replicas).toBe(3);
    scorers = [await start('scorer'), await start('scorer'), await start('scorer')];
    gateways = [await start('gateway-1'), await start('gateway-2')];
    await Promise.all([...scorers, ...gateways].map((one) => one.ready()));
    expect([...scorers, ...gateways].map((one) => one.health())).toEqual([0, 0, 0, 0, 0]);
    const ids = ['a', 'b', 'c', 'd'];
    for (const [turn, id] of ids.entries()) await admit(gateways[turn % 2]!, id);
    const boards = await Promise.all(gateways.map((gateway) => boardOf(gateway, ids)));
    expect(boards[0]?.rows.map(({ patientId }) => patientId).toSorted()).toEqual(ids);
  });

  it('a browser on WebSocket needs no sticky session; one on long polling does', async () => {
    const addressesOfBoth = gateways.map(({ address }) => address);
    const plain = await TwoGateways.start(addressesOfBoth, false);
    const sticky = await TwoGateways.start(addressesOfBoth, true);
    expect(await joinOver(plain.address, 'websocket')).toMatchObject({ ok: true });
    expect(await joinOver(plain.address, 'polling')).toMatch(/^xhr (poll|post) error$/);
    expect(await joinOver(sticky.address, 'polling')).toMatchObject({ ok: true });
    plain.stop();
    sticky.stop();
  });

  it('a scorer and a gateway that are stopped end with 0, and the others go on', async () => {
    const [leaving, ...staying] = scorers;
    expect(await leaving?.stop('SIGTERM')).toBe(0);
    expect(await gateways[0]?.stop('SIGTERM')).toBe(0);
    const left = gateways[1]!;
    await admit(left, 'e');
    await boardOf(left, ['a', 'b', 'c', 'd', 'e']);
    expect(staying.map(({ running }) => running)).toEqual([true, true]);
  });

  it('the standby has every row, and takes over when the primary is lost', async () => {
    const before = await gateways[1]!.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
    expect(await Promise.all([...scorers, ...gateways].map((one) => one.stop()))).toEqual([
      0, 0, 0, 0, 0,
    ]);
    const columns = await columnsOf(primary.url());
    const rows = await digestsOf(primary.url(), columns);
    await eventually(
      () => digestsOf(standbyUrl(), columns),
      (there) => JSON.stringify(there) === JSON.stringify(rows),
    );
    await primary.crash();
    await query(standbyUrl('postgres'), 'SELECT pg_promote()');
    const now = { ...addresses, 'postgres-primary:5432': `127.0.0.1:${standby.port}` };
    scorers = [await image.backend(service('scorer'), now)];
    gateways = [await image.backend(service('gateway-1'), now)];
    await Promise.all([...scorers, ...gateways].map((one) => one.ready()));
    await admit(gateways[0]!, 'f');
    const after = await boardOf(gateways[0]!, ['a', 'b', 'c', 'd', 'e', 'f']);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  /** Its own port, the primary's accounts. */
  function standbyUrl(database = 'endwatch'): string {
    return primary.url(database).replace(`:${primary.port}/`, `:${standby.port}/`);
  }
});

/** What a browser that joins the ward over one transport is told. */
async function joinOver(
  address: string,
  transport: 'websocket' | 'polling',
): Promise<JoinAnswer | string> {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${address}/live`, {
    transports: [transport],
    reconnection: false,
    forceNew: true,
    withCredentials: true,
    auth: socketAuth(address),
  });
  try {
    return await new Promise((told) => {
      socket.once('connect_error', (error) => {
        told(error.message);
      });
      socket.once('disconnect', (reason) => {
        told(reason);
      });
      socket.once('connect', () => {
        socket.emit('join', { ward: WARD }, told);
      });
    });
  } finally {
    socket.disconnect();
  }
}
