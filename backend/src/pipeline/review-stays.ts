import type { EpochMs } from '@endwatch/clinical';
import type { JudgedEnd } from '../domain/review/adjudication/as-judged.ts';
import type { SummaryFreshness } from '../domain/review/freshness.ts';
import type { Pause } from '../domain/review/pause.ts';
import type { ReviewStay } from '../domain/review/review-stay.ts';
import type { StayFacts } from '../domain/review/stay-facts.ts';
import type { SummaryQuestion } from '../domain/review/summarise-stays.ts';
import type { StoredPatient } from '../domain/patient-state/stored-patient.ts';
import type { StayFilter, StayKey } from '../domain/review/stay-filter.ts';

/** What quality reviews read: stays as summarised, one row each, never the observations themselves. */
export abstract class ReviewStays {
  /** Every stay on these wards (null = every ward), by admission. */
  abstract facts(covered: readonly string[] | null): Promise<readonly StayFacts[]>;
  /** The stays that a filter counts, with their courses, by admission. `pause` may end it by throwing. */
  abstract load(filter: StayFilter, pause?: Pause): Promise<readonly ReviewStay[]>;
  abstract freshness(): Promise<SummaryFreshness>;
  /** Reads what has changed, so that who asks next need not wait for it. */
  abstract warm(): Promise<void>;
}

/** What is stored of patients, of all their stays. */
export abstract class StayRecords {
  /** Everybody whose newest stay began at `since` or later, a few at a time, with the examinations of every stay. */
  abstract admittedSince(since: EpochMs): AsyncIterable<readonly StoredPatient[]>;
  /** Everything, for the history of a stay; null when unknown. */
  abstract patient(id: string, now: EpochMs): Promise<SummaryQuestion | null>;
}

/** A cohort by name, with the stays it had when it was saved. */
export interface Cohort {
  readonly id: string;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly createdBy: string;
  /** As it was given; for the reader. */
  readonly filter: unknown;
  readonly stays: readonly StayKey[];
}

/** With what whoever saved it is called now. */
export interface NamedCohort extends Cohort {
  readonly createdByName: string;
}

export abstract class CohortStore {
  /** Newest first. */
  abstract all(): Promise<readonly NamedCohort[]>;
  abstract find(id: string): Promise<Cohort | null>;
  abstract save(cohort: Cohort): Promise<void>;
  /** False when there is none. */
  abstract remove(id: string): Promise<boolean>;
}

/** Keeps the summaries up. */
export abstract class StaySummaries {
  /** Summarises some of those that something has come of since; answers how many. */
  abstract refresh(now: EpochMs): Promise<number>;
  /** Summarises everybody anew; answers how many patients. */
  abstract rebuild(now: EpochMs): Promise<number>;
}

/** With what whoever judged is called now. */
export interface NamedJudgement extends JudgedEnd {
  readonly byName: string;
}

/** What END was, by those who have read a stay; never changed. */
export abstract class AdjudicationStore {
  /** The newest of each encounter. */
  abstract newest(): Promise<ReadonlyMap<string, JudgedEnd>>;
  /** Newest first. */
  abstract of(encounterId: string): Promise<readonly NamedJudgement[]>;
  abstract add(judged: JudgedEnd): Promise<void>;
}
