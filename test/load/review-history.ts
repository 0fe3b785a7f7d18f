import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Child } from '../harness/child.ts';
import { eventually, query } from '../harness/system.ts';
import type { PartResult } from './bench-part.ts';
import { whole } from './figures.ts';
import { postgresSeconds, processorSeconds } from './processor.ts';
import { profiled } from './profile.ts';
import type { Reviewed } from './review-views.ts';
import type { Stage } from './stage.ts';

const SEED = 'bench';
const WARDS = 4;
const PATIENTS = `h${SEED}-%`;
/** No figure: a history that never comes to its end ends at last. */
const WITHIN_MS = 4 * 3_600_000;
const SAY_EVERY_MS = 30_000;

/** Complete stays, by the product's own simulator and through the log, until every one of them is summarised. No process runs afterwards. */
export async function loadHistory(
  stage: Stage,
  { stays, profile }: { readonly stays: number; readonly profile: boolean },
): Promise<{ readonly reviewed: Reviewed; readonly result: PartResult }> {
  const product = await stage.product({ node: profile ? profiled('review-history') : [] });
  const before = [
    processorSeconds(product.pid),
    postgresSeconds(stage.world.postgres.postmaster),
  ] as const;
  const began = performance.now();
  const simulator = new Child({
    args: [
      ...['test/simulator/main.ts', '--brokers', stage.brokers, '--topic-prefix', stage.prefix],
      ...['--history', String(stays), '--seed', SEED],
    ],
  });
  const status = await simulator.exited();
  const sent = performance.now();
  await stage.consumed();
  await scored(stage);
  const taken = performance.now();
  const used = [
    processorSeconds(product.pid) - before[0],
    postgresSeconds(stage.world.postgres.postmaster) - before[1],
  ] as const;
  await summarised(stage, stays);
  const done = performance.now();
  await stage.end(product);
  const about = await rowsOf(stage, stays);
  const seconds = (from: number, to: number): string => ((to - from) / 1_000).toFixed(1);
  const each = (cpu: number): string => `${((1_000 * cpu) / stays).toFixed(0)} ms`;
  return {
    reviewed: about.reviewed,
    result: {
      rows: [
        {
          what: `${whole(stays)} stays through the log: sent; stored and scored; summarised, s`,
          endwatch: `${seconds(began, sent)}; ${seconds(began, taken)}; ${seconds(began, done)}`,
        },
        {
          what: 'processor time a stay: product; Postgres',
          endwatch: used.map(each).join('; '),
        },
        {
          what: 'stored: observations; scores; alerts',
          endwatch: about.counts.map(whole).join('; '),
        },
      ],
      wrong: [
        ...(status === 0 ? [] : [`the simulator ended with ${String(status)}`]),
        ...(about.reviewed.patients.length === stays
          ? []
          : [`${String(about.reviewed.patients.length)} of ${String(stays)} stays have a summary`]),
      ],
    },
  };
}

/** Every hour of them that the clock fills. */
async function scored({ url }: Stage): Promise<void> {
  await eventually(
    () =>
      query<{ n: number }>(
        url,
        `SELECT count(*)::integer AS n FROM patient WHERE patient_id LIKE $1 AND next_wake_at <= now()`,
        [PATIENTS],
      ),
    ([row]) => row?.n === 0,
    WITHIN_MS,
  );
}

/** Where many wait each is summarised again less often: this may take longer than the history itself. */
async function summarised({ url, world }: Stage, stays: number): Promise<void> {
  const from = performance.now();
  let said = from;
  for (;;) {
    const [row] = await query<{ done: number }>(
      url,
      `SELECT count(*)::integer AS done FROM patient p JOIN review_patient r USING (patient_id)
       WHERE p.patient_id LIKE $1 AND r.version = p.version`,
      [PATIENTS],
    );
    const done = row?.done ?? 0;
    const now = performance.now();
    if (done >= stays) return;
    if (now - from > WITHIN_MS) throw new Error(`${String(done)} of ${String(stays)} summarised`);
    if (now - said > SAY_EVERY_MS) {
      world.say(`review: ${String(done)} of ${String(stays)} stays summarised`);
      said = now;
    }
    await wait(500);
  }
}

