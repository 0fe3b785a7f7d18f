import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A risk, with everything it was computed from. Never overwritten; byte columns are little-endian. */
@Entity('score')
export class ScoreEntity {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'timestamptz', name: 'as_of' })
  asOf!: Date;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'known_at' })
  knownAt!: Date;

  @Column({ type: 'timestamptz', name: 'superseded_at', nullable: true })
  supersededAt!: Date | null;

  @Column({ type: 'double precision', name: 'hours_since_admission' })
  hoursSinceAdmission!: number;

  @Column({ type: 'double precision' })
  next24h!: number;

  @Column({ type: 'double precision', nullable: true })
  by48h!: number | null;

  @Column({ type: 'double precision', nullable: true })
  by7d!: number | null;

  @Column({ type: 'double precision', nullable: true })
  admission!: number | null;

  @Column({ type: 'bytea' })
  hazards!: Buffer;

  @Column({ type: 'text', name: 'model_version' })
  modelVersion!: string;

  @Column({ type: 'text', name: 'model_checksum', nullable: true })
  modelChecksum!: string | null;

  @Column({ type: 'text', name: 'code_version' })
  codeVersion!: string;

  @Column({ type: 'text', name: 'feature_set' })
  featureSet!: string;

  @Column({ type: 'bytea', name: 'feature_values' })
  featureValues!: Buffer;

  @Column({ type: 'bytea', name: 'feature_missing' })
  featureMissing!: Buffer;

  @Column({ type: 'bytea', name: 'feature_ages' })
  featureAges!: Buffer;

  @Column({ type: 'text', nullable: true })
  fingerprint!: string | null;

  @Column({ type: 'jsonb', name: 'report_keys' })
  reportKeys!: unknown;

  @Column({ type: 'bytea', name: 'report_vector', nullable: true })
  reportVector!: Buffer | null;

  @Column({ type: 'jsonb' })
  missing!: unknown;

  @Column({ type: 'jsonb', name: 'out_of_population' })
  outOfPopulation!: unknown;
}
