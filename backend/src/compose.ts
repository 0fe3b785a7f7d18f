import type { Environment } from './config/environment.ts';
import type { Health } from './observability/health.ts';
import type { Metrics } from './observability/metrics.ts';
import { PushObserver } from './observability/push-observer.ts';
import { AlertCommands } from './pipeline/alert-commands.ts';
import { doorsOf, type Doors } from './open-doors.ts';
import { noticesOf, type NoticeParts } from './notice-parts.ts';
import { peopleOf, type People } from './people.ts';
import { type ReviewParts } from './review-parts.ts';
import { ScoreExplanations } from './pipeline/explain-score.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock, Ids, RiskModel } from './pipeline/ports.ts';
import type {
  BoardFeed,
  HandoverQueries,
  PatientQueries,
  PushWatch,
  ServiceStatus,
} from './pipeline/read-ports.ts';
import { siteCodes } from './site-codes.ts';
import { canaryOf } from './canary-parts.ts';
import { BoardNotifications } from './postgres/board-notifications.ts';
import { TypeormExplanationStore } from './postgres/typeorm-explanation-store.ts';
import { TypeormHandoverQueries } from './postgres/typeorm-handover-queries.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { WardQueries } from './postgres/ward-queries.ts';
import { ServiceWatch } from './scorer/service-watch.ts';
import type { SettingsParts } from './settings-parts.ts';
import { healthOf, watchProcess } from './watch-process.ts';
import { openBase } from './open-base.ts';
import { scoringOf } from './scoring-parts.ts';

/** Every part of a running process that something outside `compose` needs. */
export interface Parts extends Doors, People, NoticeParts, ReviewParts, SettingsParts {
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
  const commands = new AlertCommands(processor, store, clock);
  const notices = noticesOf(environment, { ...base, ...base.site, ...people, commands });
  const doors = doorsOf(environment, { ...base, decoder });
  const feed = new WardQueries(source, boardNotices);
  const canary = canaryOf(environment, { ...base, ...doors, feed, people: notices.people });
  const service = new ServiceWatch({ ...base, canary });
  const health = healthOf({ ...base, service, scorer });
  watchProcess(metrics, { ...base, service, scorer, lag, health, canary });
  return {
    ...{ environment, log, clock, metrics, model, boardNotices, service, health, feed, commands },
    ...{ ...doors, ...people, ...notices, ...base.review, ...base.site, ids: base.ids },
    pushes: new PushObserver(metrics, log, base.tracing),
    queries: new TypeormPatientQueries(source),
    handovers: new TypeormHandoverQueries(source),
    explanations: new ScoreExplanations(new TypeormExplanationStore(source), model),
    start: () => {
      service.start();
      base.site.lookAtSettings.start();
      health.start();
      scorer?.start();
      canary?.start();
      if (!environment.roles.gateway) return;
      notices.notices.start();
      base.review.readAhead.start();
      base.review.composeMonths.start();
    },
    close: async () => {
      await Promise.all([scorer?.stop(), canary?.stop()]);
      if (environment.roles.gateway) await notices.closeNotices();
      await Promise.all([
        ...[service.stop(), health.stop()],
        ...[base.site.lookAtSettings.stop(), base.review.readAhead.stop()],
        base.review.composeMonths.stop(),
      ]);
      await base.views.stop();
      await eventLog.close();
      await boardNotices.close();
      await source.destroy();
      await base.tracing?.stop();
      await base.closePool();
    },
  };
}
