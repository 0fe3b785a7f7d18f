import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One numbered change of a ward. */
@Entity('board_event')
export class BoardEventEntity {
  @PrimaryColumn({ type: 'text', name: 'ward_id' })
  wardId!: string;

  @PrimaryColumn({ type: 'bigint' })
  sequence!: string;

  @PrimaryColumn({ type: 'timestamptz', name: 'known_at' })
  knownAt!: Date;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'json' })
  body!: unknown;

  /** Of the round that wrote it: names it in the log. */
  @Column({ type: 'text', name: 'round_id', nullable: true })
  roundId!: string | null;

  /** When the log took the oldest record behind it; null when the clock or a person moved it. */
  @Column({ type: 'timestamptz', name: 'broker_at', nullable: true })
  brokerAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  traceparent!: string | null;

  /** By the clock of Postgres, just before the commit. */
  @Column({ type: 'timestamptz', name: 'written_at', nullable: true })
  writtenAt!: Date | null;
}
