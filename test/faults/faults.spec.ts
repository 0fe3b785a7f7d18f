import { buildLoad } from '../harness/load.ts';
import { PostgresServer } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { FAULTS, type Fault } from './faults.ts';
import type { FinalState } from './final-state.ts';
import { playRound, table, type Report } from './round.ts';
import type { World } from './stage.ts';

const SEED = 41;
const PATIENTS = 24;
/** Problems of each sort that a failure shows. */
const TOLD = 8;
const MINUTE = 60_000;
/** The last full hour of patient time is past and the next far off: the clock has the same to do in every round. */
const ADMITTED_AT = Date.now() - (30 * 60 + 5) * MINUTE;

/** The built product with a real broker and a real database, both of which are killed too. */
describe('faults', () => {
  const load = buildLoad(SEED, PATIENTS, ADMITTED_AT);
  const reports: Report[] = [];
  let world: World | null = null;
  let reference: FinalState | null = null;

  const play = async (fault: Fault): Promise<Report> => {
    if (!world) throw new Error('the servers did not start');
    const report = await playRound(fault, { world, load, seed: SEED, reference });
    reports.push(report);
    return report;
  };

  beforeAll(async () => {
    world = { kafka: await KafkaCluster.start(), postgres: new PostgresServer() };
    const { state, lost, doubled, wrong } = await play({
      name: 'undisturbed',
      blows: [],
    });
    expect({ lost, doubled, wrong }).toEqual({ lost: [], doubled: [], wrong: [] });
    reference = state;
  });

  afterAll(async () => {
    process.stdout.write(`\nseed ${SEED}\n${table(reports)}\n`);
    await Promise.all([world?.kafka.stop(), world?.postgres.stop()]);
  });

  it.each(FAULTS)('$name: nothing lost, nothing doubled, the same end', async (fault) => {
    expect(reference?.size).toBeGreaterThan(PATIENTS);
    const { lost, doubled, wrong } = await play(fault);
    const told = [lost, doubled, wrong].map((problems) => problems.slice(0, TOLD));
    expect({ seed: SEED, admittedAt: ADMITTED_AT, told }).toEqual({
      ...{ seed: SEED, admittedAt: ADMITTED_AT, told: [[], [], []] },
    });
  });
});
