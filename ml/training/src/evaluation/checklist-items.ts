import { FEATURE_NAMES } from '@endwatch/clinical';
import type { RunRecord, Table } from './document.ts';
import { numberText } from './html/cell-text.ts';
import { HOUSES_TABLE } from './transport.ts';
import type { Judgement } from './judgement.ts';

/** Number in TRIPOD+AI (Collins GS et al. BMJ 2024;385:e078378); what it asks for, in our words; where it is answered; what this run answers. */
export type Item = readonly [item: string, topic: string, where: string, answer: string];

export const NOT_DONE = 'not done';
/** What no run can know. */
const NOT_SAID = 'not said here: for whoever publishes it';

export interface Facts {
  readonly run: RunRecord;
  readonly judgement: Judgement;
  /** Tables of this report by id. */
  readonly tables: ReadonlyMap<string, Table>;
}

export const count = (value: number): string => numberText(value, 'count');
export const score = (value: unknown): string =>
  typeof value === 'number' ? numberText(value, 'score') : 'not to be computed';

/** Which words of a run depend on whose patients were judged. */
export const isSimulated = ({ run }: Pick<Facts, 'run'>): boolean =>
  run.cohort.kind === 'simulated';

export function introduction(facts: Facts): Item[] {
  return [
    [
      '1',
      'Title: model, population, outcome',
      'heading',
      'END after ischaemic stroke, at each hour of a stay',
    ],
    ['2', 'Summary', 'model-card.md', 'written by the training run'],
    [
      '3a',
      'Why, and what there is already',
      'README, "beside the paper"',
      'live form of the model of Sun 2026',
    ],
    [
      '3b',
      'For whom and by whom',
      'docs/people.md',
      'nurses and neurologists of a stroke ward act on it, quality managers review it',
    ],
    [
      '3c',
      'Known inequalities in health',
      'subgroups',
      `by sex and age only; no other trait is ${isSimulated(facts) ? 'simulated' : 'read'}`,
    ],
    ['4', 'Aim', 'heading', 'judging a fitted model on patients it never saw'],
  ];
}

/** Whose data, and what is forecast from what. */
export function data({ run, judgement }: Facts): Item[] {
  const { config } = judgement.artefact;
  return [
    ['5a–b', 'Data and their dates', 'head of this report', `${run.cohort.name}; ${run.statement}`],
    ['6a–b', 'Setting and who was eligible', 'docs/cohort-format.md, flow', judgement.population],
    ['6c', 'Treatments', 'docs/cohort-format.md', 'no thrombectomy; thrombolysis is an input'],
    [
      '7',
      'Preparation of the data',
      'libs/clinical',
      `features ${config.featureSet}; the code that serves`,
    ],
    ['8a', 'Outcome', 'docs/evaluation.md', 'END by the rule on charted NIHSS within 7 days'],
    [
      '8b–c',
      'Who assessed it, and blinded',
      '',
      run.cohort.kind === 'simulated'
        ? 'simulated raters, who know no forecast'
        : 'as charted; not known to be blinded',
    ],
    [
      '9a–c',
      'Predictors',
      'libs/clinical',
      `${count(FEATURE_NAMES.length)} structured values and the text of reports, all charted before the forecast`,
    ],
    [
      '10',
      'Sample size',
      '',
      `${count(run.cohort.stays)} stays with ${count(run.cohort.ends)} END judged; no calculation beforehand`,
    ],
  ];
}

/** Of hospitals it is not known; of houses that write their reports in other words it may be. */
export function betweenPlaces(tables: Facts['tables']): readonly [where: string, answer: string] {
  return tables.has(HOUSES_TABLE)
    ? [
        'reports of another house',
        'only in the words of the reports, simulated; patients of one place',
      ]
    : ['', `${NOT_DONE}: one place`];
}

/** How the model came to be and what it says. */
export function modelling({ run, judgement, tables }: Facts): Item[] {
  const { config } = judgement.artefact;
  return [
    [
      '11',
      'Missing values',
      '"missing inputs"',
      'a mask tells the network of each; nothing is imputed; the age of a value is no input',
    ],
    [
      '12a–c',
      'Use of the data, kind of model, fitting',
      'model-card.md, artefact.json',
      `training, calibration and test patients apart; Concat-Fusion network with hazards of ${count(config.hazard.shape.outputs)} intervals`,
    ],
    ['12d', 'Differences between places', ...betweenPlaces(tables)],
    [
      '12e',
      'Measures',
      'this report',
      'AUC, Brier, calibration, decision curves, threshold measures',
    ],
    [
      '12f–g',
      'Updating, and how forecasts were made',
      'another base rate; npm run recalibrate',
      'scored by the code that serves',
    ],
    ['13', 'Imbalance of classes', '', 'left as it is; calibrated on patients of their own'],
    [
      '14',
      'Fairness',
      'subgroups',
      'AUC by subgroup with interaction, Holm and Benjamini-Hochberg; nothing was done about differences',
    ],
    [
      '15',
      'What the model says, and thresholds',
      'artefact.json',
      `probabilities; medium from ${score(config.thresholds.medium)}, high from ${score(config.thresholds.high)}`,
    ],
    [
      '16',
      'Differences between training and judging',
      'head of this report',
      run.model.trainedOn === 'simulated' && run.cohort.kind === 'simulated'
        ? 'one simulator, other patients'
        : `learned from ${run.model.trainedOn} patients, judged on ${run.cohort.kind} ones`,
    ],
    ['17', 'Ethics', '', run.cohort.kind === 'simulated' ? 'no real patient was judged' : NOT_SAID],
  ];
}

export function openScience({ run }: Facts): Item[] {
  return [
    ['18a–b', 'Money and interests', '', NOT_SAID],
    ['18c–d', 'Protocol and registration', '', NOT_DONE],
    ['18e–f', 'Data and code', 'this repository', `${run.command}; code ${run.commit}`],
    ['19', 'Patients and the public', '', NOT_DONE],
  ];
}
