import type { ReviewDefinition } from '@endwatch/contracts';

export const RESPONSE_DEFINITIONS: readonly ReviewDefinition[] = [
  {
    term: 'Acknowledged',
    text: 'The first time a person took, acknowledged, snoozed or closed the alert. Within 5, 15 and 30 minutes: of those that were, or that stayed open so long without it. What was over by itself before needed nobody.',
  },
  {
    term: 'Missed',
    text: 'Over without any person ever having acknowledged it, of all that were acknowledged or are over.',
  },
  {
    term: 'Repeated',
    text: 'Rang again because it got worse, or the same kind for the same patient within 24 h after the one before was over.',
  },
  {
    term: 'Patient-days',
    text: 'From admission to departure or now, of the stays that are counted.',
  },
  {
    term: 'Ward-shift',
    text: 'Eight hours of a ward from 06:00, 14:00 or 22:00 on the wall in which it had a patient of the cohort. Shifts without any alert count.',
  },
  {
    term: 'Nurse-hour',
    text: 'An hour of one nurse in charge: one for each ward and hour in which it had a patient of the cohort, on the ward where the patient was last. How many nurses were there, Endwatch does not know.',
  },
  {
    term: 'Alerts in the 2 h before',
    text: 'Others that rang on the same ward within 2 h before, of patients of the cohort. Technical ones are in no figure but the table by kind.',
  },
  {
    term: 'END to acknowledged',
    text: 'From END as charted to have happened, to when Endwatch knew, to the alert, to the person. Charting that came late is in the first step.',
  },
  {
    term: 'Reasons',
    text: 'Of each acknowledged alert the last reason that was given, of each declined one every reason. Whoever taps once gives none. Words from before there were lists, and any others, are counted together.',
  },
  {
    term: 'Loaded afterwards',
    text: 'Stays that Endwatch heard of only when they were over: nobody could answer anything, so they are in no figure here.',
  },
];
