import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Parts } from './compose.ts';
import { AccessGuard } from './http/access/access.guard.ts';
import { OpenToAll } from './http/access/allow.ts';
import { AuditLog } from './http/access/audit-log.ts';
import { PatientAccess } from './http/access/patient-access.ts';
import { CurrentPolicy } from './http/review/current-policy.ts';
import { ReviewDesk } from './http/review/review-desk.ts';
import { PeopleOnDuty } from './http/people-on-duty.ts';
import { PushSettings } from './http/push-settings.ts';
import { DemoAccounts } from './http/session/demo-accounts.ts';
import { OidcSignIn } from './http/session/oidc-sign-in.ts';
import { SessionService } from './http/session/session-service.ts';
import { CONTROLLERS } from './http/controllers.ts';
import { SiteTime } from './http/site-time.ts';
import { WardGateway } from './live/ward.gateway.ts';
import { Health } from './observability/health.ts';
import { HealthController } from './observability/health.controller.ts';
import { Metrics } from './observability/metrics.ts';
import { AccountStore, Visitors } from './pipeline/account-store.ts';
import { CalibrationAlarm } from './pipeline/calibration-alarm.ts';
import { AlertCommands } from './pipeline/alert-commands.ts';
import { AuditTrail } from './pipeline/audit-trail.ts';
import { ScoreExplanations } from './pipeline/explain-score.ts';
import { ExaminationPlanStore, ExaminationSetting } from './pipeline/examination-setting.ts';
import { FrontDoor } from './pipeline/front-door.ts';
import { Log } from './pipeline/log.ts';
import { NotificationStore } from './pipeline/notification-store.ts';
import { Clock, Ids, RiskModel } from './pipeline/ports.ts';
import {
  BoardFeed,
  HandoverQueries,
  Outages,
  PatientQueries,
  PushWatch,
  ServiceStatus,
} from './pipeline/read-ports.ts';
import { ReportStore } from './pipeline/monthly-reports.ts';
import { ProposalStore } from './pipeline/review-quality.ts';
import { AdjudicationStore, CohortStore } from './pipeline/review-stays.ts';
import { ReviewViews } from './pipeline/review-views/review-views.ts';
import { RotaExchange } from './pipeline/rota-exchange.ts';
import { RotaStore } from './pipeline/rota-store.ts';
import { PreferenceStore } from './pipeline/preference-store.ts';
import { EndSetting, EndStore } from './pipeline/end-setting.ts';
import { EscalationSetting, EscalationStore } from './pipeline/escalation-setting.ts';
import { RiskLimitsSetting, RiskLimitsStore } from './pipeline/risk-limits.ts';
import { PlaceQueries, WardPlacesStore } from './pipeline/ward-places.ts';
import { WallSetting, WallStore } from './pipeline/wall-setting.ts';

// Health and figures hold nothing of any patient.
OpenToAll()(HealthController);

/** Hands the composed parts to Nest; a process without the role `gateway` answers for its health only. */
@Module({})
export class AppModule {
  static with(parts: Parts): DynamicModule {
    const { gateway } = parts.environment.roles;
    return {
      module: AppModule,
      controllers: [HealthController, ...(gateway ? CONTROLLERS : [])],
      providers: [
        { provide: Log, useValue: parts.log },
        { provide: Clock, useValue: parts.clock },
        { provide: Metrics, useValue: parts.metrics },
        { provide: Health, useValue: parts.health },
        { provide: RiskModel, useValue: parts.model },
        { provide: BoardFeed, useValue: parts.feed },
        { provide: PatientQueries, useValue: parts.queries },
        { provide: ScoreExplanations, useValue: parts.explanations },
        { provide: ServiceStatus, useValue: parts.service },
        { provide: PushWatch, useValue: parts.pushes },
        { provide: AlertCommands, useValue: parts.commands },
        { provide: AccountStore, useValue: parts.accounts },
        { provide: AuditTrail, useValue: parts.audit },
        { provide: SessionService, useValue: parts.sessions },
        { provide: Visitors, useValue: parts.sessions },
        { provide: DemoAccounts, useValue: parts.demo },
        { provide: OidcSignIn, useValue: parts.oidc },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: Outages, useValue: parts.outages },
        { provide: EscalationStore, useValue: parts.escalationStore },
        { provide: EscalationSetting, useValue: parts.escalation },
        { provide: EndStore, useValue: parts.endStore },
        { provide: EndSetting, useValue: parts.end },
        { provide: ExaminationPlanStore, useValue: parts.examinationStore },
        { provide: ExaminationSetting, useValue: parts.examinations },
        { provide: RiskLimitsStore, useValue: parts.riskLimitsStore },
        { provide: RiskLimitsSetting, useValue: parts.riskLimits },
        { provide: WardPlacesStore, useValue: parts.placesStore },
        { provide: PlaceQueries, useValue: parts.placeQueries },
        { provide: WallStore, useValue: parts.wallStore },
        { provide: WallSetting, useValue: parts.wall },
        { provide: PreferenceStore, useValue: parts.preferences },
        { provide: HandoverQueries, useValue: parts.handovers },
        { provide: RotaStore, useValue: parts.rota },
        ...reviewProviders(parts),
        { provide: RotaExchange, useValue: parts.rotaExchange },
        { provide: NotificationStore, useValue: parts.notifications },
        { provide: PushSettings, useValue: parts.push },
        { provide: Ids, useValue: parts.ids },
        { provide: SiteTime, useValue: new SiteTime(parts.environment.timeZone) },
        AuditLog,
        PatientAccess,
        PeopleOnDuty,
        ReviewDesk,
        CurrentPolicy,
        { provide: FrontDoor, useValue: parts.door },
        ...(gateway ? [WardGateway] : []),
      ],
    };
  }
}

function reviewProviders(parts: Parts): Provider[] {
  return [
    { provide: ReviewViews, useValue: parts.views },
    { provide: AdjudicationStore, useValue: parts.adjudications },
    { provide: CohortStore, useValue: parts.cohorts },
    {
      provide: CalibrationAlarm,
      useValue: new CalibrationAlarm({
        ...{ readings: parts.driftReadings, notifications: parts.notifications },
        ...{ accounts: parts.accounts, ids: parts.ids },
      }),
    },
    { provide: ProposalStore, useValue: parts.proposals },
    { provide: ReportStore, useValue: parts.reports },
  ];
}
