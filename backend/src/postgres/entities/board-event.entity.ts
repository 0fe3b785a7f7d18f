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
}
