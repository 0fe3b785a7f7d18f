import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The history of an alert. Append-only; the database refuses anything else. */
@Entity('alert_transition')
export class AlertTransitionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'alert_id' })
  alertId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text', name: 'from_state', nullable: true })
  fromState!: string | null;

  @Column({ type: 'text', name: 'to_state' })
  toState!: string;

  @Column({ type: 'text' })
  by!: string;

  @Column({ type: 'text', nullable: true })
  account!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', nullable: true })
  told!: string | null;

  @Column({ type: 'boolean', name: 'by_clock', nullable: true })
  byClock!: boolean | null;
}
