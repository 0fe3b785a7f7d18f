import { AccountController } from './account.controller.ts';
import { AlertController } from './alert.controller.ts';
import { AsKnownController } from './as-known.controller.ts';
import { AuditController } from './audit.controller.ts';
import { EndDefinitionController } from './end-definition.controller.ts';
import { ExaminationScheduleController } from './examination-schedule.controller.ts';
import { ExaminationController } from './examination.controller.ts';
import { ExplanationController } from './explanation.controller.ts';
import { FhirController } from './fhir.controller.ts';
import { HandoverController } from './handover.controller.ts';
import { NotifyController } from './notify.controller.ts';
import { OnCallController } from './on-call.controller.ts';
import { OidcController } from './session/oidc.controller.ts';
import { OutageController } from './outage.controller.ts';
import { PagerController } from './pager.controller.ts';
import { PatientController } from './patient.controller.ts';
import { PreferenceController } from './preference.controller.ts';
import { RejectionController } from './rejection.controller.ts';
import { ReviewAlarmController } from './review/review-alarm.controller.ts';
import { ReviewAdjudicationsController } from './review/review-adjudications.controller.ts';
import { ReviewCohortsController } from './review/review-cohorts.controller.ts';
import { ReviewExportsController } from './review/review-exports.controller.ts';
import { ReviewFreshnessController } from './review/review-freshness.controller.ts';
import { ReviewOutcomesController } from './review/review-outcomes.controller.ts';
import { ReviewQualityController } from './review/review-quality.controller.ts';
import { ReviewReportsController } from './review/review-reports.controller.ts';
import { ReviewStaysController } from './review/review-stays.controller.ts';
import { ReviewWhatIfController } from './review/review-what-if.controller.ts';
import { RotaCalendarController } from './rota-calendar.controller.ts';
import { RiskLimitsController } from './risk-limits.controller.ts';
import { RotaController } from './rota.controller.ts';
import { SessionController } from './session/session.controller.ts';
import { SettingsController } from './settings.controller.ts';
import { WallController } from './wall.controller.ts';
import { WardPlacesController } from './ward-places.controller.ts';
import { WardController } from './ward.controller.ts';

/** Every door of a process that serves people and programs. */
export const CONTROLLERS = [
  AccountController,
  AlertController,
  AsKnownController,
  AuditController,
  EndDefinitionController,
  ExaminationController,
  ExaminationScheduleController,
  ExplanationController,
  FhirController,
  HandoverController,
  NotifyController,
  OidcController,
  OnCallController,
  OutageController,
  PagerController,
  PatientController,
  PreferenceController,
  RejectionController,
  ReviewAlarmController,
  ReviewAdjudicationsController,
  ReviewCohortsController,
  ReviewExportsController,
  ReviewFreshnessController,
  ReviewOutcomesController,
  ReviewQualityController,
  ReviewReportsController,
  ReviewStaysController,
  ReviewWhatIfController,
  RotaCalendarController,
  RiskLimitsController,
  RotaController,
  SessionController,
  SettingsController,
  WallController,
  WardController,
  WardPlacesController,
];
