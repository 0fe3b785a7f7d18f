import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something that could not be understood or believed, with the bytes it came in. */
@Entity('rejection')
export class RejectionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  detail!: string;

  @Column({ type: 'text', name: 'patient_id', nullable: true })
  patientId!: string | null;

  @Column({ type: 'text', nullable: true })
  resource!: string | null;

  @Column({ type: 'bytea' })
  raw!: Buffer;

  @Column({ type: 'text' })
  door!: string;

  @Column({ type: 'text', nullable: true })
  topic!: string | null;

  @Column({ type: 'integer', nullable: true })
  partition!: number | null;

  @Column({ type: 'bigint', nullable: true })
  offset!: string | null;

  @Column({ type: 'text', nullable: true })
  key!: string | null;

  @Column({ type: 'jsonb' })
  headers!: unknown;

  @Column({ type: 'timestamptz', name: 'broker_at' })
  brokerAt!: Date;

  @Column({ type: 'timestamptz', name: 'ingested_at' })
  ingestedAt!: Date;
}
