import { HOUR } from '@endwatch/clinical';
import type { ReportRecord } from '@endwatch/clinical';
import { FIRST_VERSION, timesOf } from '../course/chart.ts';
import type { StayPlan } from '../stay/stay-plan.ts';
import { admissionCt, admissionCta, followUp } from './compose-report.ts';
import { laidOut } from './report-parts.ts';
import type { ReportParts } from './report-parts.ts';

/** Shares of patients without this report. */
export const REPORTS_MISSING = { admissionCt: 0.02, admissionCta: 0.1, followUp: 0.12 } as const;

interface Planned {
  readonly id: string;
  readonly hours: number;
  readonly missing: number;
  readonly parts: ReportParts;
}

function planned(plan: StayPlan): Planned[] {
  const rng = plan.rng.fork('reports');
  const { traits } = plan;
  const onset = plan.course.onsetHours;
  const laterHours = rng.between(20, 28);
  // Vessels open more often where lysis was given, and less often in those who deteriorate.
  const open = (traits.lysed ? 0.4 : 0.17) * (onset === null ? 1.2 : 0.6);
  const state = {
    worse: onset !== null && onset <= laterHours,
    vesselOpen: rng.chance(open),
    modality: rng.chance(0.5) ? ('CT' as const) : ('MRI' as const),
  };
  return [
    {
      id: 'ct',
      hours: rng.between(0.2, 0.7),
      missing: REPORTS_MISSING.admissionCt,
      parts: admissionCt(rng.fork('ct'), traits),
    },
    {
      id: 'cta',
      hours: rng.between(0.75, 1.1),
      missing: REPORTS_MISSING.admissionCta,
      parts: admissionCta(rng.fork('cta'), traits),
    },
    {
      id: 'follow-up',
      hours: laterHours,
      missing: REPORTS_MISSING.followUp,
      parts: followUp(rng.fork('later'), traits, state),
    },
  ];
}

/** Imaging reports of the stay: CT and CT angiography at admission, CT or MRI a day later; released after 30–120 min. */
export function chartReports(plan: StayPlan): ReportRecord[] {
  const rng = plan.rng.fork('reports/release');
  const style = rng.chance(0.6) ? 'sections' : 'brief';
  const records: ReportRecord[] = [];
  for (const report of planned(plan)) {
    const delay = rng.between(30, 120);
    const text = laidOut(rng, style, report.parts);
    if (rng.chance(report.missing) || report.hours > plan.untilHours) continue;
    records.push({
      type: 'report',
      patientId: plan.patientId,
      resourceKey: `DiagnosticReport/${plan.patientId}-${report.id}`,
      version: FIRST_VERSION,
      retracted: false,
      status: 'final',
      times: timesOf(rng, plan.admittedAt + report.hours * HOUR, delay),
      source: 'radiology',
      title: report.parts.title,
      text,
    });
  }
  return records;
}
