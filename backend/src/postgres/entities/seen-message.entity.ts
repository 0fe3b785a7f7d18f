import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message that was taken; the digest of its source and id. */
@Entity('seen_message')
export class SeenMessageEntity {
  @PrimaryColumn({ type: 'uuid' })
  digest!: string;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt!: Date;
}
