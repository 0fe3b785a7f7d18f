import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './config/environment.ts';
import { openEventLog } from './event-log/open-event-log.ts';
import { FhirDecoder } from './ingest/fhir-decoder.ts';
import { DecoderByContent } from './ingest/decoder-by-content.ts';
import { Hl7Decoder } from './ingest/hl7v2/hl7-decoder.ts';
import type { LocalCodes } from './ingest/hl7v2/result-value.ts';
import { createLogger } from './observability/logger.ts';
import type { Health } from './observability/health.ts';
import { Metrics } from './observability/metrics.ts';
import {
  observeBacklog,
  observeFailure,
  observeRound,
  observeSent,
} from './observability/observe-round.ts';
import { openTracing } from './observability/open-tracing.ts';
import { PushObserver } from './observability/push-observer.ts';
import { AlertCommands } from './pipeline/alert-commands.ts';
import type { NewLogRecord } from './pipeline/event-log.ts';
import { doorsOf, type Doors } from './open-doors.ts';
import { noticesOf, type NoticeParts } from './notice-parts.ts';
import { peopleOf, type People } from './people.ts';
import { reviewOf, type ReviewParts } from './review-parts.ts';
import { ScoreExplanations } from './pipeline/explain-score.ts';
import { LogTopics } from './pipeline/log-topics.ts';
import type { Log } from './pipeline/log.ts';
import { OutboxRelay } from './pipeline/outbox.ts';
import { scoreMessage, type OutgoingScore } from './pipeline/outgoing.ts';
import { pipelineSettings } from './pipeline/pipeline-settings.ts';
import type { Clock, Ids, RiskModel } from './pipeline/ports.ts';
import type {
  BoardFeed,
  HandoverQueries,
  Outages,
  PatientQueries,
  PushWatch,
  ServiceStatus,
} from './pipeline/read-ports.ts';
import { loadModel, loadShadowModel } from './shipped-model.ts';
import { siteCodes } from './site-codes.ts';
import { canaryOf } from './canary-parts.ts';
import { BatchProcessor } from './pipeline/process-batch.ts';
import type { SettingsStore, SiteSettings } from './pipeline/site-settings.ts';
import { BoardNotifications } from './postgres/board-notifications.ts';
import { createDataSource } from './postgres/data-source.ts';
import { TypeormExplanationStore } from './postgres/typeorm-explanation-store.ts';
import { TypeormHandoverQueries } from './postgres/typeorm-handover-queries.ts';
import { TypeormOutbox } from './postgres/typeorm-outbox.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { TypeormPatientStore } from './postgres/typeorm-patient-store.ts';
import { TypeormPipelineStatus } from './postgres/typeorm-pipeline-status.ts';
import { WardQueries } from './postgres/ward-queries.ts';
import { LagWatch } from './scorer/lag-watch.ts';
import { Scorer } from './scorer/scorer.ts';
import { ServiceWatch } from './scorer/service-watch.ts';
import { ContentIds } from './system/content-ids.ts';
import { SystemClock } from './system/system-clock.ts';
import { settingsOf } from './settings-parts.ts';
import { shadowOf } from './shadow-parts.ts';
import { upkeepOf } from './upkeep.ts';
import { healthOf, watchProcess } from './watch-process.ts';

const PACKAGE = join(import.meta.dirname, '../../package.json');

