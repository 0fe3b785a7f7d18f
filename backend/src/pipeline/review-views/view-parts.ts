import type { DefinitionAt, EpochMs } from '@endwatch/clinical';
import type { SiteClock } from '../../domain/review/site-clock.ts';
import type { ModelManifest } from '../../domain/rescoring/model-manifest.ts';
import type { ExaminationSetting } from '../examination-setting.ts';
import type { MonthlyReports } from '../monthly-reports.ts';
import type { PatientQueries } from '../read-ports.ts';
import type { DriftReadings, ShadowReadings } from '../review-quality.ts';
import type { AdjudicationStore, CohortStore, ReviewStays, StayRecords } from '../review-stays.ts';
import type { PackedCohorts } from './packed-cohorts.ts';

/** What views are worked out from. */
export interface ViewParts {
  readonly reviews: ReviewStays;
  readonly stayRecords: StayRecords;
  readonly cohorts: CohortStore;
  readonly adjudications: AdjudicationStore;
  readonly packed: PackedCohorts;
  readonly drift: DriftReadings;
  readonly shadow: ShadowReadings;
  readonly monthly: MonthlyReports;
  readonly queries: Pick<PatientQueries, 'history'>;
  readonly examinations: Pick<ExaminationSetting, 'history'>;
  readonly endDefinitions: () => Promise<DefinitionAt>;
  /** In service. */
  readonly manifest: ModelManifest;
  readonly clock: SiteClock;
}

/** What a question of any view says besides. */
export interface Moment {
  readonly now: EpochMs;
}

/** What a view answers. */
export interface Worked<Body, Beside = undefined> {
  /** As it is sent. */
  readonly body: Body;
  /** For who answers, not for who reads. */
  readonly beside: Beside;
}

export function worked<Body>(body: Body): Worked<Body> {
  return { body, beside: undefined };
}
