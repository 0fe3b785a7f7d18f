import type { EpochMs } from '@endwatch/clinical';
import type {
  Alert,
  BoardEvent,
  BoardRow,
  BoardSnapshot,
  RejectionCode,
  RejectionView,
  WardSummary,
} from '@endwatch/contracts';
import type { TrajectoryScore } from '../domain/patient-page/trajectory.ts';
import type { ScoreRecord, StoredPatient } from './ports.ts';

/** What the ward board reads: rows and events as stored, never recomputed. */
export abstract class BoardFeed {
  abstract wards(): Promise<readonly WardSummary[]>;
  /** Null when there is no such ward. Rows and sequence belong to one moment. */
  abstract snapshot(ward: string): Promise<BoardSnapshot | null>;
  /** Events with a sequence greater than `after`, in order, at most `limit`; null when some of them are no longer kept. */
  abstract eventsAfter(
    ward: string,
    after: number,
    limit: number,
  ): Promise<readonly BoardEvent[] | null>;
  abstract latestSequences(wards: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Calls back with ward ids whose sequence may have moved (LISTEN/NOTIFY); after a lost connection with every ward. */
  abstract onAdvance(listener: (wards: readonly string[]) => void): () => void;
}

/** How the scorers are doing, seen from any process. */
export abstract class PipelineStatus {
  /** How far the slowest stream is behind, in seconds; grows while no scorer is alive. */
  abstract lagSeconds(): Promise<number>;
  /** Scorers call this every few seconds. */
  abstract report(status: {
    readonly processId: string;
    readonly lagSeconds: number;
  }): Promise<void>;
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
  /** All alerts of the stay, resolved ones too, newest first. */
  abstract alerts(id: string): Promise<readonly Alert[]>;
  abstract boardRow(id: string): Promise<{
    ward: { id: string; name: string };
    row: BoardRow;
  } | null>;
  abstract rejections(filter: RejectionFilter): Promise<readonly RejectionView[]>;
}
