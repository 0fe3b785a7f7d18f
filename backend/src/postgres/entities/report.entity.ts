import { Column, Entity } from 'typeorm';
import { RecordColumns } from './record-columns.ts';

/** One version of a report. Append-only. */
@Entity('report')
export class ReportEntity extends RecordColumns {
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'text' })
  text!: string;
}
