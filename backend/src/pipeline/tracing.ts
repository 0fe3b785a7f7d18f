import type { LogBatch } from './event-log.ts';
import type { Origin } from './ports.ts';
import type { Push } from './read-ports.ts';
import type { StageTimes } from './round-stats.ts';

/** Follows records through the product for those who collect traces. */
export abstract class Tracing {
  /** A batch is in hand; null where nothing of it is followed. */
  abstract begin(batch: LogBatch, roundId: string): RoundTrace | null;
  /** Changes went to the screens; each names the trace it belongs to. */
  abstract pushed(push: Push): void;
  /** Sends what is left. */
  abstract stop(): Promise<void>;
}

export interface RoundTrace {
  /** Where changes belong that no followed record caused. */
  readonly traceparent: string | null;
  /** Where a record belongs whose sender gave a trace context; null for all others. */
  readonly traceparentOf: (origin: Origin) => string | null;
  /** A stage that ended just now. */
  readonly stage: (name: keyof StageTimes, milliseconds: number) => void;
  readonly end: (outcome: 'committed' | 'fenced' | 'failed') => void;
}
