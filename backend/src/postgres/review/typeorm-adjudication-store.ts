import type { DataSource } from 'typeorm';
import type { JudgedEnd } from '../../domain/review/adjudication/as-judged.ts';
import { AdjudicationStore, type NamedJudgement } from '../../pipeline/review-stays.ts';
import { prepared, readRows, withClient } from '../connection.ts';
import { nameOf } from '../people-names.ts';
import { storableText, toTimestamp } from '../storable.ts';

const COLUMNS = `encounter_id AS "encounterId", judgement, at, cause, reason, decided_at AS "decidedAt", by`;
const NEWEST = `SELECT DISTINCT ON (encounter_id) ${COLUMNS} FROM end_adjudication ORDER BY encounter_id, id DESC`;
const OF_ONE = `SELECT ${COLUMNS}, ${nameOf('by')} AS "byName" FROM end_adjudication
  WHERE encounter_id = $1 ORDER BY id DESC`;
const ADD = `INSERT INTO end_adjudication (encounter_id, judgement, at, cause, reason, decided_at, by)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export class TypeormAdjudicationStore extends AdjudicationStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async newest(): Promise<ReadonlyMap<string, JudgedEnd>> {
    const rows = await withClient(this.#source, (client) => readRows<JudgedEnd>(client, NEWEST));
    return new Map(rows.map((row) => [row.encounterId, row]));
  }

  async of(encounterId: string): Promise<readonly NamedJudgement[]> {
    return withClient(this.#source, (client) =>
      readRows<NamedJudgement>(client, OF_ONE, [encounterId]),
    );
  }

  async add(judged: JudgedEnd): Promise<void> {
    const { encounterId, judgement, at, cause, reason, decidedAt, by } = judged;
    const values = [
      ...[storableText(encounterId), judgement, at === null ? null : toTimestamp(at), cause],
      ...[reason, toTimestamp(decidedAt), by],
    ];
    await withClient(this.#source, (client) => client.query({ ...prepared(ADD), values }));
  }
}
