import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One feature of one week beside the patients a model learned from. */
@Entity('input_drift')
export class InputDriftEntity {
  @PrimaryColumn({ type: 'text', name: 'model_checksum' })
  modelChecksum!: string;

  /** Its Monday, midnight UTC. */
  @PrimaryColumn({ type: 'timestamptz' })
  week!: Date;

  @PrimaryColumn({ type: 'text' })
  feature!: string;

  @Column({ type: 'integer' })
  patients!: number;

  @Column({ type: 'integer' })
  missing!: number;

  /** Share missing among those the model learned from. */
  @Column({ type: 'double precision', name: 'expected_missing' })
  expectedMissing!: number;

  /** Population stability index; null with too few values. */
  @Column({ type: 'double precision', nullable: true })
  psi!: number | null;
}
