import type { AlertState, AlertTransition } from '../domain/alerting/alert.ts';
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
  /** Goes with everything that the round causes, up to the screens. */
  readonly id: string;
  readonly trigger: Trigger;
  readonly outcome: 'committed' | 'fenced';
  readonly tries: number;
  readonly messages: number;
  /** By topic. */
  readonly topics: Readonly<Record<string, number>>;
  readonly repeated: number;
  readonly records: number;
  readonly patients: number;
  readonly scores: number;
  readonly superseded: number;
  readonly raised: number;
  readonly resolved: number;
  /** Alerts that moved: how many, by kind and the state they came to. */
  readonly alerts: readonly AlertCount[];
  /** By code. */
  readonly rejected: Readonly<Record<string, number>>;
  /** By type. */
  readonly ignored: Readonly<Record<string, number>>;
  /** Patients that could not be processed. */
  readonly failed: number;
  /** Patients of whom routine values were kept and who are judged later. */
  readonly deferred: number;
  readonly stages: Readonly<StageTimes>;
}

export interface AlertCount {
  readonly kind: AlertState['kind'];
  readonly to: AlertTransition['to'];
  readonly count: number;
}

export interface MessageCounts {
  readonly messages: number;
  readonly topics: Readonly<Record<string, number>>;
  readonly repeated: number;
  readonly ignored: Readonly<Record<string, number>>;
}

export const NO_MESSAGES: MessageCounts = { messages: 0, topics: {}, repeated: 0, ignored: {} };

/** Adds up what was written. */
export function countEffects(
  patients: readonly PatientEffects[],
  rejections: readonly StoredRejection[],
): Pick<
  RoundStats,
  'records' | 'patients' | 'scores' | 'superseded' | 'raised' | 'resolved' | 'alerts' | 'rejected'
> {
  const rejected: Record<string, number> = {};
  for (const { code } of rejections) rejected[code] = (rejected[code] ?? 0) + 1;
  const sum = (of: (effects: PatientEffects) => number): number =>
    patients.reduce((total, effects) => total + of(effects), 0);
  return {
    patients: patients.length,
    records: sum(({ records }) => records.length),
    scores: sum(({ scores }) => scores.length),
    superseded: sum(({ superseded }) => superseded.length),
    raised: sum(({ transitions }) => transitions.filter(({ to }) => to === 'raised').length),
    resolved: sum(({ transitions }) => transitions.filter(({ to }) => to === 'resolved').length),
    alerts: patients.flatMap(alertMoves),
    rejected,
  };
}

function alertMoves({ alerts, transitions }: PatientEffects): readonly AlertCount[] {
  return alerts.flatMap(({ id, kind }) =>
    transitions.filter(({ alertId }) => alertId === id).map(({ to }) => ({ kind, to, count: 1 })),
  );
}

/** Adds the time since it was last asked to the stage named. */
export class StageClock {
  readonly times: StageTimes = { decode: 0, load: 0, decide: 0, score: 0, commit: 0 };
  private readonly now: () => number;
  private readonly onLap: (stage: keyof StageTimes, milliseconds: number) => void;
  private last: number;

  /** @param now milliseconds of any clock that only goes forward */
  constructor(now: () => number, onLap?: (stage: keyof StageTimes, milliseconds: number) => void) {
    this.now = now;
    this.onLap = onLap ?? (() => undefined);
    this.last = now();
  }

  /** For another round of the same work. */
  afresh(): StageClock {
    return new StageClock(this.now, this.onLap);
  }

  lap(stage: keyof StageTimes): void {
    const now = this.now();
    this.times[stage] += now - this.last;
    this.onLap(stage, now - this.last);
    this.last = now;
  }
}
