import type { EpochMs } from '@endwatch/clinical';
import type { BatchEffects } from '../../pipeline/ports.ts';

/** What is kept of where a change comes from, beside the change. */
export interface EventSource {
  readonly roundId: string;
  /** When the log took the oldest record of the patient in this round; null when the clock or a person moved it. */
  readonly brokerAt: EpochMs | null;
  readonly traceparent: string | null;
}

/** By patient; empty where nobody says which round it is. */
export function eventSources({ round, patients }: BatchEffects): ReadonlyMap<string, EventSource> {
  if (round === undefined) return new Map();
  return new Map(
    patients.map(({ patientId, records }) => {
      const oldest = records.reduce(
        (least, { times }) => Math.min(least, times.brokerAt),
        Infinity,
      );
      return [
        patientId,
        {
          roundId: round.id,
          brokerAt: oldest === Infinity ? null : oldest,
          traceparent: round.traceparentOf(patientId),
        },
      ];
    }),
  );
}
