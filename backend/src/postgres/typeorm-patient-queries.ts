import type { EpochMs } from '@endwatch/clinical';
import type { Alert, BoardRow, RejectionView } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { CANARY_PREFIX } from '../domain/canary/canary.ts';
import type { AlertEvent, PatientHistory } from '../domain/patient-page/patient-history.ts';
import type { TrajectoryScore } from '../domain/patient-page/trajectory.ts';
import type { ScoreRecord, StoredPatient } from '../pipeline/ports.ts';
import { PatientQueries, type RejectionFilter } from '../pipeline/read-ports.ts';
import { alertViewOf, type AlertRow } from './alert.mapper.ts';
import { inTransaction, readRows, withClient } from './connection.ts';
import type { Extent } from './load-observations.ts';
import { loadPatients } from './load-patients.ts';
import { readAlertEvents, readHistory } from './read-history.ts';
import {
  RISK_POINT,
  scoreOf,
  riskPointOf,
  type ScoreRow,
  type RiskPointRow,
} from './score.mapper.ts';
import { storableText, toTimestamp } from './storable.ts';

export class TypeormPatientQueries extends PatientQueries {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  patient(id: string): Promise<StoredPatient | null> {
    return this.#load(id, 'whole-stay');
  }

  examinations(id: string): Promise<StoredPatient | null> {
    return this.#load(id, 'examinations');
  }

  async scores(id: string, from: EpochMs, to: EpochMs): Promise<readonly TrajectoryScore[]> {
    const rows = await this.#read<RiskPointRow>(
      `SELECT ${RISK_POINT} FROM score
       WHERE patient_id = $1 AND as_of BETWEEN $2 AND $3 ORDER BY as_of, known_at, id`,
      [storableText(id), toTimestamp(from), toTimestamp(to)],
    );
    return rows.map(riskPointOf);
  }

  async score(scoreId: string): Promise<ScoreRecord | null> {
    const [row] = await this.#read<ScoreRow>('SELECT * FROM score WHERE id = $1', [
      storableText(scoreId),
    ]);
    return row ? scoreOf(row) : null;
  }

  /** Of one moment, however many reads it takes. */
  history(id: string): Promise<PatientHistory | null> {
    return inTransaction(this.#source, async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return { keep: false, value: await readHistory(client, id) };
    });
  }

  alertEvents(id: string): Promise<readonly AlertEvent[]> {
    return withClient(this.#source, (client) => readAlertEvents(client, id));
  }

  async scoreIds(patientId: string): Promise<readonly string[]> {
    const rows = await this.#read<{ id: string }>(
      'SELECT id FROM score WHERE patient_id = $1 ORDER BY as_of, known_at, id',
      [storableText(patientId)],
    );
    return rows.map(({ id }) => id);
  }

  async patientIds(): Promise<readonly string[]> {
    const rows = await this.#read<{ patient_id: string }>(
      `SELECT patient_id FROM patient
       WHERE merged_into IS NULL AND admitted_at IS NOT NULL AND NOT starts_with(patient_id, $1) ORDER BY patient_id`,
      [CANARY_PREFIX],
    );
    return rows.map(({ patient_id }) => patient_id);
  }

  async alerts(id: string): Promise<readonly Alert[]> {
    const rows = await this.#read<AlertRow>(
      `SELECT a.* FROM alert a LEFT JOIN patient p ON p.patient_id = a.patient_id
       WHERE a.patient_id = $1 AND a.raised_at >= coalesce(p.admitted_at - interval '1 day', '-infinity')
       ORDER BY a.raised_at DESC, a.id`,
      [storableText(id)],
    );
    return rows.map(alertViewOf);
  }

  async boardRow(
    id: string,
  ): Promise<{ ward: { id: string; name: string }; row: BoardRow } | null> {
    const [found] = await this.#read<{ id: string; name: string; body: BoardRow }>(
      `SELECT w.id, w.name, b.body FROM board_row b JOIN shown_ward w ON w.id = b.ward_id WHERE b.patient_id = $1`,
      [storableText(id)],
    );
    return found ? { ward: { id: found.id, name: found.name }, row: found.body } : null;
  }

  async rejections({ after, code, limit }: RejectionFilter): Promise<readonly RejectionView[]> {
    const rows = await this.#read<RejectionRow>(
      `SELECT id, at, code, detail, door, topic, partition, "offset", resource FROM rejection
       WHERE ($1::bigint IS NULL OR id > $1) AND ($2::timestamptz IS NULL OR at > $2) AND ($3::text IS NULL OR code = $3)
       ORDER BY id DESC LIMIT $4`,
      [...afterWhat(after), code, limit],
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  }

  async #load(id: string, extent: Extent): Promise<StoredPatient | null> {
    const [stored] = await withClient(this.#source, (client) => loadPatients(client, [id], extent));
    return stored && stored.version > 0 ? stored : null;
  }

  async #read<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}

interface RejectionRow extends Omit<RejectionView, 'at'> {
  readonly at: EpochMs;
}

/** Newer than the id of a rejection, or than a time (ISO 8601); anything else means all. */
function afterWhat(after: string | null): readonly [string | null, string | null] {
  if (after === null) return [null, null];
  if (/^\d{1,18}$/.test(after)) return [after, null];
  const time = Date.parse(after);
  return [null, Number.isNaN(time) ? null : toTimestamp(time)];
}
