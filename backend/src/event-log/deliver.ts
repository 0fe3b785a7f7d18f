import type { BatchOutcome, LogBatch, LogConsumer } from '../pipeline/event-log.ts';
import { BackOff, type BackOffSettings } from './back-off.ts';
import type { Report } from './report.ts';

export interface DeliverySettings {
  readonly consumer: LogConsumer;
  readonly backOff: BackOffSettings;
  readonly report: Report;
}

/**
 * Offers one batch until its effects are durable or fenced. Resolves with `abandoned` only between two attempts, when `signal` aborted: the
 * partitions changed hands or the process stops. Never rejects.
 */
export async function deliver(
  batch: LogBatch,
  settings: DeliverySettings,
  signal: AbortSignal,
): Promise<BatchOutcome | 'abandoned'> {
  const backOff = new BackOff(settings.backOff);
  while (!signal.aborted) {
    try {
      return await settings.consumer.handle(batch);
    } catch (error) {
      settings.report({
        level: 'error',
        event: 'log.batch-failed',
        detail: {
          attempt: backOff.failures + 1,
          slices: batch.slices.length,
          // Its words may quote what was in the batch; who failed tells them where that is known not to be so.
          error: error instanceof Error ? error.name : typeof error,
        },
      });
    }
    await backOff.pause(signal);
  }
  return 'abandoned';
}
