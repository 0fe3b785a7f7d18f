import type { EpochMs } from '@endwatch/clinical';
import type { DataSource, QueryRunner } from 'typeorm';
import { AuditTrail, type AuditEntry, type AuditQuestion } from '../pipeline/audit-trail.ts';
import { storableJson, storableText } from './storable.ts';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly role: string | null;
  readonly action: string;
  readonly patient_id: string | null;
  readonly ward_id: string | null;
  readonly subject: string | null;
  readonly origin: string | null;
  readonly detail: Record<string, unknown> | null;
}

export class TypeormAuditTrail extends AuditTrail {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  record(entry: AuditEntry): Promise<void> {
    return insertAuditEntry(this.#source, entry);
  }

  async entries(asked: AuditQuestion): Promise<readonly (AuditEntry & { readonly id: string })[]> {
    const rows = await this.#source.query<AuditRow[]>(
      `SELECT * FROM audit_entry
       WHERE ($1::text IS NULL OR actor = $1) AND ($2::text IS NULL OR patient_id = $2)
         AND ($3::text IS NULL OR action LIKE $3 || '%') AND ($4::timestamptz IS NULL OR at >= $4)
         AND ($5::timestamptz IS NULL OR at < $5) AND ($6::bigint IS NULL OR id < $6)
       ORDER BY id DESC LIMIT $7`,
      [
        ...[asked.actor, asked.patientId, asked.action?.replaceAll(/[\\%_]/g, '\\$&') ?? null],
        ...[timestamp(asked.from), timestamp(asked.to), asked.before, asked.limit],
      ],
    );
    return rows.map((row) => ({
      ...{ id: row.id, at: row.at.getTime(), actor: row.actor, role: row.role, action: row.action },
      ...{ patientId: row.patient_id, wardId: row.ward_id, subject: row.subject },
      ...{ origin: row.origin, detail: row.detail },
    }));
  }
}

/** @param runner of a transaction, where the entry is to stand and fall with something else */
export async function insertAuditEntry(
  runner: Pick<DataSource, 'query'> | QueryRunner,
  entry: AuditEntry,
): Promise<void> {
  await runner.query(
    `INSERT INTO audit_entry (at, actor, role, action, patient_id, ward_id, subject, origin, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[new Date(entry.at).toISOString(), storableText(entry.actor), entry.role, entry.action],
      ...[entry.patientId, entry.wardId, entry.subject].map((text) => text && storableText(text)),
      ...[entry.origin, entry.detail && storableJson(entry.detail)],
    ],
  );
}

function timestamp(time: EpochMs | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
