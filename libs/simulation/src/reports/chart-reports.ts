import { HOUR } from '@endwatch/clinical';
import type { ReportRecord } from '@endwatch/clinical';
import { FIRST_VERSION, timesOf } from '../course/chart.ts';
import type { Rng } from '../random/rng.ts';
import type { StayPlan } from '../stay/stay-plan.ts';
import { admissionCt, admissionCta, followUp, wordsOf } from './compose-report.ts';
import { PROSE_SHARE, written } from './house.ts';
import type { HouseStyle } from './house.ts';
import type { ReportContent } from './sayings.ts';

/** Shares of patients without this report. */
export const REPORTS_MISSING = {
  admissionCt: 0.02,
  admissionCta: 0.1,
  followUp: 0.12,
  control: 0.4,
} as const;

interface Planned {
  readonly id: string;
  readonly hours: number;
  readonly missing: number;
  readonly title: string;
  readonly content: ReportContent;
}

/** What CT or MRI finds at that hour. Vessels open more often where lysis was given, and less often in those who deteriorate. */
function laterImaging(plan: StayPlan, rng: Rng, hours: number): ReportContent {
  const onset = plan.course.onsetHours;
  const open = (plan.traits.lysed ? 0.4 : 0.17) * (onset === null ? 1.2 : 0.6);
  return followUp(rng, plan.traits, {
    worse: onset !== null && onset <= hours,
    vesselOpen: rng.chance(open),
    modality: rng.chance(0.5) ? 'CT' : 'MRI',
  });
}

/** As the order says it, not the house. */
function titleOf({ title }: ReportContent): string {
  switch (title) {
    case 'title.ct':
      return 'CT head without contrast';
    case 'title.cta':
      return 'CT angiography head and neck';
    case 'title.cta-ctp':
      return 'CT angiography with perfusion';
    case 'title.later-mri':
      return 'MRI brain with diffusion';
    default:
      return 'Follow-up CT head';
  }
}

/** The house that reads this patient's pictures: as wished, else by chance. */
function houseOf({ rng, houseStyle }: StayPlan): HouseStyle {
  const drawn = rng.fork('reports/house').chance(PROSE_SHARE) ? 'prose' : 'terse';
  return houseStyle ?? drawn;
}

function planned(plan: StayPlan): Planned[] {
  const rng = plan.rng.fork('reports');
  const { traits } = plan;
  const hours = {
    ct: rng.between(0.2, 0.7),
    cta: rng.between(0.75, 1.1),
    followUp: rng.between(20, 28),
    control: rng.between(78, 100),
  };
  const ct = admissionCt(rng.fork('ct'), traits);
  const cta = admissionCta(rng.fork('cta'), traits);
  const later = laterImaging(plan, rng.fork('later'), hours.followUp);
  const control = laterImaging(plan, rng.fork('control'), hours.control);
  const missing = REPORTS_MISSING;
  return [
    { id: 'ct', hours: hours.ct, missing: missing.admissionCt, content: ct },
    { id: 'cta', hours: hours.cta, missing: missing.admissionCta, content: cta },
    { id: 'follow-up', hours: hours.followUp, missing: missing.followUp, content: later },
    { id: 'control', hours: hours.control, missing: missing.control, content: control },
  ].map((one) => ({ ...one, title: titleOf(one.content) }));
}

/** Imaging reports of the stay: CT and CT angiography at admission, CT or MRI a day later and, in some, on day 4; released after 30–120 min. */
export function chartReports(plan: StayPlan): ReportRecord[] {
  const rng = plan.rng.fork('reports/release');
  const style = houseOf(plan);
  const records: ReportRecord[] = [];
  for (const report of planned(plan)) {
    const delay = rng.between(30, 120);
    const wording = plan.rng.fork(`reports/words/${report.id}`);
    const words = wordsOf(wording, plan.traits);
    const text = written(wording, style, { content: report.content, words });
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
      title: report.title,
      text,
    });
  }
  return records;
}
