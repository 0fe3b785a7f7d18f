import type { DataSource } from 'typeorm';
import {
  adjudicationsCsv,
  driftCsv,
  freshnessCsv,
  forecastCsv,
  responseCsv,
  whatIfCsv,
} from './domain/review/quality-csv.ts';
import {
  historyCsv,
  incidenceCsv,
  staysCsv,
  subgroupsCsv,
  trajectoriesCsv,
  type CsvTable,
} from './domain/review/csv-tables.ts';
import type { Pause } from './domain/review/pause.ts';
import { SiteClock } from './domain/review/site-clock.ts';
import { ExaminationSetting } from './pipeline/examination-setting.ts';
import { MonthlyReports } from './pipeline/monthly-reports.ts';
import { PackedCohorts } from './pipeline/review-views/packed-cohorts.ts';
import {
  VIEWS,
  type Archive,
  type AskedView,
  type Body,
  type Question,
  type ViewName,
  type WrittenView,
} from './pipeline/review-views/review-views.ts';
import type { ViewParts, Worked } from './pipeline/review-views/view-parts.ts';
import { readEndDefinitions } from './postgres/end-versions.ts';
import { TypeormAdjudicationStore } from './postgres/review/typeorm-adjudication-store.ts';
import { TypeormCohortStore } from './postgres/review/typeorm-cohort-store.ts';
import { TypeormReportStore } from './postgres/review/typeorm-report-store.ts';
import { TypeormReviewStays } from './postgres/review/typeorm-review-stays.ts';
import { TypeormShadowReadings } from './postgres/review/typeorm-shadow-readings.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { SettingVersions } from './postgres/setting-versions.ts';
import { TypeormDriftStore } from './postgres/typeorm-drift-store.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { archiveOf } from './review-archives.ts';
import type { ReviewWork } from './review-work.ts';
import { toCsv } from './system/csv.ts';
import { shuffled } from './system/disguise.ts';

export interface AskedArchive {
  readonly archive: Archive;
}

export function viewPartsOf(
  source: DataSource,
  { manifest, timeZone }: Omit<ReviewWork, 'databaseUrl'>,
): ViewParts {
  const reviews = new TypeormReviewStays(source);
  const [drift, shadow] = [new TypeormDriftStore(source), new TypeormShadowReadings(source)];
  const reports = new TypeormReportStore(source);
  return {
    ...{ reviews, drift, shadow, manifest, clock: new SiteClock(timeZone) },
    stayRecords: new TypeormStayRecords(source),
    cohorts: new TypeormCohortStore(source),
    adjudications: new TypeormAdjudicationStore(source),
    packed: new PackedCohorts(reviews),
    monthly: new MonthlyReports({ reviews, drift, shadow, reports, manifest, timeZone }),
    queries: new TypeormPatientQueries(source),
    endDefinitions: () => readEndDefinitions(source),
    examinations: new ExaminationSetting(new SettingVersions(source, 'examination-schedule')),
  };
}

export async function answerTo(
  parts: ViewParts,
  asked: AskedView | AskedArchive,
  pause: Pause,
): Promise<unknown> {
  return 'archive' in asked ? archiveOf(parts, asked.archive, pause) : viewOf(parts, asked, pause);
}

/** A body, or where a form is asked for a written view. */
async function viewOf<View extends ViewName>(
  parts: ViewParts,
  { view, question, form }: AskedView<View>,
  pause: Pause,
): Promise<Body<View> | WrittenView<View>> {
  const work = VIEWS[view] as unknown as (
    parts: ViewParts,
    question: Question<View>,
    pause: Pause,
  ) => Promise<Worked<Body<View>, WrittenView<View>['beside']>>;
  const { body, beside } = await work(parts, question, pause);
  if (form === null) return body;
  if (form === 'json' || body === null) return { text: JSON.stringify(body), rows: null, beside };
  const table = tableOf(view, body);
  return { text: toCsv(table), rows: table.rows.length, beside };
}

type Tables = { readonly [View in ViewName]?: (body: NonNullable<Body<View>>) => CsvTable };

/** Of views that are files too. */
const TABLES: Tables = {
  'stay-rows': (rows) => staysCsv(shuffled(rows)),
  stay: historyCsv,
  freshness: freshnessCsv,
  trajectories: trajectoriesCsv,
  incidence: incidenceCsv,
  subgroups: subgroupsCsv,
  forecast: forecastCsv,
  response: responseCsv,
  adjudications: adjudicationsCsv,
  drift: driftCsv,
  'what-if': whatIfCsv,
};

function tableOf<View extends ViewName>(view: View, body: Body<View>): CsvTable {
  const make = TABLES[view] as ((body: Body<View>) => CsvTable) | undefined;
  if (make === undefined) throw new TypeError(`The view "${view}" is no table.`);
  return make(body);
}
