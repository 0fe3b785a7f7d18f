import type { AlertKind } from '../terms/alert-kinds.ts';

/** Kept of an alert that somebody took note of with one tap, without saying more. */
export const SEEN = 'Seen';

/** What somebody may say when they acknowledge an alert of a kind. Offered by the pages and counted by the review; the English words are what is kept, in every language. Other programs may say it in words of their own. */
export const ACKNOWLEDGE_REASONS: Readonly<Record<AlertKind, readonly string[]>> = {
  'end-confirmed': [
    'Physician informed',
    'Examined again',
    'Imaging ordered',
    'Expected after an intervention',
  ],
  'risk-high': ['Examined', 'Physician informed', 'Imaging ordered', 'Already known'],
  'risk-rising': ['Examined', 'Physician informed', 'Imaging ordered', 'Already known'],
  'examination-overdue': ['Examining now', 'Charting now', 'Patient away', 'Not indicated now'],
  'data-stale': ['Disconnected on purpose', 'Patient away', 'Monitor being seen to'],
  'stream-lagging': ['Patients seen at the bedside', 'IT informed', 'Known downtime'],
};

/** Why somebody who was told cannot see to it. */
export const DECLINE_REASONS: readonly string[] = [
  'With another patient',
  'In theatre',
  'Not on duty',
  'Cannot get there in time',
];
