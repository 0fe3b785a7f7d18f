import type { DataSource } from 'typeorm';
import type {
  CohortStore,
  ReviewStays,
  StayRecords,
  StaySummaries,
} from './pipeline/review-stays.ts';
import { TypeormCohortStore } from './postgres/review/typeorm-cohort-store.ts';
import { TypeormReviewStays } from './postgres/review/typeorm-review-stays.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { TypeormStaySummaries } from './postgres/review/typeorm-stay-summaries.ts';

/** What the quality review reads, and what keeps it up. */
export interface ReviewParts {
  readonly reviews: ReviewStays;
  readonly stayRecords: StayRecords;
  readonly cohorts: CohortStore;
  readonly summaries: StaySummaries;
}

export function reviewOf(source: DataSource, retentionDays: number): ReviewParts {
  return {
    reviews: new TypeormReviewStays(source),
    stayRecords: new TypeormStayRecords(source),
    cohorts: new TypeormCohortStore(source),
    summaries: new TypeormStaySummaries(source, retentionDays),
  };
}
