import { buildLoad } from '../harness/load.ts';
import { PostgresServer } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';
import { FAULTS } from './faults.ts';
import type { FinalState } from './final-state.ts';
import { playRound, table, type Report } from './round.ts';
import type { World } from './stage.ts';

const SEED = 41;
const PATIENTS = 24;
const MINUTE = 60_000;
/** The last full hour of patient time is past and the next far off: the clock has the same to do in every round. */
const ADMITTED_AT = Date.now() - (30 * 60 + 5) * MINUTE;

/** The built product with a real broker and a real database, both of which are killed too. */
describe('faults', () => {
  const load = buildLoad(SEED, PATIENTS, ADMITTED_AT);
  const reports: Report[] = [];
  let world: World;
  let reference: FinalState;

  const play = async (name: string, undisturbed?: FinalState): Promise<Report> => {
    const fault = FAULTS.find((each) => each.name === name) ?? { name, blows: [] };
    const report = await playRound(fault, {
      ...{ world, load, seed: SEED, reference: undisturbed ?? null },
    });
    reports.push(report);
    return report;
  };

  beforeAll(async () => {
    world = { kafka: await KafkaCluster.start(), postgres: new PostgresServer() };
    const { state, lost, doubled, wrong } = await play('undisturbed');
    expect({ lost, doubled, wrong }).toEqual({ lost: [], doubled: [], wrong: [] });
    reference = state;
  });

  afterAll(async () => {
    process.stdout.write(`\nseed ${SEED}\n${table(reports)}\n`);
    await Promise.all([world?.kafka.stop(), world?.postgres.stop()]);
  });

  it.each(FAULTS.map(({ name }) => name))('%s: nothing lost, nothing doubled', async (name) => {
    const { lost, doubled, wrong } = await play(name, reference);
    expect({ seed: SEED, lost, doubled, wrong: wrong.slice(0, 10) }).toEqual({
      ...{ seed: SEED, lost: [], doubled: [], wrong: [] },
    });
  });
});
