import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one model version made of one report version; Float32, little-endian. */
@Entity('report_vector')
export class ReportVectorEntity {
  @PrimaryColumn({ type: 'text', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'record_id' })
  recordId!: string;

  @PrimaryColumn({ type: 'text', name: 'model_version' })
  modelVersion!: string;

  @Column({ type: 'text', name: 'resource_key' })
  resourceKey!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'bytea' })
  vector!: Buffer;
}
