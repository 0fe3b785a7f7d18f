import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '@endwatch/clinical';
import { loadRiskModel } from '@endwatch/ml-model';
import type { DataSource } from 'typeorm';
import type { Environment } from './config/environment.ts';
import { EmbeddedEventLog } from './event-log/embedded-event-log.ts';
import { openEventLog } from './event-log/open-event-log.ts';
import { SessionService } from './http/session/session-service.ts';
import { FhirDecoder } from './ingest/fhir-decoder.ts';
import { FhirDoorSplitter } from './ingest/fhir-door-splitter.ts';
import { createLogger } from './observability/logger.ts';
import { Health } from './observability/health.ts';
import { Metrics } from './observability/metrics.ts';
import { observeDoor, observeRound } from './observability/observe-round.ts';
import { AlertCommands } from './pipeline/alert-commands.ts';
import type { EventLog } from './pipeline/event-log.ts';
import { FrontDoor } from './pipeline/front-door.ts';
import { LogTopics } from './pipeline/log-topics.ts';
import type { Log } from './pipeline/log.ts';
import { messagesOf } from './pipeline/messages-out.ts';
import { OutboxRelay } from './pipeline/outbox.ts';
import { pipelineSettings } from './pipeline/pipeline-settings.ts';
import type { Clock, RiskModel } from './pipeline/ports.ts';
import type { BoardFeed, PatientQueries, PipelineStatus } from './pipeline/read-ports.ts';
import { BatchProcessor } from './pipeline/process-batch.ts';
import { BoardNotifications } from './postgres/board-notifications.ts';
import { createDataSource } from './postgres/data-source.ts';
import { maintainPartitions } from './postgres/partitions.ts';
import { TypeormAccountStore } from './postgres/typeorm-account-store.ts';
import { TypeormOutbox } from './postgres/typeorm-outbox.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { TypeormPatientStore } from './postgres/typeorm-patient-store.ts';
import { TypeormPipelineStatus } from './postgres/typeorm-pipeline-status.ts';
import { WardQueries } from './postgres/ward-queries.ts';
import { LagWatch } from './scorer/lag-watch.ts';
import { Scorer } from './scorer/scorer.ts';
import { ContentIds } from './system/content-ids.ts';
import { SystemClock } from './system/system-clock.ts';

const ARTEFACTS = join(import.meta.dirname, '../../ml/artefacts');
/** Long enough to be read again after an outage of days; what it caused is kept elsewhere. */
const EMBEDDED_LOG_KEPT = 7 * DAY;
const PACKAGE = join(import.meta.dirname, '../../package.json');

/** Every part of a running process that something outside `compose` needs. */
export interface Parts {
  readonly environment: Environment;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly model: RiskModel;
  readonly feed: BoardFeed;
  readonly notifications: BoardNotifications;
  readonly queries: PatientQueries;
  readonly status: PipelineStatus;
  readonly commands: AlertCommands;
  readonly sessions: SessionService;
  readonly door: FrontDoor;
  readonly scorer: Scorer;
  readonly close: () => Promise<void>;
}

