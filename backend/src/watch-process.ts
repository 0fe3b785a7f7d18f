import type { DataSource } from 'typeorm';
import { Health, type PartCheck, type PartHealth } from './observability/health.ts';
import type { Metrics } from './observability/metrics.ts';
import { streamOf } from './observability/observe-round.ts';
import type { EventLog } from './pipeline/event-log.ts';
import type { LogTopics } from './pipeline/log-topics.ts';
import type { Clock, RiskModel } from './pipeline/ports.ts';
import type { ServiceStatus } from './pipeline/read-ports.ts';
import { poolUse } from './postgres/connection.ts';
import type { CanaryWatch } from './scorer/canary-watch.ts';
import type { LagWatch } from './scorer/lag-watch.ts';
import type { Scorer } from './scorer/scorer.ts';

interface Watched {
  readonly clock: Clock;
  readonly source: DataSource;
  readonly eventLog: EventLog;
  readonly topics: LogTopics;
  readonly model: RiskModel;
  readonly service: ServiceStatus;
  /** Null in a process that only serves. */
  readonly scorer: Scorer | null;
}

/**
 * What this process needs for its work. One that only serves goes on without the event log: boards are read from Postgres, and the door says
 * itself that it cannot take anything. How far the scorers are behind keeps nobody from working.
 */
export function healthOf(watched: Watched): Health {
  const { clock, source, eventLog, topics, model, service, scorer } = watched;
  const { version, checksum } = model.manifest;
  const needed = (check: PartCheck['check']): PartCheck => ({ check, needed: true });
  return new Health(
    {
      database: needed(async () => {
        await source.query('SELECT 1');
        return { up: true, detail: 'answers' };
      }),
      broker: {
        check: async () => {
          await topics.ensure();
          await eventLog.ends(topics.inbound);
          const { connected, detail } = eventLog.health();
          return { up: connected, detail };
        },
        needed: scorer !== null,
      },
      model: needed(() => ({ up: true, detail: `${version} (${checksum.slice(0, 12)})` })),
      lag: {
        check: async () => {
          await service.look();
          return lagPart(service);
        },
        needed: false,
      },
      ...(scorer ? { scorer: needed(() => scorer.health) } : {}),
    },
    clock,
  );
}

function lagPart(service: ServiceStatus): PartHealth {
  const { lagSeconds, trouble } = service.current();
  const seconds = Math.round(lagSeconds * 10) / 10;
  if (trouble === null) return { up: true, detail: 'everything is shown', seconds };
  const since = new Date(trouble.since).toISOString();
  return { up: trouble.kind === 'quiet', detail: `${trouble.kind} since ${since}`, seconds };
}

/** Gauges that are read at each scrape. What only a scorer knows is not there in others, rather than 0. */
export function watchProcess(
  metrics: Metrics,
  watched: Watched & {
    readonly lag: LagWatch;
    readonly health: Health;
    readonly canary: CanaryWatch | null;
  },
): void {
  const { clock, source, service, scorer, lag, health, canary } = watched;
  metrics.watch('service_lag_seconds', 'How late what the boards show is, by all scorers', () => [
    [{}, service.current().lagSeconds],
  ]);
  metrics.watch(
    'part_up',
    'Parts of this process as /health/ready has them: 1 up, 0 down',
    () => health.seen().map(([part, up]) => [{ part }, up ? 1 : 0]),
    ['part'],
  );
  metrics.watch(
    'database_pool_connections',
    'Connections to Postgres by what they do',
    () => {
      const { inUse, idle } = poolUse(source);
      return [
        [{ state: 'in_use' }, inUse],
        [{ state: 'idle' }, idle],
      ];
    },
    ['state'],
  );
  metrics.watch('database_pool_waiting', 'Who waits for a connection to Postgres', () => [
    [{}, poolUse(source).waiting],
  ]);
  metrics.watch('canary_missing', 'Whether a test alert has not come back in time: 0 or 1', () =>
    canary === null ? [] : [[{}, canary.missingSince() === null ? 0 : 1]],
  );
  metrics.watch('canary_seconds', 'From sending the last test alert to this gateway', () => {
    const seconds = canary?.roundTripSeconds ?? null;
    return seconds === null ? [] : [[{}, seconds]];
  });
  if (scorer === null) return;
  const streams = () => [...lag.streams(clock.now())];
  metrics.watch(
    'lag_records',
    'Records in the partitions of this process that are not saved yet',
    () => streams().map(([topic, { records }]) => [{ stream: streamOf(topic) }, records]),
    ['stream'],
  );
  metrics.watch(
    'lag_seconds',
    'Age of the oldest of them',
    () => streams().map(([topic, { seconds }]) => [{ stream: streamOf(topic) }, seconds]),
    ['stream'],
  );
}
