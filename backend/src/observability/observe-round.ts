import type { DoorSplit } from '../pipeline/front-door.ts';
import type { Log } from '../pipeline/log.ts';
import type { MessagesSent } from '../pipeline/outbox.ts';
import type { RoundFailure } from '../pipeline/process-batch.ts';
import type { Backlog } from '../pipeline/read-ports.ts';
import type { RoundStats } from '../pipeline/round-stats.ts';
import type { Metrics } from './metrics.ts';

/** One line and the counters for each round; nothing of any patient. */
export function observeRound(metrics: Metrics, log: Log): (stats: RoundStats) => void {
  const book = log.child({ part: 'pipeline' });
  return (stats) => {
    metrics.rounds.inc({ outcome: stats.outcome, trigger: stats.trigger });
    metrics.retries.inc(stats.tries - 1);
    for (const [stage, milliseconds] of Object.entries(stats.stages)) {
      metrics.stage.observe({ stage }, milliseconds / 1000);
    }
    // What was fenced is counted where it is saved.
    if (stats.outcome === 'committed') countCommitted(metrics, stats);
    const { id, ignored, stages, ...counts } = stats;
    // How many, not which: names of what is not used come from outside.
    const unused = Object.values(ignored).reduce((sum, count) => sum + count, 0);
    book.info({ round: id, ...counts, ignored: unused, stages: rounded(stages) }, 'round');
  };
}

function countCommitted(metrics: Metrics, stats: RoundStats): void {
  for (const [topic, count] of Object.entries(stats.topics)) {
    metrics.messages.inc({ stream: streamOf(topic) }, count);
  }
  metrics.repeated.inc(stats.repeated);
  metrics.scores.inc(stats.scores);
  metrics.deferredPatients.inc(stats.deferred);
  metrics.failedPatients.inc(stats.failed);
  for (const { kind, to, count } of stats.alerts) metrics.alerts.inc({ kind, to }, count);
  for (const [code, count] of Object.entries(stats.rejected)) {
    metrics.rejections.inc({ code }, count);
  }
  countIgnored(metrics, stats.ignored);
}

export function observeFailure(metrics: Metrics, log: Log): (failure: RoundFailure) => void {
  const book = log.child({ part: 'pipeline' });
  return ({ id, trigger, error }) => {
    metrics.rounds.inc({ outcome: 'failed', trigger });
    book.error({ round: id, trigger, err: error }, 'a round could not be saved');
  };
}

/** What stops at a door never comes into a round. */
export function observeDoor(metrics: Metrics): (split: DoorSplit) => void {
  return ({ entries }) => {
    for (const { record, refusals, ignored } of entries) {
      if (record !== null) continue;
      for (const { code } of refusals) metrics.rejections.inc({ code });
      countIgnored(metrics, ignored);
    }
  };
}

export function observeSent(metrics: Metrics): (sent: MessagesSent) => void {
  return (sent) => {
    for (const [topic, count] of sent) metrics.messagesOut.inc({ stream: streamOf(topic) }, count);
  };
}

export function observeBacklog(metrics: Metrics): (backlog: Backlog) => void {
  return ({ alerts, outbox }) => {
    metrics.openAlerts.reset();
    for (const { kind, state, count } of alerts) metrics.openAlerts.set({ kind, state }, count);
    metrics.outboxWaiting.set(outbox.waiting);
    metrics.outboxAge.set(outbox.oldestSeconds);
  };
}

/** `endwatch.vitals` → `vitals`. */
export function streamOf(topic: string): string {
  return topic.slice(topic.lastIndexOf('.') + 1);
}

/** By resource type only: codes come from outside and have no end. */
function countIgnored(metrics: Metrics, ignored: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(ignored)) {
    const [type = what] = what.split(':');
    metrics.countIgnored(type, count);
  }
}

function rounded(stages: RoundStats['stages']): Record<string, number> {
  const tenths = (ms: number): number => Math.round(ms * 10) / 10;
  return Object.fromEntries(Object.entries(stages).map(([stage, ms]) => [stage, tenths(ms)]));
}
