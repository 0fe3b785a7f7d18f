import type { ReviewDefinition } from '@endwatch/contracts';
import { FORECAST_END_DEFINITION } from '../about.ts';
import { AHEAD_HOURS } from '../follow-up.ts';
import { LANDMARKS, ONE_EACH_HOUR } from './judge-forecasts.ts';

const hours = String(AHEAD_HOURS);

/** Which scores count, which outcomes, and who is left out. */
export const FORECAST_DEFINITIONS: readonly ReviewDefinition[] = [
  FORECAST_END_DEFINITION,
  {
    term: 'Which forecasts count',
    text: `At each landmark (${LANDMARKS.join(', ')} h after admission) the forecast that the board showed then: known to Endwatch by that moment, not replaced before it, not older than 6 h. A forecast that was made later of that moment, for instance because a result came late, does not count.`,
  },
  {
    term: 'Outcome',
    text: `END, as charted, after the landmark and within ${hours} h of it. Stays with END before the landmark are left out, also where it was charted later. No END counts only where an examination at least ${hours} h after the landmark was charted; else the outcome is unknown and the forecast is left out.`,
  },
  {
    term: 'Operating point',
    text: 'The threshold at which the board raises a high-risk alert today. At landmarks a forecast at or above it counts as positive.',
  },
  {
    term: 'Intervals',
    text: 'AUC: DeLong. Shares: Wilson. Observed to expected: the limits that Wilson gives the observed share. Each only where every patient comes once: an interval would be too narrow over all landmarks together, or where alerts of one patient count several times, and there is none. A patient who is admitted again is another.',
  },
  {
    term: 'By month and by group',
    text: `One forecast for each patient: at ${String(ONE_EACH_HOUR)} h. Month of admission.`,
  },
  {
    term: 'Warned',
    text: `A high or rising risk alert that really rang before END as charted. Lead time: from the first one to END as charted. An alert is right when END follows within ${hours} h, a false alarm when none does though an examination ${hours} h after it was charted, and neither where nobody examined or END had been already.`,
  },
  {
    term: 'Patient-days',
    text: 'Days in which alerts could ring: from admission to END, departure or 7 days.',
  },
  {
    term: 'Loaded afterwards',
    text: 'Stays that Endwatch heard of only when they were over. Their forecasts are judged as if everything had been known when it was true; no alert rang: what today’s policy would have rung is simulated, stands apart, and is marked in the lists.',
  },
];
