import { Column, PrimaryColumn } from 'typeorm';

/** What every row that a version of a source resource left behind says of that version. */
export abstract class VersionColumns {
  @Column({ type: 'text', name: 'resource_key' })
  resourceKey!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'boolean' })
  retracted!: boolean;

  @Column({ type: 'timestamptz', name: 'issued_at', nullable: true })
  issuedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'broker_at' })
  brokerAt!: Date;

  @Column({ type: 'timestamptz', name: 'ingested_at' })
  ingestedAt!: Date;

  @Column({ type: 'text', nullable: true })
  source!: string | null;
}

/** Of tables with one row for each version. */
export abstract class RecordColumns extends VersionColumns {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'record_id' })
  recordId!: string;

  @Column({ type: 'timestamptz', name: 'effective_at' })
  effectiveAt!: Date;
}
