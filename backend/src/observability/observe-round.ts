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
    for (const [stage, milliseconds] of Object.entries(stats.stages)) {
      metrics.stage.observe({ stage }, milliseconds / 1000);
    }
    book.info(stats, 'round');
  };
}
