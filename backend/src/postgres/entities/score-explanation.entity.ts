import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a score rests on, as it was worked out when somebody first asked. Can be made again at any time. */
@Entity('score_explanation')
export class ScoreExplanationEntity {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'text', name: 'score_id' })
  scoreId!: string;

  @Column({ type: 'timestamptz', name: 'as_of' })
  asOf!: Date;

  /** Of the code that worked it out; another one's is not taken. */
  @Column({ type: 'integer' })
  method!: number;

  @Column({ type: 'jsonb' })
  body!: unknown;
}
