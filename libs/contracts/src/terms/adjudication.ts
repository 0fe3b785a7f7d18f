/** What somebody who has read a stay says of it. */
export const JUDGEMENTS = ['end', 'no-end', 'undecided'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Why the patient deteriorated. */
export const END_CAUSES = [
  'infarct-progression',
  'haemorrhagic-transformation',
  'oedema',
  'recurrent-stroke',
  'seizure',
  'systemic',
  'unknown',
] as const;
export type EndCause = (typeof END_CAUSES)[number];

/** Why a rise of the NIHSS was no deterioration. */
export const NO_END_REASONS = [
  'examined-differently',
  'sedated',
  'charted-wrongly',
  'no-rise',
  'other',
] as const;
export type NoEndReason = (typeof NO_END_REASONS)[number];
