import type { DoorSplit } from '../pipeline/front-door.ts';
import type { Log } from '../pipeline/log.ts';
import type { RoundStats } from '../pipeline/round-stats.ts';
import type { Metrics } from './metrics.ts';

/** One line and the counters for each round; nothing of any patient. */
export function observeRound(metrics: Metrics, log: Log): (stats: RoundStats) => void {
  const book = log.child({ part: 'pipeline' });
  return (stats) => {
    metrics.batches.inc({ outcome: stats.outcome, trigger: stats.trigger });
    metrics.messages.inc(stats.messages);
    metrics.scores.inc(stats.scores);
    metrics.alerts.inc({ to: 'raised' }, stats.raised);
    metrics.alerts.inc({ to: 'resolved' }, stats.resolved);
    for (const [code, count] of Object.entries(stats.rejected)) {
      metrics.rejections.inc({ code }, count);
    }
    countIgnored(metrics, stats.ignored);
    for (const [stage, milliseconds] of Object.entries(stats.stages)) {
      metrics.stage.observe({ stage }, milliseconds / 1000);
    }
    book.info(stats, 'round');
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

/** By resource type only: codes come from outside and have no end. */
function countIgnored(metrics: Metrics, ignored: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(ignored)) {
    const [type = what] = what.split(':');
    metrics.ignored.inc({ type }, count);
  }
}
