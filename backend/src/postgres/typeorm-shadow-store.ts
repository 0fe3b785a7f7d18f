import { DAY, type EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { CANARY_PREFIX } from '../domain/canary/canary.ts';
import type { ModelManifest } from '../pipeline/ports.ts';
import {
  ShadowStore,
  type PastQuestion,
  type PastRound,
  type PendingScore,
  type ShadowRound,
  type ShadowScore,
} from '../pipeline/shadow-scoring.ts';
import { column, insertRows, type Column } from './bulk-insert.ts';
import { inTransaction, readRows, withClient } from './connection.ts';
import { ALL_PATIENTS } from './review/stale-patients.ts';
import { scoreOf, type ScoreRow } from './score.mapper.ts';
import { toTimestamp } from './storable.ts';

/** Any number that all processes of Endwatch agree on. */
const SHADOW_LOCK = 4_190_236;
/** A late fact scores the hours of a day again; older partitions need not be read. */
const RESCORED = 2 * DAY;

const PENDING = `SELECT s.* FROM score s
  WHERE s.as_of >= $1 AND s.known_at > $2 AND NOT starts_with(s.patient_id, $5) AND NOT EXISTS (
    SELECT 1 FROM shadow_score h WHERE h.model_checksum = $3 AND h.patient_id = s.patient_id AND h.score_id = s.id
  )
  ORDER BY s.known_at, s.as_of, s.id LIMIT $4`;
const PAST = `SELECT s.* FROM score s
  WHERE s.patient_id = ANY($1::text[]) AND s.as_of >= $2 AND NOT EXISTS (
    SELECT 1 FROM shadow_score h WHERE h.model_checksum = $3 AND h.patient_id = s.patient_id AND h.score_id = s.id
  )
  ORDER BY s.patient_id, s.as_of, s.id LIMIT $4`;
/** Patients that are asked for at once. */
const TOGETHER = 8;
const TEXTS = `SELECT r.patient_id, r.resource_key || '@' || r.version AS key, r.text FROM report r
  WHERE r.patient_id = ANY($1::text[])`;

interface TextRow {
  readonly patient_id: string;
  readonly key: string;
  readonly text: string;
}

export class TypeormShadowStore extends ShadowStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  round(
    about: { readonly model: ModelManifest; readonly from: EpochMs; readonly limit: number },
    answer: (pending: readonly PendingScore[]) => readonly ShadowScore[],
  ): Promise<ShadowRound> {
    const { model, from, limit } = about;
    return inTransaction<ShadowRound>(this.#source, async (client) => {
      const [lock] = await readRows<{ mine: boolean }>(
        client,
        'SELECT pg_try_advisory_xact_lock($1) AS mine',
        [SHADOW_LOCK],
      );
      if (!lock?.mine) return { keep: false, value: { taken: 0, upTo: null } };
      const rows = await readRows<ScoreRow>(client, PENDING, [
        ...[toTimestamp(from - RESCORED), toTimestamp(from), model.checksum, limit],
        CANARY_PREFIX,
      ]);
      const answers = answer(await withTexts(client, rows));
      await insertRows(client, { table: 'shadow_score', columns: columnsOf(model) }, answers);
      return { keep: true, value: { taken: answers.length, upTo: rows.at(-1)?.known_at ?? null } };
    });
  }

  pastRound(
    about: PastQuestion,
    answer: (pending: readonly PendingScore[]) => readonly ShadowScore[],
  ): Promise<PastRound> {
    const { model, from, after, limit } = about;
    return inTransaction<PastRound>(this.#source, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [SHADOW_LOCK]);
      const whom = await readRows<{ patient_id: string }>(client, ALL_PATIENTS, [after, TOGETHER]);
      const ids = whom.map(({ patient_id }) => patient_id);
      const rows = await readRows<ScoreRow>(client, PAST, [
        ...[ids, toTimestamp(from), model.checksum, limit],
      ]);
      const answers = answer(await withTexts(client, rows));
      await insertRows(client, { table: 'shadow_score', columns: columnsOf(model) }, answers);
      // Of the same patients there may be more.
      const next = rows.length < limit ? (ids.at(-1) ?? null) : after;
      return { keep: true, value: { answered: answers.length, after: next } };
    });
  }

  async answeredUpTo({ checksum }: ModelManifest): Promise<EpochMs | null> {
    const [row] = await withClient(this.#source, (client) =>
      readRows<{ newest: EpochMs | null }>(
        client,
        'SELECT max(known_at) AS newest FROM shadow_score WHERE model_checksum = $1',
        [checksum],
      ),
    );
    return row?.newest ?? null;
  }
}

async function withTexts(
  client: ClientBase,
  rows: readonly ScoreRow[],
): Promise<readonly PendingScore[]> {
  const patients = [...new Set(rows.map(({ patient_id }) => patient_id))];
  const found = await readRows<TextRow>(client, TEXTS, [patients]);
  const texts = new Map(found.map(({ patient_id, key, text }) => [`${patient_id}/${key}`, text]));
  return rows.map((row) => ({
    score: scoreOf(row),
    texts: row.report_keys.map((key) => texts.get(`${row.patient_id}/${key}`) ?? null),
  }));
}

function columnsOf({ version, checksum }: ModelManifest): readonly Column<ShadowScore>[] {
  return [
    column('model_checksum', 'text', () => checksum),
    column('patient_id', 'text', ({ patientId }) => patientId),
    column('score_id', 'text', ({ scoreId }) => scoreId),
    column('model_version', 'text', () => version),
    column('as_of', 'timestamptz', ({ asOf }) => asOf),
    column('known_at', 'timestamptz', ({ knownAt }) => knownAt),
    column('next24h', 'double precision', ({ forecast }) => forecast?.next24h),
    column('by48h', 'double precision', ({ forecast }) => forecast?.by48h),
    column('by7d', 'double precision', ({ forecast }) => forecast?.by7d),
    column('admission', 'double precision', ({ admission }) => admission),
  ];
}
