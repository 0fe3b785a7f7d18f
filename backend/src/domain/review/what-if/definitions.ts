import type { ReviewDefinition } from '@endwatch/contracts';
import { FORECAST_END_DEFINITION } from '../about.ts';

export const WHAT_IF_DEFINITIONS: readonly ReviewDefinition[] = [
  FORECAST_END_DEFINITION,
  {
    term: 'Which scores count',
    text: 'Every stored score from the moment it was known until it was replaced, with the live rule itself. Scores after END was known, after departure or after 7 days do not count. A forecast that was older than an hour when it became known rings nothing.',
  },
  {
    term: 'What is not simulated',
    text: 'People. Each ring counts as taken note of at once; nobody closes or snoozes anything, and a new kind of evidence (such as a report) repeats no alert. Today’s policy on the same scores stands beside it for that reason, and not what rang.',
  },
  {
    term: 'Alerts',
    text: 'First rings and repeats. Patient-days: days in which alerts could ring, from admission to END, departure or 7 days.',
  },
  {
    term: 'Right or wrong',
    text: 'An alert is right when END, as charted, follows within 24 h; wrong when none does though an examination 24 h after it was charted; undecided, and in no share, where nobody examined or END had been already.',
  },
  {
    term: 'Sensitivity and lead time',
    text: 'Share of END, as charted, with an alert at any time before it; lead time from the first of them. Missed: END without any.',
  },
  {
    term: 'Loaded afterwards',
    text: 'Stays that Endwatch heard of only when they were over are simulated as if everything had been known when it was true.',
  },
];
