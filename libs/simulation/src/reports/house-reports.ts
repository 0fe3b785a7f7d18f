import type { StayPlan } from '../stay/stay-plan.ts';
import type { ReportId, Writer } from './chart-reports.ts';
import { admissionCt, admissionCta, followUp, wordsOf } from './compose-report.ts';
import type { HouseStyle } from './house.ts';
import { PROSE_SHARE, written } from './house.ts';
import { laterState } from './later-imaging.ts';
import type { ReportContent } from './sayings.ts';

/** As the order says it, not the house. */
const TITLES: Readonly<Partial<Record<ReportContent['title'], string>>> = {
  'title.ct': 'CT head without contrast',
  'title.cta': 'CT angiography head and neck',
  'title.cta-ctp': 'CT angiography with perfusion',
  'title.later-ct': 'Follow-up CT head',
  'title.later-mri': 'MRI brain with diffusion',
};

/** The house that reads this patient's pictures: as wished, else by chance. */
function houseOf({ rng, houseStyle }: StayPlan): HouseStyle {
  const drawn = rng.fork('reports/house').chance(PROSE_SHARE) ? 'prose' : 'terse';
  return houseStyle === 'mixture' ? drawn : houseStyle;
}

function contentOf(plan: StayPlan, id: ReportId, hours: number): ReportContent {
  const rng = plan.rng.fork(`reports/${id}`);
  switch (id) {
    case 'ct':
      return admissionCt(rng, plan.traits);
    case 'cta':
      return admissionCta(rng, plan.traits);
    default:
      return followUp(rng, plan.traits, laterState(plan, rng, hours));
  }
}

/** Reports as one of two houses writes them; what they say does not depend on the house. */
export function houseReports(plan: StayPlan): Writer {
  const style = houseOf(plan);
  return (id, hours) => {
    const content = contentOf(plan, id, hours);
    const wording = plan.rng.fork(`reports/words/${id}`);
    const words = wordsOf(wording, plan.traits);
    const text = written(wording, style, { content, words });
    return { title: TITLES[content.title] ?? '', text };
  };
}