async function rowsOf(
  { url }: Stage,
  stays: number,
): Promise<{ readonly reviewed: Reviewed; readonly counts: readonly number[] }> {
  const patients = await query<{ id: string }>(
    url,
    'SELECT patient_id AS id FROM review_stay WHERE patient_id LIKE $1 ORDER BY 1',
    [PATIENTS],
  );
  const [row] = await query<{ observations: number; scores: number; alerts: number }>(
    url,
    `SELECT (SELECT count(*)::integer FROM observation WHERE patient_id LIKE $1) AS observations,
       (SELECT count(*)::integer FROM score WHERE patient_id LIKE $1) AS scores,
       (SELECT count(*)::integer FROM alert WHERE patient_id LIKE $1) AS alerts`,
    [PATIENTS],
  );
  const wards = Array.from({ length: WARDS }, (_, n) => `ward=past-${SEED}-${String(n + 1)}`);
  return {
    reviewed: { stays, wards: wards.join('&'), patients: patients.map(({ id }) => id) },
    counts: [row?.observations ?? 0, row?.scores ?? 0, row?.alerts ?? 0],
  };
}

const KEY = 'patient_id, encounter_id';
const CONTENT = `${KEY}, ward_id, admitted_at, discharged_at, end_status, end_at, facts::text, course, alerts::text`;

/** `npm run review -- rebuild` from nothing, and whether it makes the very rows that were kept up. No process of the product may run. */
export async function rebuilt({ url, world }: Stage): Promise<PartResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `CREATE TEMPORARY TABLE kept AS SELECT * FROM review_stay WHERE patient_id LIKE '${PATIENTS}'`,
    );
    await client.query('TRUNCATE review_stay, review_patient');
    const began = performance.now();
    const command = new Child({
      args: ['backend/dist/review.cli.js', 'rebuild'],
      env: { DATABASE_URL: url },
    });
    const status = await command.exited();
    const seconds = (performance.now() - began) / 1_000;
    world.say(`review: rebuilt in ${seconds.toFixed(0)} s`);
    const [row] = (
      await client.query<{ kept: number; anew: number; same: number }>(
        `WITH anew AS (SELECT ${CONTENT} FROM review_stay WHERE patient_id LIKE '${PATIENTS}'),
           old AS (SELECT ${CONTENT} FROM kept)
         SELECT (SELECT count(*)::integer FROM old) AS kept, (SELECT count(*)::integer FROM anew) AS anew,
           (SELECT count(*)::integer FROM (SELECT * FROM old INTERSECT ALL SELECT * FROM anew) b) AS same`,
      )
    ).rows;
    const { kept = 0, anew = 0, same = 0 } = row ?? {};
    const rows = [
      {
        what: 'summaries made anew from nothing; equal to those kept up, to the byte',
        endwatch: `${seconds.toFixed(1)} s; ${whole(same)} of ${whole(kept)}`,
        target: 'all equal',
      },
    ];
    const wrong = [
      ...(status === 0 ? [] : [`rebuild ended with ${String(status)}: ${command.tail()}`]),
      ...(same === kept && anew === kept
        ? []
        : [`rebuilt ${String(anew)} of ${String(kept)} summaries, ${String(same)} of them equal`]),
    ];
    return { rows, wrong };
  } finally {
    await client.end();
  }
}

/** What a view can do no less than: the facts of every stay out of the database, written as JSON. */
export async function floorOf(
  { url }: Pick<Stage, 'url'>,
  { times, whole: all }: { readonly times: number; readonly whole: boolean },
): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const text = all
    ? 'SELECT facts, course, alerts FROM review_stay WHERE patient_id LIKE $1'
    : 'SELECT facts FROM review_stay WHERE patient_id LIKE $1';
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    const { rows } = await client.query<{ facts: unknown }>(text, [PATIENTS]);
    JSON.stringify(rows.map(({ facts }) => facts));
    took.push(performance.now() - began);
  }
  await client.end();
  return took;
}
