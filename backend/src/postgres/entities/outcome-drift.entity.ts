import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of a week's patients at one day of the stay: what was forecast and what came. */
@Entity('outcome_drift')
export class OutcomeDriftEntity {
  @PrimaryColumn({ type: 'text', name: 'model_checksum' })
  modelChecksum!: string;

  /** Its Monday, midnight UTC. */
  @PrimaryColumn({ type: 'timestamptz' })
  week!: Date;

  @Column({ type: 'integer' })
  stays!: number;

  @Column({ type: 'integer' })
  ends!: number;

  /** Sum of the risks by 7 days. */
  @Column({ type: 'double precision' })
  expected!: number;
}
