import type { ArtefactConfig } from '@endwatch/ml-model';

export interface CardWords {
  readonly statement: string;
  /** Ends the sentence on who was in. */
  readonly population: string;
  readonly sources: string;
  readonly heldOut: string;
  readonly oracle: string;
  readonly limits: string;
}

const SIMULATED: CardWords = {
  statement:
    'Trained on simulated patients. Not validated on any real patient, at any hospital. Not a medical device.',
  population: 'admitted to one simulated hospital',
  sources:
    "Reports in English only. The marginal distributions come from published\ntables of several cohorts, none of which is the paper's own. ",
  heldOut: 'held-out simulated patients',
  oracle: `"AUC of the true hazard" is what the hazards known to the generator at admission reach on the same rows. Values change in the hours before END, so a forecast made later can do
better than that. `,
  limits: `- Simulated patients are simpler than real ones; expect every figure above to be worse on real data, and calibration to be off wherever END is rarer or more frequent than here
  (published rates under the same rule: 6 to 38 %).
`,
};

const SITE: CardWords = {
  statement:
    'Trained on the patients of one cohort folder, and judged on other patients of the same folder only: no other hospital, no later time. Not a medical device.',
  population: 'as the cohort folder has them',
  sources: '',
  heldOut: 'held-out patients of the same cohort',
  oracle: 'Nobody knows the true hazard of real patients. ',
  limits: `- One site, one period: expect every figure above to be worse elsewhere and later, and calibration to be off wherever END is rarer or more frequent than here
  (published rates under the same rule: 6 to 38 %).
`,
};

/** What a model card says otherwise of simulated and of real patients. */
export const CARD_WORDS: Readonly<Record<ArtefactConfig['trainedOn'], CardWords>> = {
  simulated: SIMULATED,
  site: SITE,
};
