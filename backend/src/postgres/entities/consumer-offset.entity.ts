import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a topic-partition is taken in: the first offset whose effects are not yet here. */
@Entity('consumer_offset')
export class ConsumerOffsetEntity {
  @PrimaryColumn({ type: 'text' })
  topic!: string;

  @PrimaryColumn({ type: 'integer' })
  partition!: number;

  @Column({ type: 'bigint', name: 'next_offset' })
  nextOffset!: string;
}
