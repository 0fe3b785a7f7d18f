import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Scores of one commit to be published, by their keys. */
@Entity('score_outbox')
export class ScoreOutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', array: true, name: 'patient_ids' })
  patientIds!: string[];

  @Column({ type: 'timestamptz', array: true, name: 'as_of' })
  asOf!: Date[];

  @Column({ type: 'text', array: true, name: 'score_ids' })
  scoreIds!: string[];

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
