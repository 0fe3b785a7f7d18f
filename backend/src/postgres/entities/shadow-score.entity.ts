import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a second model says of the inputs of a stored score; for comparison only. */
@Entity('shadow_score')
@Index('shadow_score_as_of', ['asOf'])
export class ShadowScoreEntity {
  @PrimaryColumn({ type: 'text', name: 'model_checksum' })
  modelChecksum!: string;

  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'text', name: 'score_id' })
  scoreId!: string;

  @Column({ type: 'text', name: 'model_version' })
  modelVersion!: string;

  @Column({ type: 'timestamptz', name: 'as_of' })
  asOf!: Date;

  /** Of the score in service. */
  @Column({ type: 'timestamptz', name: 'known_at' })
  knownAt!: Date;

  /** Null where the reports of that time were no longer kept. */
  @Column({ type: 'double precision', nullable: true })
  next24h!: number | null;

  @Column({ type: 'double precision', nullable: true })
  by48h!: number | null;

  @Column({ type: 'double precision', nullable: true })
  by7d!: number | null;

  @Column({ type: 'double precision', nullable: true })
  admission!: number | null;
}
