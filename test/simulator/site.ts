import type { QuantityName } from '@endwatch/clinical';

/** Code and unit string under which one hospital sends a quantity. */
export interface Spelling {
  readonly loinc: string;
  /** As written in `valueQuantity.code`; not always UCUM. */
  readonly unit: string;
  /** Decimals that the sender writes. */
  readonly digits: number;
}

/** How one hospital writes: units, how it packs NIHSS examinations, where the report text is. */
export interface Site {
  readonly id: string;
  readonly spellings: Readonly<Partial<Record<QuantityName, Spelling>>>;
  /** `one`: a single Observation with components; `many`: each item an Observation of its own. */
  readonly nihss: 'one' | 'many';
  readonly report: 'conclusion' | 'plain' | 'html';
}

const spelling = (loinc: string, unit: string, digits: number): Spelling => ({
  loinc,
  unit,
  digits,
});

/** SI units in UCUM, as most of Europe. What a site does not name it writes as this one does. */
const METRIC: Record<Exclude<QuantityName, 'd-dimer-ddu' | 'd-dimer-arbitrary'>, Spelling> = {
  'heart-rate': spelling('8867-4', '/min', 0),
  'systolic-bp': spelling('8480-6', 'mm[Hg]', 0),
  'diastolic-bp': spelling('8462-4', 'mm[Hg]', 0),
  'mean-bp': spelling('8478-0', 'mm[Hg]', 0),
  'respiratory-rate': spelling('9279-1', '/min', 0),
  'oxygen-saturation': spelling('59408-5', '%', 0),
  temperature: spelling('8310-5', 'Cel', 1),
  gcs: spelling('9269-2', '{score}', 0),
  glucose: spelling('14749-6', 'mmol/L', 1),
  'd-dimer': spelling('48065-7', 'mg/L{FEU}', 2),
  fibrinogen: spelling('3255-7', 'g/L', 2),
  crp: spelling('1988-5', 'mg/L', 1),
  wbc: spelling('6690-2', '10*9/L', 1),
  neutrophils: spelling('751-8', '10*9/L', 2),
  lymphocytes: spelling('731-0', '10*9/L', 2),
  platelets: spelling('777-3', '10*9/L', 0),
  haemoglobin: spelling('718-7', 'g/L', 0),
  creatinine: spelling('14682-9', 'umol/L', 0),
  urea: spelling('22664-7', 'mmol/L', 1),
  ldl: spelling('22748-8', 'mmol/L', 2),
  hdl: spelling('14646-4', 'mmol/L', 2),
  triglycerides: spelling('14927-8', 'mmol/L', 2),
  'total-cholesterol': spelling('14647-2', 'mmol/L', 2),
  hba1c: spelling('4548-4', '%', 1),
  homocysteine: spelling('13965-9', 'umol/L', 1),
  'uric-acid': spelling('14933-6', 'umol/L', 0),
  inr: spelling('6301-6', '{INR}', 2),
  pt: spelling('5902-2', 's', 1),
  aptt: spelling('3173-2', 's', 1),
  sodium: spelling('2951-2', 'mmol/L', 0),
  potassium: spelling('2823-3', 'mmol/L', 1),
};

/** Mass units, Fahrenheit, blood urea nitrogen. */
const US: Site['spellings'] = {
  temperature: spelling('8310-5', '[degF]', 1),
  glucose: spelling('2345-7', 'mg/dL', 0),
  'd-dimer': spelling('48065-7', 'ng/mL{FEU}', 0),
  fibrinogen: spelling('3255-7', 'mg/dL', 0),
  crp: spelling('1988-5', 'mg/dL', 2),
  wbc: spelling('6690-2', '10*3/uL', 1),
  neutrophils: spelling('751-8', '10*3/uL', 2),
  lymphocytes: spelling('731-0', '10*3/uL', 2),
  platelets: spelling('777-3', '10*3/uL', 0),
  haemoglobin: spelling('718-7', 'g/dL', 1),
  creatinine: spelling('2160-0', 'mg/dL', 2),
  urea: spelling('3094-0', 'mg/dL', 0),
  ldl: spelling('13457-7', 'mg/dL', 0),
  hdl: spelling('2085-9', 'mg/dL', 0),
  triglycerides: spelling('2571-8', 'mg/dL', 0),
  'total-cholesterol': spelling('2093-3', 'mg/dL', 0),
  'uric-acid': spelling('3084-1', 'mg/dL', 1),
  sodium: spelling('2951-2', 'meq/L', 0),
  potassium: spelling('2823-3', 'meq/L', 1),
};

/** Pressure in kPa, saturation as a fraction, unit strings of a laboratory system that knows no UCUM. */
const KPA: Site['spellings'] = {
  'systolic-bp': spelling('8480-6', 'kPa', 1),
  'diastolic-bp': spelling('8462-4', 'kPa', 1),
  'oxygen-saturation': spelling('59408-5', '1', 2),
  'd-dimer': spelling('48065-7', 'ug/mL{FEU}', 2),
  wbc: spelling('6690-2', 'x10*9/L', 1),
  neutrophils: spelling('751-8', 'x10*9/L', 2),
  lymphocytes: spelling('731-0', 'x10*9/L', 2),
  platelets: spelling('777-3', 'x10*9/L', 0),
  creatinine: spelling('14682-9', 'UMOLL', 0),
  hba1c: spelling('59261-8', 'mmol/mol', 0),
};

export const SITES = {
  metric: { id: 'metric', spellings: METRIC, nihss: 'one', report: 'conclusion' },
  us: { id: 'us', spellings: { ...METRIC, ...US }, nihss: 'many', report: 'html' },
  kpa: { id: 'kpa', spellings: { ...METRIC, ...KPA }, nihss: 'one', report: 'plain' },
} as const satisfies Record<string, Site>;

const ALL: readonly Site[] = [SITES.metric, SITES.us, SITES.kpa];

/** The site that sends patient number `n`: they take turns. */
export function siteOfPatient(n: number): Site {
  return ALL[n % ALL.length] ?? SITES.metric;
}
