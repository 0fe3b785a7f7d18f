import { MINUTE } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { Log } from './pipeline/log.ts';
import type {
  CohortStore,
  ReviewStays,
  StayRecords,
  StaySummaries,
} from './pipeline/review-stays.ts';
import { qualityOf, type QualityParts } from './quality-parts.ts';
import { TypeormCohortStore } from './postgres/review/typeorm-cohort-store.ts';
import { TypeormReviewStays } from './postgres/review/typeorm-review-stays.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { TypeormStaySummaries } from './postgres/review/typeorm-stay-summaries.ts';
import { Repeater } from './system/repeater.ts';

/** The first view of the day waits for what has come since. */
const READ_AHEAD_EVERY = MINUTE;

/** What the quality review reads, and what keeps it up. */
export interface ReviewParts extends QualityParts {
  readonly reviews: ReviewStays;
  readonly stayRecords: StayRecords;
  readonly cohorts: CohortStore;
  readonly summaries: StaySummaries;
  /** For processes that answer. */
  readonly readAhead: Repeater;
}

export function reviewOf(
  source: DataSource,
  { retentionDays, log }: { readonly retentionDays: number; readonly log: Log },
): ReviewParts {
  const reviews = new TypeormReviewStays(source);
  return {
    ...qualityOf(source),
    reviews,
    stayRecords: new TypeormStayRecords(source),
    cohorts: new TypeormCohortStore(source),
    summaries: new TypeormStaySummaries(source, retentionDays),
    readAhead: new Repeater(
      READ_AHEAD_EVERY,
      () => reviews.warm(),
      (error) => {
        log.warn({ err: error }, 'summaries of stays could not be read ahead');
      },
    ),
  };
}
