import type { ReportRecord } from '@endwatch/clinical';
import type { Explanation } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { ExplanationStore } from '../pipeline/explain-score.ts';
import type { ScoreRecord } from '../pipeline/ports.ts';
import { prepared, readRows, withClient } from './connection.ts';
import { reportOf, type ReportRow } from './record.mapper.ts';
import { scoreOf, type ScoreRow } from './score.mapper.ts';
import { storableText, toTimestamp } from './storable.ts';

/** Moves when explanations are worked out otherwise, so that none of the old way is shown. */
const METHOD = 1;

/** A superseded score is compared with what stood then, not with what is known now. */
const BEFORE = `SELECT * FROM score
  WHERE patient_id = $1 AND as_of < $2 AND known_at <= $3 AND (superseded_at IS NULL OR superseded_at > $3)
  ORDER BY as_of DESC, known_at DESC LIMIT 1`;

/** Also of patients who were merged into this one. */
const REPORTS = `
  WITH RECURSIVE family AS (
    SELECT $1::text AS member
    UNION
    SELECT p.patient_id FROM family f JOIN patient p ON p.merged_into = f.member
  )
  SELECT r.* FROM report r JOIN family f ON f.member = r.patient_id
  WHERE r.resource_key || '@' || r.version = ANY($2::text[])`;

export class TypeormExplanationStore extends ExplanationStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async score(patientId: string, scoreId: string): Promise<ScoreRecord | null> {
    const [row] = await this.#read<ScoreRow>(
      'SELECT * FROM score WHERE patient_id = $1 AND id = $2',
      [storableText(patientId), storableText(scoreId)],
    );
    return row ? scoreOf(row) : null;
  }

  async scoreBefore({ patientId, asOf, knownAt }: ScoreRecord): Promise<ScoreRecord | null> {
    const [row] = await this.#read<ScoreRow>(BEFORE, [
      patientId,
      toTimestamp(asOf),
      toTimestamp(knownAt),
    ]);
    return row ? scoreOf(row) : null;
  }

  async reports({ patientId, reportKeys }: ScoreRecord): Promise<readonly ReportRecord[]> {
    const rows = await this.#read<ReportRow>(REPORTS, [patientId, [...reportKeys]]);
    const byKey = new Map(rows.map((row) => [`${row.resource_key}@${row.version}`, reportOf(row)]));
    return reportKeys.flatMap((key) => byKey.get(key) ?? []);
  }

  async kept({ patientId, id }: ScoreRecord): Promise<Explanation | null> {
    const [row] = await this.#read<{ body: Explanation }>(
      'SELECT body FROM score_explanation WHERE patient_id = $1 AND score_id = $2 AND method = $3',
      [patientId, id, METHOD],
    );
    return row?.body ?? null;
  }

  async keep({ patientId, id, asOf }: ScoreRecord, explanation: Explanation): Promise<void> {
    const text = `INSERT INTO score_explanation (patient_id, score_id, as_of, method, body) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (patient_id, score_id) DO UPDATE SET method = excluded.method, body = excluded.body`;
    const values = [patientId, id, toTimestamp(asOf), METHOD, JSON.stringify(explanation)];
    await withClient(this.#source, (client) => client.query({ ...prepared(text), values }));
  }

  async #read<Row extends object>(
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}
