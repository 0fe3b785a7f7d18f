import { HOUR, MINUTE } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { AlertPolicy } from './domain/alerting/alert-policy.ts';
import type { ModelManifest } from './domain/rescoring/model-manifest.ts';
import type { Log } from './pipeline/log.ts';
import { MonthlyReports, type ReportStore } from './pipeline/monthly-reports.ts';
import type { Clock } from './pipeline/ports.ts';
import type { CohortStore, ReviewStays, StayRecords } from './pipeline/review-stays.ts';
import { qualityOf, type QualityParts } from './quality-parts.ts';
import { TypeormCohortStore } from './postgres/review/typeorm-cohort-store.ts';
import { TypeormReportStore } from './postgres/review/typeorm-report-store.ts';
import { TypeormReviewStays } from './postgres/review/typeorm-review-stays.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { Repeater } from './system/repeater.ts';

/** The first view of the day waits for what has come since. */
const READ_AHEAD_EVERY = MINUTE;
/** A month is over at midnight; nobody reads its report before breakfast. */
const LOOK_FOR_MONTHS_EVERY = HOUR;

/** What the quality review reads; what keeps it up is the thread in the background. */
export interface ReviewParts extends QualityParts {
  readonly reviews: ReviewStays;
  readonly stayRecords: StayRecords;
  readonly cohorts: CohortStore;
  readonly reports: ReportStore;
  readonly monthly: MonthlyReports;
  /** For processes that answer. */
  readonly readAhead: Repeater;
  readonly composeMonths: Repeater;
}

interface ReviewSettings {
  readonly log: Log;
  readonly clock: Clock;
  readonly manifest: ModelManifest;
  readonly policy: () => AlertPolicy;
  readonly timeZone: string;
}

export function reviewOf(source: DataSource, { log, clock, ...site }: ReviewSettings): ReviewParts {
  const reviews = new TypeormReviewStays(source);
  const quality = qualityOf(source);
  const reports = new TypeormReportStore(source);
  const { driftReadings: drift, shadowReadings: shadow } = quality;
  const monthly = new MonthlyReports({ ...site, reviews, drift, shadow, reports });
  const composeMonths = async (): Promise<void> => {
    const months = await monthly.catchUp(clock.now());
    if (months.length > 0) log.info({ months }, 'monthly reports composed');
  };
  return {
    ...{ ...quality, reviews, reports, monthly },
    stayRecords: new TypeormStayRecords(source),
    cohorts: new TypeormCohortStore(source),
    readAhead: new Repeater(
      READ_AHEAD_EVERY,
      () => reviews.warm(),
      (error) => {
        log.warn({ err: error }, 'summaries of stays could not be read ahead');
      },
    ),
    composeMonths: new Repeater(LOOK_FOR_MONTHS_EVERY, composeMonths, (error) => {
      log.warn({ err: error }, 'monthly reports could not be composed');
    }),
  };
}
