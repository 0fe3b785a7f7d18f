import { ConsumerOffsetEntity } from './consumer-offset.entity.ts';
import { SeenMessageEntity } from './seen-message.entity.ts';
import { PatientEntity } from './patient.entity.ts';
import { ClinicalRecordEntity } from './clinical-record.entity.ts';
import { ReportEntity } from './report.entity.ts';
import { ReportVectorEntity } from './report-vector.entity.ts';
import { ObservationEntity } from './observation.entity.ts';
import { RejectionEntity } from './rejection.entity.ts';
import { LocationEntity } from './location.entity.ts';
import { LocationDirectoryEntity } from './location-directory.entity.ts';
import { ScoreEntity } from './score.entity.ts';
import { ScoreExplanationEntity } from './score-explanation.entity.ts';
import { ShadowScoreEntity } from './shadow-score.entity.ts';
import { InputDriftEntity } from './input-drift.entity.ts';
import { OutcomeDriftEntity } from './outcome-drift.entity.ts';
import { AlertEntity } from './alert.entity.ts';
import { AlertTransitionEntity } from './alert-transition.entity.ts';
import { WardEntity } from './ward.entity.ts';
import { BoardRowEntity } from './board-row.entity.ts';
import { BoardEventEntity } from './board-event.entity.ts';
import { OutboxEntity } from './outbox.entity.ts';
import { ScoreOutboxEntity } from './score-outbox.entity.ts';

export const entities: (new () => object)[] = [
  ConsumerOffsetEntity,
  SeenMessageEntity,
  PatientEntity,
  ClinicalRecordEntity,
  ReportEntity,
  ReportVectorEntity,
  ObservationEntity,
  RejectionEntity,
  LocationEntity,
  LocationDirectoryEntity,
  ScoreEntity,
  ScoreExplanationEntity,
  ShadowScoreEntity,
  InputDriftEntity,
  OutcomeDriftEntity,
  AlertEntity,
  AlertTransitionEntity,
  WardEntity,
  BoardRowEntity,
  BoardEventEntity,
  OutboxEntity,
  ScoreOutboxEntity,
];
