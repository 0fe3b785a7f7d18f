import { Driver } from './driver.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import type { Play, Round } from './play.ts';
import type { Plan } from './schedule.ts';

const SEED = 41;
/** Problems that a failure shows. */
const TOLD = 8;
/** Longer than the group waits for a member that does not answer. */
const LONG_MS = 8_000;
const OPENS_WITHIN = 300_000;

const plan = (name: string, kinds: readonly Kind[]): Plan => ({
  ...{ name, kinds, seed: SEED, group: 'browser' },
  brokers: kinds[0]?.brokers ?? 1,
});
const ONE = plan(
  'one-broker',
  KINDS.filter(({ brokers }) => brokers === undefined),
);
const THREE = plan('three-brokers', KINDS.filter(({ brokers }) => brokers === 3).slice(0, 1));

/** The built product with a real broker, a real database and a real page, all of which have their troubles: each kind once. */
describe('faults', () => {
  const rounds: Round[] = [];
  const driver = new Driver({
    ...{ seed: SEED, patients: 24, longMs: LONG_MS, crowd: 200, say: () => undefined },
  });

  afterAll(async () => {
    const lines = rounds.map(
      ({ kind, struck, recovered }) =>
        `${kind.name}: struck ${struck.toFixed(1)} s, recovered ${recovered.toFixed(1)} s`,
    );
    process.stdout.write(`\nseed ${SEED}\n${lines.join('\n')}\n`);
    await driver.stop();
  });

  describe.each([ONE, THREE])('$name', ({ kinds, ...rest }) => {
    let play: Play | null = null;
    const current = (): Play => {
      if (!play) throw new Error('the play did not begin');
      return play;
    };

    beforeAll(async () => {
      play = await driver.open({ ...rest, kinds });
    }, OPENS_WITHIN);

    afterAll(async () => {
      await play?.close();
    });

    it.each(kinds)('$name: goes on', async (kind) => {
      const round = await current().round(kind);
      rounds.push(round);
      expect(round.problems).toEqual([]);
    });

    it('nothing lost, nothing doubled, the same end', async () => {
      const { findings, paths, records } = await current().finish();
      expect({ seed: SEED, findings: findings.slice(0, TOLD), paths }).toEqual({
        ...{ seed: SEED, findings: [], paths: [] },
      });
      expect(records).toBeGreaterThan(1_000);
    });
  });
});
