import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type {
  Alert,
  BoardEvent,
  BoardRow,
  BoardSnapshot,
  RejectionCode,
  RejectionView,
  WardSummary,
} from '@endwatch/contracts';
import type { ShiftEvents, ShiftReport } from '../domain/handover/shift-events.ts';
import type { AlertEvent, PatientHistory } from '../domain/patient-page/patient-history.ts';
import type { TrajectoryScore } from '../domain/patient-page/trajectory.ts';
import type { ScoreRecord, StoredPatient } from './ports.ts';
import type { ScorerSigns, ServiceState, StatusReading } from './service-state.ts';

/** What the ward board reads: rows and events as stored, never recomputed. */
export abstract class BoardFeed {
  abstract wards(): Promise<readonly WardSummary[]>;
  /** Null when there is no such ward. Rows and sequence belong to one moment. */
  abstract snapshot(ward: string): Promise<BoardSnapshot | null>;
  /** The same as JSON, for those who only pass it on. */
  abstract snapshotJson(ward: string): Promise<Uint8Array | null>;
  /** Events with a sequence greater than `after`, in order, at most `limit`; null when some of them are no longer kept. */
  abstract eventsAfter(
    ward: string,
    after: number,
    limit: number,
  ): Promise<readonly FollowedEvent[] | null>;
  /** Ids of the alerts that this account has taken or snoozed. */
  abstract alertsHeldBy(username: string): Promise<ReadonlySet<string>>;
  /** By patient, the one that speaks of the latest time and was not taken back. */
  abstract newestReports(patientIds: readonly string[]): Promise<ReadonlyMap<string, ShiftReport>>;
  abstract latestSequences(wards: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Calls back with ward ids whose sequence may have moved (LISTEN/NOTIFY); after a lost connection with every ward. */
  abstract onAdvance(listener: (wards: readonly string[]) => void): () => void;
}

/** A change as the screens get it, and where it comes from: for those who measure, log and trace, never for screens. */
export interface FollowedEvent {
  readonly event: BoardEvent;
  readonly roundId: string | null;
  /** When the log took the oldest record behind it; null when the clock or a person moved it. */
  readonly brokerAt: EpochMs | null;
  /** By the clock of Postgres, just before the commit. */
  readonly writtenAt: EpochMs | null;
  readonly traceparent: string | null;
}

/** Told of what screens are sent. */
export abstract class PushWatch {
  /** `count`: how many are connected to this process, whenever asked. */
  abstract viewers(count: () => number): void;
  abstract joined(how: 'first' | 'gap' | 'snapshot' | 'refused', events: number): void;
  abstract pushed(push: Push): void;
}

export interface Push {
  readonly events: readonly FollowedEvent[];
  readonly viewers: number;
  /** When this process heard that there is something to send. */
  readonly noticedAt: EpochMs;
  readonly sentAt: EpochMs;
}

/** What waits in Postgres for somebody to do something. */
export interface Backlog {
  /** Not resolved. */
  readonly alerts: readonly {
    readonly kind: Alert['kind'];
    readonly state: Alert['state'];
    readonly count: number;
  }[];
  /** Messages out that are not sent yet; counted up to 100,000. */
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number };
}

/** How the scorers are doing, seen from any process. */
export abstract class PipelineStatus {
  abstract read(): Promise<StatusReading>;
  abstract backlog(): Promise<Backlog>;
  /** Scorers call this every few seconds. */
  abstract report(processId: string, signs: ScorerSigns): Promise<void>;
}

/** How the product does, for whoever must say so; never out of date without saying that. */
export abstract class ServiceStatus {
  /** Times by the clock of this process. */
  abstract current(): ServiceState;
  /** Learns at once what is otherwise learnt every few seconds. Never rejects. */
  abstract look(): Promise<void>;
}

export interface RejectionFilter {
  readonly after: string | null;
  readonly code: RejectionCode | null;
  readonly limit: number;
}

/** What patient pages and integrations read. */
export abstract class PatientQueries {
  /** Whole stay, every version, for the patient page; null when unknown. */
  abstract patient(id: string): Promise<StoredPatient | null>;
  /** Examinations, stays and demographics only: all that a trajectory needs. */
  abstract examinations(id: string): Promise<StoredPatient | null>;
  /** Scores of the stay from `from` on, superseded ones too, by `asOf` then `knownAt`, as points of a trajectory. */
  abstract scores(id: string, from: EpochMs, to: EpochMs): Promise<readonly TrajectoryScore[]>;
  /** One stored score with everything it rests on. */
  abstract score(scoreId: string): Promise<ScoreRecord | null>;
  abstract scoreIds(patientId: string): Promise<readonly string[]>;
  /** Everybody who stands for themselves and was ever admitted. */
  abstract patientIds(): Promise<readonly string[]>;
  /** Every version of everything about the stay; null when unknown. */
  abstract history(id: string): Promise<PatientHistory | null>;
  /** What became of the alerts of a patient, in order. */
  abstract alertEvents(id: string): Promise<readonly AlertEvent[]>;
  /** All alerts of the stay, resolved ones too, newest first. */
  abstract alerts(id: string): Promise<readonly Alert[]>;
  abstract boardRow(id: string): Promise<{
    ward: { id: string; name: string };
    row: BoardRow;
  } | null>;
  abstract rejections(filter: RejectionFilter): Promise<readonly RejectionView[]>;
}

/** What a handover sheet reads beside the board. */
export abstract class HandoverQueries {
  /** By patient; who has nothing is not in it. */
  abstract since(
    patientIds: readonly string[],
    from: EpochMs,
  ): Promise<ReadonlyMap<string, ShiftEvents>>;
}

export interface Gap {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export interface OutageList {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly patients: readonly {
    readonly patientId: string;
    readonly name: string;
    readonly bed: string | null;
    readonly openAlert: boolean;
  }[];
}

/** A restart is no outage. */
export const LONG_OUTAGE: number = 5 * MINUTE;

/** Times in which nothing was decided, and who has been looked after since. */
export abstract class Outages {
  /** Called by a scorer before it first reports: keeps the time since any other did, where that is long. */
  abstract notice(now: EpochMs): Promise<void>;
  /** Of a process that lived on while it could not work; a time that is kept already is not kept twice. */
  abstract keep(gap: Gap): Promise<void>;
  /** With the patients of a ward who were there then and whom nobody has ticked; those without any are left out. */
  abstract open(ward: string): Promise<readonly OutageList[]>;
  /** Ticked twice is ticked. */
  abstract tick(
    check: { readonly from: EpochMs; readonly patientId: string },
    done: { readonly by: string; readonly at: EpochMs },
  ): Promise<void>;
}
