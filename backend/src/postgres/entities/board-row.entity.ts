import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tile as every screen shows it. */
@Entity('board_row')
export class BoardRowEntity {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text', name: 'ward_id' })
  wardId!: string;

  @Column({ type: 'jsonb' })
  body!: unknown;
}