/** Puts a process together by hand, so that it can be read from top to bottom. */
export async function compose(environment: Environment, databaseUrl: string): Promise<Parts> {
  const log = createLogger(environment.logLevel);
  const clock = new SystemClock();
  const ids = new ContentIds();
  const metrics = new Metrics();
  const source = await createDataSource({ url: databaseUrl }).initialize();
  const { eventLog, partitioner, closePool } = openEventLog(environment, databaseUrl, log);
  const model = await loadRiskModel(newestArtefact());
  const store = new TypeormPatientStore(source);
  const onBug = (error: unknown, correlationId: string): void => {
    log.error({ err: error, correlationId }, 'a record could not be processed');
  };
  const decoder = new FhirDecoder({ timeZone: environment.timeZone, onBug });
  const processor = new BatchProcessor({
    ports: { store, decoder, model, clock, ids, partitioner },
    settings: pipelineSettings(model.manifest, {
      codeVersion: codeVersion(),
      topicPrefix: environment.topicPrefix,
      door: environment.kafka ? 'kafka' : 'embedded',
    }),
    onRound: observeRound(metrics, log),
    onBug,
  });
  const notifications = new BoardNotifications({ url: databaseUrl, log });
  const outbox = new TypeormOutbox(source);
  const status = new TypeormPipelineStatus(source);
  const topics = new LogTopics(eventLog, environment.topicPrefix);
  const scorer = new Scorer({
    ...{ eventLog, topics, processor, status, clock, log, lag: new LagWatch() },
    relay: new OutboxRelay({ outbox, eventLog, log }, pause),
    processId: randomUUID(),
    upkeep: upkeepOf({ source, clock, log, eventLog, retentionDays: environment.retentionDays }),
  });
  const out = { prefix: environment.topicPrefix, manifest: model.manifest, ids };
  const splitter = new FhirDoorSplitter(decoder, environment.topicPrefix);
  return {
    ...{ environment, log, clock, metrics, model, notifications, status, scorer },
    health: healthOf({ environment, source, eventLog, topics, model, scorer }),
    feed: new WardQueries(source, notifications),
    queries: new TypeormPatientQueries(source),
    commands: new AlertCommands(processor, store, clock),
    sessions: new SessionService(new TypeormAccountStore(source), clock),
    door: new FrontDoor({
      ...{ splitter, eventLog, topics, store },
      deadLetters: (rejections) =>
        messagesOf({ patients: [], rejections, knownAt: clock.now() }, out),
      onReceived: observeDoor(metrics),
    }),
    close: async () => {
      if (environment.roles.scorer) await scorer.stop();
      await eventLog.close();
      await outbox.release();
      await notifications.close();
      await source.destroy();
      await closePool();
    },
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((wait) => setTimeout(wait, milliseconds));

function upkeepOf(about: {
  source: DataSource;
  clock: Clock;
  log: Log;
  eventLog: EventLog;
  retentionDays: number;
}): () => Promise<void> {
  const { source, clock, log, eventLog, retentionDays } = about;
  return async () => {
    // Kafka lets go by its own retention; the table has nobody else.
    if (eventLog instanceof EmbeddedEventLog) await eventLog.prune(clock.now() - EMBEDDED_LOG_KEPT);
    const { created, dropped } = await maintainPartitions(source, {
      now: clock.now(),
      retentionDays,
    });
    log.info({ created: created.length, dropped: dropped.length }, 'partitions kept');
  };
}

function healthOf(parts: {
  environment: Environment;
  source: DataSource;
  eventLog: EventLog;
  topics: LogTopics;
  model: RiskModel;
  scorer: Scorer;
}): Health {
  const { environment, source, eventLog, topics, model, scorer } = parts;
  return new Health({
    database: async () => {
      await source.query('SELECT 1');
      return { up: true, detail: 'answers' };
    },
    log: async () => {
      await topics.ensure();
      const { connected, detail } = eventLog.health();
      return { up: connected, detail };
    },
    model: () => ({ up: true, detail: model.manifest.version }),
    ...(environment.roles.scorer
      ? {
          scorer: () =>
            scorer.consuming
              ? { up: true, detail: 'consumes' }
              : { up: false, detail: 'has not joined yet' },
        }
      : {}),
  });
}

/** Artefact folders are named so that the newest sorts last. */
export function newestArtefact(): string {
  const versions = readdirSync(ARTEFACTS).filter((name) =>
    existsSync(join(ARTEFACTS, name, 'artefact.json')),
  );
  const newest = versions.toSorted(new Intl.Collator('en', { numeric: true }).compare).at(-1);
  if (!newest) throw new Error(`no model in ${ARTEFACTS}`);
  return join(ARTEFACTS, newest);
}

export function codeVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;
}
