import { Column, Entity } from 'typeorm';
import { RecordColumns } from './record-columns.ts';

/** One version of an encounter, patient, condition or treatment. Append-only. */
@Entity('clinical_record')
export class ClinicalRecordEntity extends RecordColumns {
  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  body!: unknown;
}
