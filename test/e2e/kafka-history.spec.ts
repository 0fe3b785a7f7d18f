import { FEATURE_NAMES } from '@endwatch/clinical';
import type { ReviewTable } from '@endwatch/contracts';
import { Child } from '../harness/child.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

const HOUR = 3_600_000;
const STAYS = 6;
const HEART_RATE = FEATURE_NAMES.indexOf('heart-rate');

interface Forecast {
  readonly patient_id: string;
  readonly as_of: Date;
  readonly feature_ages: Buffer;
  readonly feature_missing: Buffer;
}

/** Kafka gives the records of a patient topic by topic: whoever loads a history must not be days ahead of those who read it. */
describe('a history that is loaded through Kafka', () => {
  const opened: (() => unknown)[] = [];
  let url: string;

  beforeAll(async () => {
    const kafka = await KafkaCluster.start();
    opened.push(() => kafka.stop());
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('history');
    const endwatch = await new Endwatch({
      ...{ KAFKA_BROKERS: kafka.bootstrap, DATABASE_URL: url, ENDWATCH_PARTITIONS: '2' },
    }).ready();
    opened.push(() => endwatch.stop());
    const simulator = new Child({
      args: [
        ...['--disable-warning=TimeoutNegativeWarning', 'test/simulator/main.ts'],
        ...['--brokers', kafka.bootstrap, '--history', String(STAYS), '--days', '30'],
      ],
    });
    opened.push(() => simulator.stop());
    await simulator.line(/past stays sent/, 300_000);
    await eventually(
      () => endwatch.json<ReviewTable>('/api/review/stays?limit=1'),
      ({ total, freshness }) => total === STAYS && freshness.waiting === 0,
      90_000,
    );
  }, 480_000);

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('is forecast with the vital signs that lie before each forecast', async () => {
    const pulses = await query<{ patient_id: string; effective_at: Date }>(
      url,
      `SELECT patient_id, effective_at FROM observation WHERE fact = 'heart-rate' AND NOT retracted
       ORDER BY patient_id, effective_at`,
    );
    const standing = await query<Forecast>(
      url,
      'SELECT patient_id, as_of, feature_ages, feature_missing FROM score WHERE superseded_at IS NULL',
    );
    expect(standing.length).toBeGreaterThan(STAYS * 10);
    const byPatient = Map.groupBy(pulses, ({ patient_id }) => patient_id);
    const without = standing.filter((forecast) => {
      const pulse = byPatient
        .get(forecast.patient_id)
        ?.findLast(({ effective_at }) => effective_at <= forecast.as_of);
      if (!pulse) return false;
      const age = (forecast.as_of.getTime() - pulse.effective_at.getTime()) / HOUR;
      const isMissing = forecast.feature_missing[HEART_RATE] === 1;
      return isMissing || forecast.feature_ages.readFloatLE(4 * HEART_RATE) > age + 0.01;
    });
    expect(without.map(({ patient_id, as_of }) => `${patient_id} ${as_of.toISOString()}`)).toEqual(
      [],
    );
  });
});
