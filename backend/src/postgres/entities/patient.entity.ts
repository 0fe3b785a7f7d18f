import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The aggregate and what of it is asked for in queries. */
@Entity('patient')
export class PatientEntity {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'integer' })
  partition!: number;

  @Column({ type: 'bigint' })
  version!: string;

  @Column({ type: 'timestamptz', name: 'admitted_at', nullable: true })
  admittedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'discharged_at', nullable: true })
  dischargedAt!: Date | null;

  @Column({ type: 'text', name: 'encounter_id', nullable: true })
  encounterId!: string | null;

  @Column({ type: 'text', name: 'location_ids', array: true })
  locationIds!: string[];

  @Column({ type: 'text', name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column({ type: 'timestamptz', name: 'next_wake_at', nullable: true })
  nextWakeAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'newest_fact_at', nullable: true })
  newestFactAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'moved_at' })
  movedAt!: Date;
}
