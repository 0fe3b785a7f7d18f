import type { DataSource } from 'typeorm';
import type { Environment } from './config/environment.ts';
import { alertPolicyFor } from './domain/alerting/alert-policy.ts';
import { openEventLog } from './event-log/open-event-log.ts';
import { createLogger } from './observability/logger.ts';
import { Metrics } from './observability/metrics.ts';
import { openTracing } from './observability/open-tracing.ts';
import { reviewOf } from './review-parts.ts';
import { LogTopics } from './pipeline/log-topics.ts';
import { pipelineSettings } from './pipeline/pipeline-settings.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock, Ids, PatientStore } from './pipeline/ports.ts';
import type { Outages, PipelineStatus } from './pipeline/read-ports.ts';
import type { Tracing } from './pipeline/tracing.ts';
import type { LoadedRiskModel } from '@endwatch/ml-model';
import { loadModel, loadShadowModel } from './shipped-model.ts';
import { createDataSource } from './postgres/data-source.ts';
import { TypeormPatientStore } from './postgres/typeorm-patient-store.ts';
import { TypeormPipelineStatus } from './postgres/typeorm-pipeline-status.ts';
import { ContentIds } from './system/content-ids.ts';
import { SystemClock } from './system/system-clock.ts';
import { ThreadedViews } from './threaded-views.ts';
import { settingsOf, type SettingsParts } from './settings-parts.ts';

/** What everything else stands on. */
export interface Base extends ReturnType<typeof openEventLog> {
  readonly site: SettingsParts;
  readonly outages: Outages;
  readonly log: Log;
  readonly databaseUrl: string;
  readonly source: DataSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly tracing: Tracing | null;
  readonly model: LoadedRiskModel;
  readonly shadowModel: LoadedRiskModel | null;
  readonly store: PatientStore;
  readonly status: PipelineStatus;
  readonly review: ReturnType<typeof reviewOf>;
  readonly views: ThreadedViews;
  readonly topics: LogTopics;
}

export async function openBase(environment: Environment, databaseUrl: string): Promise<Base> {
  const log = createLogger(environment.logLevel);
  const source = await createDataSource({ url: databaseUrl }).initialize();
  const clock = new SystemClock();
  const model = await loadModel(environment.model, log);
  const shipped = alertPolicyFor(model.manifest.thresholds).risk;
  const site = settingsOf({ source, log, clock, shipped });
  const opened = openEventLog(environment, databaseUrl, log);
  const { timeZone } = environment;
  const views = new ThreadedViews({ databaseUrl, manifest: model.manifest, timeZone }, log);
  return {
    ...{ log, databaseUrl, source, views, ...opened },
    clock,
    ids: new ContentIds(),
    metrics: new Metrics(),
    tracing: await openTracing(environment.tracing),
    model,
    shadowModel: await loadShadowModel(environment.shadowModel, log),
    store: new TypeormPatientStore(source),
    status: new TypeormPipelineStatus(source),
    review: reviewOf(source, {
      ...{ views, log, clock },
      policy: () => ({
        ...pipelineSettings(model.manifest).policy,
        risk: site.riskLimits.of(null),
      }),
    }),
    ...{ site, outages: site.outages },
    topics: new LogTopics(opened.eventLog, environment.topicPrefix),
  };
}
