import { DAY, HOUR, type DefinitionAt, type EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { ReviewStay } from '../../domain/review/review-stay.ts';
import { restOf } from '../../domain/review/freshness.ts';
import { factsOf } from '../../domain/review/stay-facts.ts';
import { summariseStays } from '../../domain/review/summarise-stays.ts';
import type { LocationDirectory } from '../../pipeline/ports.ts';
import { StaySummaries } from '../../pipeline/review-stays.ts';
import { column, insertRows, type Column } from '../bulk-insert.ts';
import { readEndDefinitions } from '../end-versions.ts';
import { inTransaction, readRows, withClient } from '../connection.ts';
import { loadPatients } from '../load-patients.ts';
import { readLocationDirectory } from '../location-directory.ts';
import { toTimestamp } from '../storable.ts';
import { packCourse } from './packed-course.ts';
import { readAlerts, readScores } from './read-courses.ts';
import { ALL_PATIENTS, COUNTED_TO, STALE_AMONG_ALL, STALE_PATIENTS } from './stale-patients.ts';
import { readWaiting, settledAt } from './read-waiting.ts';

/** Any number that all processes of Endwatch agree on. */
const SUMMARY_LOCK = 4_190_237;
/** Patients of one transaction: all that is kept of each is in memory at once. */
const TOGETHER = 16;
/** As many at a turn, so that the scoring beside it is not kept waiting. */
const MOST_AT_A_TURN = 256;
/** Places described anew move those who have left at most. */
const REST_OF_PLACES = HOUR;
/** Then everybody is looked at, whenever they moved: whom an older version of the product wrote, and places. */
const LOOK_AT_ALL_EVERY = HOUR;

/** Makes the summaries from the stored facts, one process at a time. */
export class TypeormStaySummaries extends StaySummaries {
  readonly #source: DataSource;
  readonly #kept: number;
  #lookedAtAll = -Infinity;

  /** @param retentionDays as of the tables that summaries are made from: a stay begun earlier has no row */
  constructor(source: DataSource, retentionDays: number) {
    super();
    this.#source = source;
    this.#kept = retentionDays * DAY;
  }

  async refresh(now: EpochMs): Promise<number> {
    const rest = await this.#rest();
    const amongAll = now - this.#lookedAtAll >= LOOK_AT_ALL_EVERY;
    let done = 0;
    while (done < MOST_AT_A_TURN) {
      const { taken, mine } = await this.#turn(now, async (client, { version }) => {
        const due = [toTimestamp(now - rest), TOGETHER];
        const places = [version, toTimestamp(now - REST_OF_PLACES)];
        return amongAll
          ? readRows<PatientRow>(client, STALE_AMONG_ALL, [...due, ...places])
          : readRows<PatientRow>(client, STALE_PATIENTS, [await settledAt(client), ...due]);
      });
      done += taken;
      if (taken === TOGETHER) continue;
      // Whoever was not taken was summarised within the rest.
      if (mine) await this.#countedTo(now - rest);
      if (mine && amongAll) this.#lookedAtAll = now;
      break;
    }
    return done;
  }

  async #countedTo(at: EpochMs): Promise<void> {
    await withClient(this.#source, (client) => client.query(COUNTED_TO, [toTimestamp(at)]));
  }

  async #rest(): Promise<number> {
    return restOf(await withClient(this.#source, readWaiting));
  }

  async rebuild(now: EpochMs): Promise<number> {
    let done = 0;
    for (let after = ''; ;) {
      const { taken, last } = await this.#turn(
        now,
        (client) => readRows<PatientRow>(client, ALL_PATIENTS, [after, TOGETHER]),
        'wait',
      );
      done += taken;
      if (taken < TOGETHER || last === null) break;
      after = last;
    }
    await this.#countedTo(now);
    return done;
  }

  async #turn(
    now: EpochMs,
    whom: (client: ClientBase, directory: LocationDirectory) => Promise<readonly PatientRow[]>,
    lock: 'try' | 'wait' = 'try',
  ): Promise<Turn> {
    const definitionAt = await readEndDefinitions(this.#source);
    return inTransaction(this.#source, async (client) => {
      if (!(await isMine(client, lock))) return { keep: false, value: NOT_MINE };
      const directory = await readLocationDirectory(client);
      const patients = await whom(client, directory);
      const keptFrom = now - this.#kept;
      await client.query(OVER, [toTimestamp(keptFrom)]);
      await summarise(client, { patients, directory, definitionAt, now, keptFrom });
      const last = patients.at(-1)?.patient_id ?? null;
      return { keep: true, value: { taken: patients.length, last, mine: true } };
    });
  }
}

