import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An alert as it stands; `wardId` is where its patient is, or was last. */
@Entity('alert')
export class AlertEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text', name: 'ward_id', nullable: true })
  wardId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  priority!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt!: Date;

  @Column({ type: 'timestamptz', name: 'state_since' })
  stateSince!: Date;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', name: 'score_id', nullable: true })
  scoreId!: string | null;

  @Column({ type: 'text', nullable: true })
  holder!: string | null;

  @Column({ type: 'text', name: 'holder_account', nullable: true })
  holderAccount!: string | null;

  @Column({ type: 'timestamptz', name: 'escalates_at', nullable: true })
  escalatesAt!: Date | null;

  @Column({ type: 'text' })
  cause!: string;

  @Column({ type: 'double precision', name: 'risk_at_raise', nullable: true })
  riskAtRaise!: number | null;

  @Column({ type: 'double precision', name: 'risk_at_snooze', nullable: true })
  riskAtSnooze!: number | null;

  @Column({ type: 'integer', default: 0 })
  step!: number;

  @Column({ type: 'boolean', default: false })
  declined!: boolean;

  @Column({ type: 'jsonb', name: 'declined_duties', default: [] })
  declinedDuties!: readonly string[];

  @Column({ type: 'boolean', default: false })
  kept!: boolean;
}
