import { NIHSS_ITEMS } from '@endwatch/clinical';

/** Of what is charted of a patient. */
export type RecordTable = 'observations' | 'nihss' | 'reports' | 'events';
export type TableName = 'patients' | RecordTable | 'forecasts';

export interface Table {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Files of a cohort and their columns; `docs/cohort-format.md` says what each means. The order of the columns does not matter. */
export const TABLES: Readonly<Record<TableName, Table>> = {
  patients: {
    required: ['patient_id', 'admitted_at'],
    optional: ['birth_date', 'sex', 'known_at'],
  },
  observations: {
    required: ['patient_id', 'effective_at', 'loinc', 'value', 'unit'],
    optional: ['comparator', 'known_at'],
  },
  nihss: {
    required: ['patient_id', 'effective_at', 'total'],
    optional: [...NIHSS_ITEMS.map((item) => `item_${item}`), 'rater', 'known_at'],
  },
  reports: { required: ['patient_id', 'effective_at', 'text'], optional: ['title', 'known_at'] },
  events: { required: ['patient_id', 'at', 'event'], optional: ['known_at'] },
  forecasts: {
    required: ['patient_id', 'as_of', 'next24h'],
    optional: ['by48h', 'by7d', 'superseded_at', 'model_version', 'known_at'],
  },
};

/** Without any of these there is no cohort; a file that is not there counts as empty. */
export const NEEDED_FILES: readonly TableName[] = ['patients', 'nihss'];

export const CONDITIONS = [
  'ischaemic-stroke',
  'mca-occlusion',
  'diabetes',
  'hypertension',
  'atrial-fibrillation',
  'prior-stroke',
] as const;
export const TREATMENTS = ['thrombolysis', 'thrombectomy'] as const;
export const ENDINGS = ['discharge', 'death'] as const;
