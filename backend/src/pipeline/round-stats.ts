import type { EpochMs } from '@endwatch/clinical';
import type { PatientEffects, StoredRejection } from './ports.ts';
import type { Trigger } from './patient-round.ts';

/** Milliseconds each part of a round took. */
export interface StageTimes {
  decode: number;
  load: number;
  decide: number;
  score: number;
  commit: number;
}

/** What one round did, for metrics and logs: counts and times, nothing of any patient. */
export interface RoundStats {
  readonly trigger: Trigger;
  readonly outcome: 'committed' | 'fenced';
  readonly tries: number;
  readonly messages: number;
  readonly repeated: number;
  readonly records: number;
  readonly patients: number;
  readonly scores: number;
  readonly superseded: number;
  readonly raised: number;
  readonly resolved: number;
  /** By code. */
  readonly rejected: Readonly<Record<string, number>>;
  /** By type. */
  readonly ignored: Readonly<Record<string, number>>;
  /** Patients that could not be processed. */
  readonly failed: number;
  readonly stages: Readonly<StageTimes>;
}

export interface MessageCounts {
  readonly messages: number;
  readonly repeated: number;
  readonly ignored: Readonly<Record<string, number>>;
}

export const NO_MESSAGES: MessageCounts = { messages: 0, repeated: 0, ignored: {} };

/** Adds up what was written. */
export function countEffects(
  patients: readonly PatientEffects[],
  rejections: readonly StoredRejection[],
): Pick<
  RoundStats,
  'records' | 'patients' | 'scores' | 'superseded' | 'raised' | 'resolved' | 'rejected'
> {
  const rejected: Record<string, number> = {};
  for (const { code } of rejections) rejected[code] = (rejected[code] ?? 0) + 1;
  const sum = (of: (effects: PatientEffects) => number): number =>
    patients.reduce((total, effects) => total + of(effects), 0);
  return {
    patients: patients.length,
    records: sum(({ records }) => records.length),
    scores: sum(({ scores }) => scores.length),
    superseded: sum(({ supersededScoreIds }) => supersededScoreIds.length),
    raised: sum(({ transitions }) => transitions.filter(({ to }) => to === 'raised').length),
    resolved: sum(({ transitions }) => transitions.filter(({ to }) => to === 'resolved').length),
    rejected,
  };
}

/** Adds the time since it was last asked to the stage named. */
export class StageClock {
  readonly times: StageTimes = { decode: 0, load: 0, decide: 0, score: 0, commit: 0 };
  private readonly now: () => EpochMs;
  private last: EpochMs;

  constructor(now: () => EpochMs) {
    this.now = now;
    this.last = now();
  }

  lap(stage: keyof StageTimes): void {
    const now = this.now();
    this.times[stage] += now - this.last;
    this.last = now;
  }
}
