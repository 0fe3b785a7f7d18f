import type { Facts, Item } from './checklist-items.ts';
import { betweenPlaces, count, isSimulated, score } from './checklist-items.ts';

function at6h(tables: Facts['tables'], id: string): Readonly<Record<string, unknown>> {
  return tables.get(id)?.rows.find(({ hour }) => hour === 6) ?? {};
}

export function results({ run, judgement, tables }: Facts): Item[] {
  const next = at6h(tables, 'landmark-next24h');
  const left = run.cohort.patients - run.cohort.stays;
  return [
    [
      '20a',
      'Flow of patients',
      'head of this report',
      `${count(run.cohort.patients)} patients, ${count(left)} without a stay the rule can be applied to`,
    ],
    [
      '20b–c',
      'Who they are, and against those of training',
      'reference.json, npm run cohort -- flow',
      'inputs in training are kept beside the artefact',
    ],
    ['21', 'Numbers in each analysis', 'every table', 'n and END stand in each row'],
    [
      '22',
      'The whole model',
      'artefact.json, weights.bin',
      `${judgement.artefact.config.version}, checksum ${run.model.checksum.slice(0, 12)}…`,
    ],
    [
      '23a',
      'Performance with intervals',
      'all sections',
      `6 h, next 24 h: AUC ${score(next['auc'])}, calibration slope ${score(next['slope'])}, E:O ${score(next['eo'])}`,
    ],
    ['23b', 'Between places', ...betweenPlaces(tables)],
    ['24', 'After updating', 'another base rate', 'before and after recalibration'],
  ];
}

export function discussion({ run }: Facts): Item[] {
  const learned =
    run.model.trainedOn === 'simulated'
      ? 'learned from simulated patients'
      : "learned from a site's own patients";
  const limits = isSimulated({ run })
    ? `${learned}; judged on those of one simulator, which are simpler than real ones`
    : `${learned}; judged on one cohort, as it was charted`;
  return [
    ['25', 'What it means', '"beside the paper"', 'why figures may not be compared directly'],
    ['26', 'Limits', 'model-card.md', limits],
    [
      '27a',
      'Poor or absent inputs in use',
      '"missing inputs", patient page',
      'missing inputs, age of data and reasons outside the population stand beside each risk',
    ],
    ['27b', 'What users have to do', 'README', 'none but to chart; explanations and acknowledging'],
    ['27c', 'Next steps', 'docs/model-update.md', "a site's own patients, shadow, comparison"],
  ];
}
