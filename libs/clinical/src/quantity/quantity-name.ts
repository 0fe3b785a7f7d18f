/** Every vital sign and laboratory value that Endwatch understands; definitions (codes, units, ranges) are in `quantity.ts`. */
export const VITAL_SIGNS = [
  'heart-rate',
  'systolic-bp',
  'diastolic-bp',
  'mean-bp',
  'respiratory-rate',
  'oxygen-saturation',
  'temperature',
  'gcs',
] as const;

export const LABORATORY_VALUES = [
  'glucose',
  'd-dimer',
  'd-dimer-ddu',
  'd-dimer-arbitrary',
  'fibrinogen',
  'crp',
  'wbc',
  'neutrophils',
  'lymphocytes',
  'platelets',
  'haemoglobin',
  'creatinine',
  'urea',
  'ldl',
  'hdl',
  'triglycerides',
  'total-cholesterol',
  'hba1c',
  'homocysteine',
  'uric-acid',
  'inr',
  'pt',
  'aptt',
  'sodium',
  'potassium',
] as const;

export type VitalSign = (typeof VITAL_SIGNS)[number];
export type LaboratoryValue = (typeof LABORATORY_VALUES)[number];
export type QuantityName = VitalSign | LaboratoryValue;
