import type { QuantityName } from '../quantity/quantity-name.ts';

/** How long a value may be carried forward, and from when on that should be said. Hours. */
export interface AgeLimit {
  /** Up to here it counts as measured; then as carried forward. */
  readonly measured: number;
  /** Beyond this it counts as missing. */
  readonly usable: number;
}

/** Longest that a screen calls a value "now", and longest that the model uses it. From the usual cadence of each kind; the limits are our own. */
const VITALS: AgeLimit = { measured: 4, usable: 12 };
const GLUCOSE: AgeLimit = { measured: 8, usable: 24 };
const DAILY: AgeLimit = { measured: 24, usable: 72 };
const ADMISSION: AgeLimit = { measured: 24, usable: 168 };
const ONCE: AgeLimit = { measured: 72, usable: 336 };
export const EXAMINATION_LIMIT: AgeLimit = { measured: 12, usable: 72 };

const LIMITS: Readonly<Record<QuantityName, AgeLimit>> = {
  'heart-rate': VITALS,
  'systolic-bp': VITALS,
  'diastolic-bp': VITALS,
  'mean-bp': VITALS,
  'respiratory-rate': VITALS,
  'oxygen-saturation': VITALS,
  temperature: VITALS,
  gcs: VITALS,
  glucose: GLUCOSE,
  'd-dimer': ADMISSION,
  'd-dimer-ddu': ADMISSION,
  'd-dimer-arbitrary': ADMISSION,
  fibrinogen: ADMISSION,
  crp: ADMISSION,
  wbc: DAILY,
  neutrophils: DAILY,
  lymphocytes: DAILY,
  platelets: DAILY,
  haemoglobin: DAILY,
  creatinine: DAILY,
  urea: DAILY,
  ldl: ONCE,
  hdl: ONCE,
  triglycerides: ONCE,
  'total-cholesterol': ONCE,
  hba1c: ONCE,
  homocysteine: ONCE,
  'uric-acid': ONCE,
  inr: ADMISSION,
  pt: ADMISSION,
  aptt: ADMISSION,
  sodium: DAILY,
  potassium: DAILY,
};

export function ageLimitOf(quantity: QuantityName): AgeLimit {
  return LIMITS[quantity];
}

export type ValueUse = 'measured' | 'carried-forward' | 'missing';

/** How a value of this age (hours; null where there is none) is used. Both limits are included. */
export function useOf(ageHours: number | null, limit: AgeLimit): ValueUse {
  if (ageHours === null || ageHours > limit.usable) return 'missing';
  return ageHours > limit.measured ? 'carried-forward' : 'measured';
}
