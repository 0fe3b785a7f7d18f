export const END_TYPES = ['early', 'late', 'none', 'suspected', 'not-evaluable'] as const;
export type EndType = (typeof END_TYPES)[number];

export const TREATMENT_FILTERS = ['thrombolysis', 'thrombectomy', 'none'] as const;
export type TreatmentFilter = (typeof TREATMENT_FILTERS)[number];

export const STAY_SORTS = [
  'admittedAt',
  'dischargedAt',
  'ward',
  'age',
  'admissionNihss',
  'end',
  'examinations',
  'scores',
  'alerts',
] as const;
