import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A ward that has or had patients, and the number of its newest board event. */
@Entity('ward')
export class WardEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'bigint' })
  sequence!: string;
}
