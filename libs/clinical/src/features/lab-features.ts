import type { LaboratoryValue } from '../quantity/quantity-name.ts';
import { BEFORE_ADMISSION } from '../timeline/this-stay.ts';
import { HOUR } from '../time.ts';
import { ageLimitOf } from './age-limit.ts';
import type { Feature, FeatureContext, Reading } from './feature.ts';
import { latestOf } from './vital-features.ts';

const ROWS: readonly (readonly [LaboratoryValue, label: string, unit: string])[] = [
  ['d-dimer', 'D-dimer (FEU)', 'mg/L{FEU}'],
  ['crp', 'C-reactive protein', 'mg/L'],
  ['fibrinogen', 'Fibrinogen', 'g/L'],
  ['wbc', 'White cells', '10*9/L'],
  ['neutrophils', 'Neutrophils', '10*9/L'],
  ['lymphocytes', 'Lymphocytes', '10*9/L'],
  ['platelets', 'Platelets', '10*9/L'],
  ['haemoglobin', 'Haemoglobin', 'g/L'],
  ['creatinine', 'Creatinine', 'umol/L'],
  ['urea', 'Urea', 'mmol/L'],
  ['ldl', 'LDL cholesterol', 'mmol/L'],
  ['triglycerides', 'Triglycerides', 'mmol/L'],
  ['homocysteine', 'Homocysteine', 'umol/L'],
  ['uric-acid', 'Uric acid', 'umol/L'],
  ['hba1c', 'HbA1c', '%'],
  ['inr', 'INR', '{INR}'],
  ['sodium', 'Sodium', 'mmol/L'],
  ['potassium', 'Potassium', 'mmol/L'],
];

/** Newest laboratory values; D-dimer only where it is known to be FEU. */
export const LAB_FEATURES: readonly Feature[] = [
  ...ROWS.map(([quantity, label, unit]): Feature => ({
    name: quantity,
    label,
    unit,
    read: (context) => latestOf(context, quantity),
  })),
  {
    name: 'neutrophil-lymphocyte-ratio',
    label: 'Neutrophils to lymphocytes',
    unit: '1',
    read: neutrophilLymphocyteRatio,
  },
];

/** Newest pair of one drawing (same effective time): a ratio across specimens would mix two days. */
function neutrophilLymphocyteRatio(context: FeatureContext): Reading | null {
  const from = Math.max(
    context.asOf - ageLimitOf('neutrophils').usable * HOUR,
    context.admittedAt - BEFORE_ADMISSION,
  );
  // `series` leaves its start out; limits of age include theirs.
  const lymphocytes = new Map(
    context.view.series('lymphocytes', from - 1).map(({ at, value }) => [at, value]),
  );
  for (const { at, value } of context.view.series('neutrophils', from - 1).toReversed()) {
    const divisor = lymphocytes.get(at);
    if (divisor !== undefined && divisor > 0) return { value: value / divisor, at };
  }
  return null;
}
