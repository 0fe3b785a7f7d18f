import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest version of a ward or bed. */
@Entity('location')
export class LocationEntity {
  @PrimaryColumn({ type: 'text', name: 'location_id' })
  locationId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', name: 'part_of', nullable: true })
  partOf!: string | null;

  @Column({ type: 'text' })
  version!: string;
}
