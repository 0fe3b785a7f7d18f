import type { EpochMs } from '@endwatch/clinical';
import { CANARY_PREFIX } from '../domain/canary/canary.ts';
import type { DataSource } from 'typeorm';
import type { InputDrift, OutcomeDrift } from '../domain/drift/measure-drift.ts';
import type { InputWeek, OutcomeWeek } from '../domain/review/drift/review-drift.ts';
import type { ModelIdentity } from '../domain/rescoring/model-manifest.ts';
import { DriftStore, type WeekScore, type WeekSpan } from '../pipeline/drift-watch.ts';
import type { StoredPatient } from '../pipeline/ports.ts';
import { column, insertRows } from './bulk-insert.ts';
import { prepared, readRows, withClient } from './connection.ts';
import { loadPatients } from './load-patients.ts';
import { scoreOf, type ScoreRow } from './score.mapper.ts';
import { toTimestamp } from './storable.ts';

/** A score of an hour is looked for from that hour on, so long. */
const SLACK_HOURS = 6;

/** By the summaries: the scores themselves are too many to be asked each hour. A score of the hour may lie in the week after. */
const WEEKS = `SELECT DISTINCT date_trunc('week', admitted_at + make_interval(hours => h), 'UTC') AS week
  FROM review_stay, unnest(ARRAY[$2::int, $3::int]) AS h WHERE facts->'modelVersions' ? $1 ORDER BY week`;

const SCORES = `SELECT DISTINCT ON (patient_id) * FROM score
  WHERE as_of >= $1 AND as_of < $2 AND superseded_at IS NULL
    AND model_version = $3 AND coalesce(model_checksum, $4) = $4
    AND hours_since_admission >= $5 AND hours_since_admission < $6 AND NOT starts_with(patient_id, $7)
  ORDER BY patient_id, as_of, id`;

/** The forecast that was known when it was true; of a stay that was loaded afterwards, where there is none, the one that stands. */
const FORECASTS = `SELECT DISTINCT ON (patient_id) * FROM score
  WHERE as_of >= $1 AND as_of < $2
    AND (superseded_at IS NULL OR known_at <= as_of + interval '1 hour')
    AND model_version = $3 AND coalesce(model_checksum, $4) = $4
    AND hours_since_admission >= $5 AND hours_since_admission < $6 AND NOT starts_with(patient_id, $7)
  ORDER BY patient_id, (known_at > as_of + interval '1 hour'), as_of, known_at, id`;

export class TypeormDriftStore extends DriftStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async weeks({ version }: ModelIdentity, hour: number): Promise<readonly EpochMs[]> {
    const rows = await this.#read<{ week: EpochMs }>(WEEKS, [version, hour, hour + SLACK_HOURS]);
    return rows.map(({ week }) => week);
  }

  async kept(
    { checksum }: ModelIdentity,
    kind: 'input' | 'outcome',
  ): Promise<ReadonlySet<EpochMs>> {
    const rows = await this.#read<{ week: EpochMs }>(
      `SELECT DISTINCT week FROM ${kind}_drift WHERE model_checksum = $1`,
      [checksum],
    );
    return new Set(rows.map(({ week }) => week));
  }

  async scores(
    { version, checksum }: ModelIdentity,
    { from, to, hour, kind }: WeekSpan,
  ): Promise<readonly WeekScore[]> {
    const rows = await this.#read<ScoreRow>(kind === 'input' ? SCORES : FORECASTS, [
      ...[toTimestamp(from), toTimestamp(to), version, checksum],
      ...[hour, hour + SLACK_HOURS, CANARY_PREFIX],
    ]);
    return rows.map(scoreOf);
  }

  inputs({ checksum }: ModelIdentity): Promise<readonly InputWeek[]> {
    return this.#read<InputWeek>(
      `SELECT week, feature, patients, missing, expected_missing AS "expectedMissing", psi
       FROM input_drift WHERE model_checksum = $1 ORDER BY feature, week`,
      [checksum],
    );
  }

  outcomes({ checksum }: ModelIdentity): Promise<readonly OutcomeWeek[]> {
    return this.#read<OutcomeWeek>(
      'SELECT week, stays, ends, expected FROM outcome_drift WHERE model_checksum = $1 ORDER BY week',
      [checksum],
    );
  }

  async examinations(patientId: string): Promise<StoredPatient | null> {
    const [stored] = await withClient(this.#source, (client) =>
      loadPatients(client, [patientId], 'examinations'),
    );
    return stored && stored.version > 0 ? stored : null;
  }

  async keepInput(
    { checksum }: ModelIdentity,
    week: EpochMs,
    drift: readonly InputDrift[],
  ): Promise<void> {
    const columns = [
      column<InputDrift>('model_checksum', 'text', () => checksum),
      column<InputDrift>('week', 'timestamptz', () => week),
      column<InputDrift>('feature', 'text', ({ feature }) => feature),
      column<InputDrift>('patients', 'integer', ({ patients }) => patients),
      column<InputDrift>('missing', 'integer', ({ missing }) => missing),
      column<InputDrift>('expected_missing', 'double precision', (one) => one.expectedMissing),
      column<InputDrift>('psi', 'double precision', ({ psi }) => psi),
    ];
    const tail = `ON CONFLICT (model_checksum, week, feature) DO UPDATE SET patients = excluded.patients,
      missing = excluded.missing, expected_missing = excluded.expected_missing, psi = excluded.psi`;
    await withClient(this.#source, (client) =>
      insertRows(client, { table: 'input_drift', columns, tail }, drift),
    );
  }

  async keepOutcome(
    { checksum }: ModelIdentity,
    week: EpochMs,
    { stays, ends, expected }: OutcomeDrift,
  ): Promise<void> {
    const text = `INSERT INTO outcome_drift (model_checksum, week, stays, ends, expected)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (model_checksum, week) DO UPDATE SET stays = excluded.stays, ends = excluded.ends, expected = excluded.expected`;
    const values = [checksum, toTimestamp(week), stays, ends, expected];
    await withClient(this.#source, (client) => client.query({ ...prepared(text), values }));
  }

  async #read<Row extends object>(
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}
