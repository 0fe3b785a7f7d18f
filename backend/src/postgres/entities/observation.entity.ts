import { Column, Entity, PrimaryColumn } from 'typeorm';
import { VersionColumns } from './record-columns.ts';

/** One fact of one version of an observation. Append-only; `factNo` -1 is a version without facts. */
@Entity('observation')
export class ObservationEntity extends VersionColumns {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'timestamptz', name: 'effective_at' })
  effectiveAt!: Date;

  @PrimaryColumn({ type: 'uuid', name: 'record_id' })
  recordId!: string;

  @PrimaryColumn({ type: 'smallint', name: 'fact_no' })
  factNo!: number;

  @Column({ type: 'text', nullable: true })
  fact!: string | null;

  @Column({ type: 'double precision', nullable: true })
  value!: number | null;

  @Column({ type: 'text', nullable: true })
  comparator!: string | null;

  @Column({ type: 'text', nullable: true })
  loinc!: string | null;

  @Column({ type: 'boolean' })
  routine!: boolean;

  @Column({ type: 'text', nullable: true })
  rater!: string | null;
}
