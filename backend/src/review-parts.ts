import { HOUR, MINUTE } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { AlertPolicy } from './domain/alerting/alert-policy.ts';
import type { Log } from './pipeline/log.ts';
import type { ReportStore } from './pipeline/monthly-reports.ts';
import type { Clock } from './pipeline/ports.ts';
import type { AdjudicationStore, CohortStore } from './pipeline/review-stays.ts';
import type { ReviewViews } from './pipeline/review-views/review-views.ts';
import type { DriftReadings, ProposalStore } from './pipeline/review-quality.ts';
import { TypeormAdjudicationStore } from './postgres/review/typeorm-adjudication-store.ts';
import { TypeormCohortStore } from './postgres/review/typeorm-cohort-store.ts';
import { TypeormProposalStore } from './postgres/review/typeorm-proposal-store.ts';
import { TypeormReportStore } from './postgres/review/typeorm-report-store.ts';
import { TypeormDriftStore } from './postgres/typeorm-drift-store.ts';
import { Repeater } from './system/repeater.ts';

/** The first view of the day waits for what has come since. */
const READ_AHEAD_EVERY = MINUTE;
/** A month is over at midnight; nobody reads its report before breakfast. */
const LOOK_FOR_MONTHS_EVERY = HOUR;

/** What the quality review reads; the thread in the background keeps it up, the thread of the review works its views out. */
export interface ReviewParts {
  readonly views: ReviewViews;
  readonly cohorts: CohortStore;
  readonly adjudications: AdjudicationStore;
  /** For the alarm of the control chart. */
  readonly driftReadings: DriftReadings;
  readonly proposals: ProposalStore;
  readonly reports: ReportStore;
  /** For processes that answer. */
  readonly readAhead: Repeater;
  readonly composeMonths: Repeater;
}

interface ReviewSettings {
  readonly log: Log;
  readonly clock: Clock;
  readonly policy: () => AlertPolicy;
  readonly views: ReviewViews;
}

export function reviewOf(
  source: DataSource,
  { log, clock, policy, views }: ReviewSettings,
): ReviewParts {
  const composeMonths = async (): Promise<void> => {
    const months = await views.ask('months-over', { now: clock.now(), policy: policy() });
    if (months.length > 0) log.info({ months }, 'monthly reports composed');
  };
  return {
    views,
    driftReadings: new TypeormDriftStore(source),
    proposals: new TypeormProposalStore(source),
    reports: new TypeormReportStore(source),
    cohorts: new TypeormCohortStore(source),
    adjudications: new TypeormAdjudicationStore(source),
    readAhead: new Repeater(
      READ_AHEAD_EVERY,
      async () => {
        await views.ask('read-ahead', null);
      },
      (error) => {
        log.warn({ err: error }, 'summaries of stays could not be read ahead');
      },
    ),
    composeMonths: new Repeater(LOOK_FOR_MONTHS_EVERY, composeMonths, (error) => {
      log.warn({ err: error }, 'monthly reports could not be composed');
    }),
  };
}
