import type { ReviewDefinition } from '@endwatch/contracts';
import { FORECAST_END_DEFINITION } from '../about.ts';

export const ADJUDICATION_DEFINITIONS: readonly ReviewDefinition[] = [
  FORECAST_END_DEFINITION,
  {
    term: 'Judged',
    text: 'Somebody of the quality team has read the stay and said whether there was END, when and why. Of several judgements the newest counts; none is overwritten. A stay that nobody could decide is in no comparison.',
  },
  {
    term: 'Charted and judged',
    text: 'Only judged stays are compared. Where mostly stays with charted END are judged, the share of charted END that was right is fair, the other share and kappa are not.',
  },
  {
    term: 'Alerts before END',
    text: 'Of the same judged stays, once by END as charted and once by END as judged, each from the alerts that rang; of stays loaded afterwards from those that would have rung under the policy of today.',
  },
];
