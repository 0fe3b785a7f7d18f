import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of an encounter, patient, condition or treatment. Append-only. */
@Entity('clinical_record')
export class ClinicalRecordEntity {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'record_id' })
  recordId!: string;

  @Column({ type: 'text', name: 'resource_key' })
  resourceKey!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'boolean' })
  retracted!: boolean;

  @Column({ type: 'timestamptz', name: 'effective_at' })
  effectiveAt!: Date;

  @Column({ type: 'timestamptz', name: 'issued_at', nullable: true })
  issuedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'broker_at' })
  brokerAt!: Date;

  @Column({ type: 'timestamptz', name: 'ingested_at' })
  ingestedAt!: Date;

  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'jsonb' })
  body!: unknown;
}