interface Turn {
  readonly taken: number;
  readonly last: string | null;
  /** Else another process is at it. */
  readonly mine: boolean;
}

const NOT_MINE: Turn = { taken: 0, last: null, mine: false };

interface PatientRow {
  readonly patient_id: string;
  readonly version: string;
}

async function isMine(client: ClientBase, lock: 'try' | 'wait'): Promise<boolean> {
  if (lock === 'wait') {
    await client.query('SELECT pg_advisory_xact_lock($1)', [SUMMARY_LOCK]);
    return true;
  }
  const [row] = await readRows<{ mine: boolean }>(
    client,
    'SELECT pg_try_advisory_xact_lock($1) AS mine',
    [SUMMARY_LOCK],
  );
  return row?.mine === true;
}

interface Work {
  /** With the version that was there before anything of them was read: what came since is summarised again. */
  readonly patients: readonly PatientRow[];
  readonly directory: LocationDirectory;
  readonly definitionAt: DefinitionAt;
  readonly now: EpochMs;
  readonly keptFrom: EpochMs;
}

async function summarise(client: ClientBase, work: Work): Promise<void> {
  const { patients, directory, definitionAt, now, keptFrom } = work;
  if (patients.length === 0) return;
  const ids = patients.map(({ patient_id }) => patient_id);
  const loaded = await loadPatients(client, ids, 'every-examinations');
  const scores = await readScores(client, ids);
  const alerts = await readAlerts(client, ids);
  const stays = loaded.flatMap((stored) =>
    summariseStays({
      ...{ stored, directory, definitionAt, now },
      scores: scores.get(stored.patientId) ?? [],
      alerts: alerts.get(stored.patientId) ?? [],
    }).filter(({ admittedAt }) => admittedAt >= keptFrom),
  );
  await client.query(GONE, [
    ids,
    stays.map(({ patientId }) => patientId),
    stays.map(({ encounterId }) => encounterId),
  ]);
  await insertRows(client, { table: 'review_stay AS s', columns: COLUMNS, tail: CHANGED }, stays);
  await client.query(SUMMARISED, [
    ids,
    patients.map(({ version }) => version),
    directory.version,
    toTimestamp(now),
  ]);
}

const OVER = 'DELETE FROM review_stay WHERE admitted_at < $1';
/** A stay that is none any more: corrected, merged away, or under the id of its next encounter now. */
const GONE = `DELETE FROM review_stay s WHERE s.patient_id = ANY($1::text[]) AND NOT EXISTS (
  SELECT FROM unnest($2::text[], $3::text[]) AS k(patient_id, encounter_id)
  WHERE k.patient_id = s.patient_id AND k.encounter_id = s.encounter_id)`;
const SUMMARISED = `INSERT INTO review_patient (patient_id, version, directory_version, summarised_at)
  SELECT patient_id, version, $3, $4 FROM unnest($1::text[], $2::bigint[]) AS r(patient_id, version)
  ON CONFLICT (patient_id) DO UPDATE SET version = excluded.version,
    directory_version = excluded.directory_version, summarised_at = excluded.summarised_at`;

const COLUMNS: readonly Column<ReviewStay>[] = [
  column('patient_id', 'text', (stay) => stay.patientId),
  column('encounter_id', 'text', (stay) => stay.encounterId),
  column('ward_id', 'text', (stay) => stay.ward),
  column('admitted_at', 'timestamptz', (stay) => stay.admittedAt),
  column('discharged_at', 'timestamptz', (stay) => stay.dischargedAt),
  column('end_status', 'text', (stay) => stay.end.status),
  column('end_at', 'timestamptz', (stay) => stay.end.at),
  column('facts', 'jsonb', factsOf),
  column('course', 'bytea', packCourse),
  column('alerts', 'jsonb', (stay) => stay.alerts),
];
const CONTENT = COLUMNS.slice(2).map(({ name }) => name);
/** What is as it was keeps its revision: nobody reads it again. */
const CHANGED = `ON CONFLICT (patient_id, encounter_id) DO UPDATE SET
    ${CONTENT.map((name) => `${name} = excluded.${name}`).join(', ')}, revision = nextval('review_revision')
  WHERE (${CONTENT.map((name) => `s.${name}`).join(', ')})
    IS DISTINCT FROM (${CONTENT.map((name) => `excluded.${name}`).join(', ')})`;