/** Every part of a running process that something outside `compose` needs. */
export interface Parts extends Doors, People, NoticeParts, ReviewParts {
  readonly environment: Environment;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly model: RiskModel;
  readonly feed: BoardFeed;
  readonly boardNotices: BoardNotifications;
  readonly ids: Ids;
  readonly queries: PatientQueries;
  readonly handovers: HandoverQueries;
  readonly settingsStore: SettingsStore;
  readonly settings: SiteSettings;
  readonly outages: Outages;
  readonly explanations: ScoreExplanations;
  readonly service: ServiceStatus;
  readonly pushes: PushWatch;
  readonly commands: AlertCommands;
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

/** Puts a process together by hand, so that it can be read from top to bottom. */
export async function compose(environment: Environment, databaseUrl: string): Promise<Parts> {
  const localCodes = siteCodes(environment.hl7Codes);
  const base = await openBase(environment, databaseUrl);
  const { log, clock, metrics, source, model, store, eventLog } = base;
  const { decoder, processor, lag, ...own } = scoringOf(environment, { ...base, localCodes });
  const scorer = environment.roles.scorer ? own.scorer : null;
  const boardNotices = new BoardNotifications({ url: databaseUrl, log });
  const people = peopleOf(environment, base);
  const notices = noticesOf(environment, { ...base, ...people });
  const doors = doorsOf(environment, { ...base, decoder });
  const feed = new WardQueries(source, boardNotices);
  const canary = canaryOf(environment, { ...base, ...doors, feed, people: notices.people });
  const service = new ServiceWatch({ ...base, canary });
  const health = healthOf({ ...base, service, scorer });
  watchProcess(metrics, { ...base, service, scorer, lag, health, canary });
  return {
    ...{ environment, log, clock, metrics, model, boardNotices, service, health, feed },
    ...{ ...doors, ...people, ...notices, ...base.review, ids: base.ids },
    ...{ settingsStore: base.settingsStore, settings: base.settings, outages: base.outages },
    pushes: new PushObserver(metrics, log, base.tracing),
    queries: new TypeormPatientQueries(source),
    handovers: new TypeormHandoverQueries(source),
    explanations: new ScoreExplanations(new TypeormExplanationStore(source), model),
    commands: new AlertCommands(processor, store, clock),
    start: () => {
      service.start();
      base.lookAtSettings.start();
      health.start();
      scorer?.start();
      canary?.start();
      if (!environment.roles.gateway) return;
      notices.notices.start();
      base.review.readAhead.start();
    },
    close: async () => {
      await Promise.all([scorer?.stop(), canary?.stop()]);
      if (environment.roles.gateway) await notices.closeNotices();
      await Promise.all([service.stop(), health.stop(), base.lookAtSettings.stop()]);
      await base.review.readAhead.stop();
      await eventLog.close();
      await base.outbox.release();
      await boardNotices.close();
      await source.destroy();
      await base.tracing?.stop();
      await base.closePool();
    },
  };
}

type Base = Awaited<ReturnType<typeof openBase>>;

/** What everything else stands on. */
async function openBase(environment: Environment, databaseUrl: string) {
  const log = createLogger(environment.logLevel);
  const source = await createDataSource({ url: databaseUrl }).initialize();
  const opened = openEventLog(environment, databaseUrl, log);
  return {
    ...{ log, source, ...opened },
    clock: new SystemClock(),
    ids: new ContentIds(),
    metrics: new Metrics(),
    tracing: await openTracing(environment.tracing),
    model: await loadModel(environment.model, log),
    shadowModel: await loadShadowModel(environment.shadowModel, log),
    store: new TypeormPatientStore(source),
    outbox: new TypeormOutbox(source),
    status: new TypeormPipelineStatus(source),
    review: reviewOf(source, { retentionDays: environment.retentionDays, log }),
    ...settingsOf(source, log),
    topics: new LogTopics(opened.eventLog, environment.topicPrefix),
  };
}

/** From records to commits. Commands need the processor in every process; only scorers let the scorer run. */
function scoringOf(environment: Environment, base: Base & { readonly localCodes: LocalCodes }) {
  const { log, metrics, model, eventLog, outbox } = base;
  const onBug = (error: unknown, correlationId: string): void => {
    log.error({ err: error, correlationId }, 'a record could not be processed');
  };
  const fhir = new FhirDecoder({ timeZone: environment.timeZone, onBug });
  const decoder = new DecoderByContent({ fhir, hl7: new Hl7Decoder(fhir, base.localCodes) });
  const processor = new BatchProcessor({
    ports: { ...base, decoder },
    settings: pipelineSettings(model.manifest, {
      codeVersion: codeVersion(),
      topicPrefix: environment.topicPrefix,
      door: environment.kafka ? 'kafka' : 'embedded',
      escalationFor: (ward) => base.settings.escalationFor(ward),
    }),
    onRound: observeRound(metrics, log),
    onFailure: observeFailure(metrics, log),
    onBug,
    stopwatch: () => performance.now(),
    tracing: base.tracing,
  });
  const lag = new LagWatch();
  const tell = (score: OutgoingScore): NewLogRecord =>
    scoreMessage(environment.topicPrefix, score, model.manifest);
  const scorer = new Scorer({
    ...{ ...base, processor, lag, processId: randomUUID() },
    relay: new OutboxRelay(
      { outbox, eventLog, log, onSent: observeSent(metrics), scoreMessage: tell },
      pause,
    ),
    shadow: shadowOf(base),
    onBacklog: observeBacklog(metrics),
    upkeep: upkeepOf(environment, base),
    summarise: () => base.review.summaries.refresh(base.clock.now()),
  });
  return { decoder, processor, scorer, lag };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((wait) => setTimeout(wait, milliseconds));

export function codeVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;
}
