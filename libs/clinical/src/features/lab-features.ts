import type { LaboratoryValue } from '../quantity/quantity-name.ts';
import { QUANTITIES } from '../quantity/quantity.ts';
import { BEFORE_ADMISSION } from '../timeline/this-stay.ts';
import { HOUR, type EpochMs } from '../time.ts';
import { ageLimitOf } from './age-limit.ts';
import type { Feature, FeatureContext, Reading } from './feature.ts';
import { latestOf } from './vital-features.ts';

const LABS: readonly LaboratoryValue[] = [
  'd-dimer',
  'crp',
  'fibrinogen',
  'wbc',
  'neutrophils',
  'lymphocytes',
  'platelets',
  'haemoglobin',
  'creatinine',
  'urea',
  'ldl',
  'triglycerides',
  'homocysteine',
  'uric-acid',
  'hba1c',
  'inr',
  'sodium',
  'potassium',
];

/** Newest laboratory values; D-dimer only where it is known to be FEU. */
export const LAB_FEATURES: readonly Feature[] = [
  ...LABS.map((quantity): Feature => ({
    name: quantity,
    label: QUANTITIES[quantity].label,
    unit: QUANTITIES[quantity].unit,
    read: (context) => latestOf(context, quantity),
  })),
  {
    name: 'neutrophil-lymphocyte-ratio',
    label: 'neutrophils to lymphocytes',
    unit: '{ratio}',
    read: neutrophilLymphocyteRatio,
  },
];

/** Newest pair of one drawing (same effective time): a ratio across specimens would mix two days. */
function neutrophilLymphocyteRatio(context: FeatureContext): Reading | null {
  const from = Math.max(
    context.asOf - ageLimitOf('neutrophils').usable * HOUR,
    context.admittedAt - BEFORE_ADMISSION,
  );
  // A stretch leaves its start out; limits of age include theirs.
  const above = context.view.stretch('neutrophils', from - 1);
  const below = context.view.stretch('lymphocytes', from - 1);
  const lymphocytes = new Map<EpochMs, number>();
  for (let index = below.from; index < below.to; index += 1) {
    lymphocytes.set(below.series.at(index), below.series.value(index));
  }
  for (let index = above.to - 1; index >= above.from; index -= 1) {
    const at = above.series.at(index);
    const divisor = lymphocytes.get(at);
    if (divisor !== undefined && divisor > 0)
      return { value: above.series.value(index) / divisor, at };
  }
  return null;
}
