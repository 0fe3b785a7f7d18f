import type { Rng } from '../../random/rng.ts';
import type { StayPlan } from '../../stay/stay-plan.ts';
import type { ReportId, Writer } from '../chart-reports.ts';
import { laterState } from '../later-imaging.ts';
import { admissionCt, admissionCta, followUp } from './compose-report.ts';
import { laidOut } from './report-parts.ts';
import type { ReportParts } from './report-parts.ts';

function partsOf(plan: StayPlan, id: ReportId, hours: number): ReportParts {
  const rng = (name: string): Rng => plan.rng.fork('reports').fork(name);
  const later = (own: Rng): ReportParts => followUp(own, plan.traits, laterState(plan, own, hours));
  switch (id) {
    case 'ct':
      return admissionCt(rng('ct'), plan.traits);
    case 'cta':
      return admissionCta(rng('cta'), plan.traits);
    case 'follow-up':
      return later(rng('later'));
    case 'control':
      return later(rng('control'));
  }
}

/** Reports without slips and habits of a house: the language that the model before the houses learned. */
export function plainReports(plan: StayPlan, release: Rng): Writer {
  const style = release.chance(0.6) ? 'sections' : 'brief';
  return (rng, id, hours) => {
    const parts = partsOf(plan, id, hours);
    return { title: parts.title, text: laidOut(rng, style, parts) };
  };
}
