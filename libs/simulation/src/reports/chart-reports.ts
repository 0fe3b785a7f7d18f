import { HOUR } from '@endwatch/clinical';
import type { ReportRecord } from '@endwatch/clinical';
import { FIRST_VERSION, timesOf } from '../course/chart.ts';
import type { StayPlan } from '../stay/stay-plan.ts';
import { houseReports } from './house-reports.ts';

/** Shares of patients without this report. */
export const REPORTS_MISSING = {
  admissionCt: 0.02,
  admissionCta: 0.1,
  followUp: 0.12,
  control: 0.4,
} as const;

/** CT and CT angiography at admission, CT or MRI a day later, and on day 4. */
const REPORTS = [
  { id: 'ct', hours: [0.2, 0.7], missing: REPORTS_MISSING.admissionCt },
  { id: 'cta', hours: [0.75, 1.1], missing: REPORTS_MISSING.admissionCta },
  { id: 'follow-up', hours: [20, 28], missing: REPORTS_MISSING.followUp },
  { id: 'control', hours: [78, 100], missing: REPORTS_MISSING.control },
] as const;

export type ReportId = (typeof REPORTS)[number]['id'];

/** One report, ready to be sent. */
export interface WrittenReport {
  readonly title: string;
  readonly text: string;
}
export type Writer = (id: ReportId, hours: number) => WrittenReport;

/** Imaging reports of the stay, some never made; released after 30–120 min. */
export function chartReports(plan: StayPlan): ReportRecord[] {
  const times = plan.rng.fork('reports');
  const release = plan.rng.fork('reports/release');
  const write = houseReports(plan);
  const planned = REPORTS.map((one) => ({ ...one, at: times.between(one.hours[0], one.hours[1]) }));
  const records: ReportRecord[] = [];
  for (const { id, at, missing } of planned) {
    const delay = release.between(30, 120);
    const { title, text } = write(id, at);
    if (release.chance(missing) || at > plan.untilHours) continue;
    records.push({
      type: 'report',
      patientId: plan.patientId,
      resourceKey: `DiagnosticReport/${plan.patientId}-${id}`,
      version: FIRST_VERSION,
      retracted: false,
      status: 'final',
      times: timesOf(release, plan.admittedAt + at * HOUR, delay),
      source: 'radiology',
      title,
      text,
    });
  }
  return records;
}
