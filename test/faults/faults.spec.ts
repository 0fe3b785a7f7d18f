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

/** Tampering that the count at the end must not overlook, one after the other. */
const SPOILS = [
  {
    what: 'a row is missing',
    sort: 'lost',
    told: /-p1-bp-5 v1/,
    sql: `DELETE FROM observation WHERE resource_key LIKE '%-p1-bp-5' AND fact = 'diastolic-bp' RETURNING patient_id`,
  },
  {
    what: 'a row is there twice',
    sort: 'doubled',
    told: /-p2-hr-7 v1/,
    sql: `INSERT INTO observation SELECT (jsonb_populate_record(o, '{"fact_no": 9}')).* FROM observation o
          WHERE resource_key LIKE '%-p2-hr-7' AND fact = 'heart-rate' RETURNING patient_id`,
  },
  {
    what: 'a value differs',
    sort: 'wrong',
    told: /-p4-nihss-6 v1/,
    sql: `UPDATE observation SET value = value + 1 WHERE resource_key LIKE '%-p4-nihss-6' AND fact = 'nihss:5a'
          RETURNING patient_id`,
  },
  {
    what: 'a score differs in its last bits',
    sort: 'wrong',
    told: /^score of \S+-p5 at 20 h, next24h/,
    sql: `UPDATE score SET next24h = next24h * (1 + 1e-15) WHERE patient_id LIKE '%-p5' AND superseded_at IS NULL
          AND as_of = (SELECT admitted_at FROM patient p WHERE p.patient_id = score.patient_id) + interval '20 h'
          RETURNING patient_id`,
  },
  {
    what: 'a number of the ward is left out',
    sort: 'wrong',
    told: /^ward .* numbers 1 to/,
    sql: `DELETE FROM board_event WHERE sequence = 5 AND ward_id NOT LIKE '%-bed-%' RETURNING ward_id AS patient_id`,
  },
] as const;

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

    if (rest.name !== ONE.name) return;

    it.each(SPOILS)('would see it: $what', async ({ sql, sort, told }) => {
      const spoiled = await current().stage.rows<{ patient_id: string }>(sql);
      expect(spoiled).toHaveLength(1);
      const { findings, paths } = await current().finish();
      expect(findings.filter((each) => each.sort === sort).map(({ what }) => what)).toContainEqual(
        expect.stringMatching(told),
      );
      expect(paths.length).toBeGreaterThan(0);
    });
  });
});
