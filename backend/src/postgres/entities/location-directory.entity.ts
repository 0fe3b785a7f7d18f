import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: counts changes of `location`, for compare-and-set. */
@Entity('location_directory')
export class LocationDirectoryEntity {
  @PrimaryColumn({ type: 'boolean', name: 'only_row' })
  onlyRow!: boolean;

  @Column({ type: 'bigint' })
  version!: string;
}
