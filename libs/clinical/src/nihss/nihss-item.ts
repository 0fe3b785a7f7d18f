/** The 15 scored entries of the NIH Stroke Scale, in charting order. */
export const NIHSS_ITEMS = [
  '1a',
  '1b',
  '1c',
  '2',
  '3',
  '4',
  '5a',
  '5b',
  '6a',
  '6b',
  '7',
  '8',
  '9',
  '10',
  '11',
] as const;

export type NihssItem = (typeof NIHSS_ITEMS)[number];

/** `UN` = untestable (amputation, joint fusion, intubation): adds nothing to a total and is never 0. */
export type NihssItemScore = number | 'UN';

export type NihssItemScores = Readonly<Partial<Record<NihssItem, NihssItemScore>>>;
