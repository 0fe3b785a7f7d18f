import type { EpochMs } from '@endwatch/clinical';
import type { Proposal } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import {
  ProposalStore,
  type NamedProposal,
  type StoredProposal,
} from '../../pipeline/review-quality.ts';
import { prepared, readRows, withClient } from '../connection.ts';
import { nameOf } from '../people-names.ts';
import { storableJson, storableText, toTimestamp } from '../storable.ts';

interface ProposalRow {
  readonly id: string;
  readonly at: EpochMs;
  readonly by: string;
  readonly byName: string;
  readonly note: string;
  readonly cohort: string;
  readonly stays: number;
  readonly ends: number;
  readonly patient_days: number;
  readonly proposed: Proposal['proposed'];
  readonly today: Proposal['today'];
}

const COLUMNS = 'id, at, by, note, cohort, stays, ends, patient_days, proposed, today';
const MOST = 200;

export class TypeormProposalStore extends ProposalStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async all(): Promise<readonly NamedProposal[]> {
    const text = `SELECT ${COLUMNS}, ${nameOf('by')} AS "byName" FROM review_proposal ORDER BY at DESC, id LIMIT $1`;
    const rows = await withClient(this.#source, (client) =>
      readRows<ProposalRow>(client, text, [MOST]),
    );
    return rows.map(({ patient_days, ...row }) => ({ ...row, patientDays: patient_days }));
  }

  async add(proposal: StoredProposal): Promise<void> {
    const { id, at, by, note, cohort, stays, ends, patientDays } = proposal;
    const values = [
      ...[id, toTimestamp(at), by, storableText(note), storableText(cohort)],
      ...[stays, ends, patientDays],
      ...[storableJson(proposal.proposed), storableJson(proposal.today)],
    ];
    const text = `INSERT INTO review_proposal (${COLUMNS})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb)`;
    await withClient(this.#source, (client) => client.query({ ...prepared(text), values }));
  }
}
