import { DAY, type EndFinding, type EndRise, type EpochMs } from '@endwatch/clinical';
import type { AlertKind, AlertPriority, AlertState } from './alert.ts';
import type { AlertPolicy } from './alert-policy.ts';

/** One forecast as far as alerts care. */
export interface ScorePoint {
  readonly id: string;
  readonly asOf: EpochMs;
  readonly next24h: number;
}

/** What a forecast can rest on; a kind that was not there at the last alert is news. */
export type EvidenceKind = 'vital signs' | 'laboratory values' | 'report' | 'examination';

export interface StreamAge {
  /** A ward's words: "vital signs". */
  readonly label: string;
  readonly newestAt: EpochMs | null;
  /** From when on it counts as stale; null = never. */
  readonly staleAt: EpochMs | null;
  /** "every hour". */
  readonly expected: string;
}

/** Everything alerts are decided on. */
export interface AlertSituation {
  readonly patientId: string;
  readonly now: EpochMs;
  /** Not resolved, and those resolved within the last 24 h. */
  readonly alerts: readonly AlertState[];
  /** Set when nothing may be open any more: "Discharged", "Record merged into another". */
  readonly closed: string | null;
  readonly admittedAt: EpochMs;
  readonly end: EndFinding;
  /** How far it has got worse since END was confirmed. */
  readonly rise: EndRise | null;
  readonly risk: {
    /** Those that hold, newest `asOf` first, at least 24 h of them. */
    readonly scores: readonly ScorePoint[];
    /** Scores that stopped to hold just now → what stands in their place (null = nothing). */
    readonly superseded: ReadonlyMap<string, ScorePoint | null>;
    /** Why there is no forecast any more; null while there is. */
    readonly ended: string | null;
    /** It has come for the model and not for the house: nothing takes the place of the alert that is open, so it stays. */
    readonly endedForModelOnly: boolean;
    readonly evidence: readonly EvidenceKind[];
  };
  readonly examination: {
    readonly lastAt: EpochMs | null;
    readonly dueAt: EpochMs | null;
    /** The reminder comes this long after at the latest, whatever the grace; null = no bound. */
    readonly mostGrace: EpochMs | null;
    /** "every 4 h on day 1". */
    readonly expected: string;
  };
  readonly streams: readonly StreamAge[];
  /** The absence of something is only judged when the clock asks: while records pour in, they may be the missing ones. */
  readonly judgeAbsence: boolean;
}

/** What a rule says of its kind of alert now. */
export type Verdict =
  | { readonly say: 'nothing'; readonly lookAgainAt?: EpochMs }
  | { readonly say: 'absent'; readonly reason: string }
  | {
      readonly say: 'present';
      readonly priority: AlertPriority;
      readonly reason: string;
      readonly cause: string;
      readonly score: ScorePoint | null;
      /** Worse than what the open alert says: ring again although somebody took note. */
      readonly again: boolean;
    };

export interface RuleInput {
  readonly policy: AlertPolicy;
  readonly situation: AlertSituation;
  /** The open alert of this kind. */
  readonly open: AlertState | null;
}

export type Rule = (input: RuleInput) => Verdict;

export const NOTHING: Verdict = { say: 'nothing' };

/** Appended to the cause of an alert that a rule resolved: should the same thing come back, it may ring again. */
const GONE = '|gone';

export function goneCause(cause: string): string {
  return cause.endsWith(GONE) ? cause : cause + GONE;
}

/** How long a resolved alert is remembered: what still stands a day after somebody closed it may ring again. */
export const MEMORY = DAY;

export function isRemembered({ state, stateSince }: AlertState, now: EpochMs): boolean {
  return state !== 'resolved' || stateSince > now - MEMORY;
}

/** Alerts of a kind that somebody closed within the last day although their reason still stood. */
export function closedByHand(situation: AlertSituation, kind: AlertKind): readonly AlertState[] {
  return situation.alerts.filter(
    (alert) =>
      alert.kind === kind &&
      alert.state === 'resolved' &&
      isRemembered(alert, situation.now) &&
      !alert.cause.endsWith(GONE),
  );
}

/** "41 %", "<1 %", ">95 %": a line does not break before the sign. */
export function percent(probability: number): string {
  if (probability < 0.01) return '<1\u00a0%';
  if (probability > 0.95) return '>95\u00a0%';
  return `${String(Math.round(probability * 100))}\u00a0%`;
}

/** "6 h", "45 min", "2 days". */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${String(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${String(hours)} h` : `${String(Math.floor(hours / 24))} days`;
}
