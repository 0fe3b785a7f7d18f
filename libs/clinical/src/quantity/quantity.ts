import { LABORATORY_VALUES, VITAL_SIGNS, type QuantityName } from './quantity-name.ts';

/** What Endwatch knows of one vital sign or laboratory value. */
export interface QuantityDefinition {
  readonly name: QuantityName;
  readonly stream: 'vitals' | 'labs';
  /** A ward's words. */
  readonly label: string;
  /** Canonical UCUM unit: every stored value is in it. */
  readonly unit: string;
  /** The same unit as a ward writes it. */
  readonly displayUnit: string;
  /** Lowest and highest value that is believed, in the canonical unit; what lies outside is kept aside and shown raw. */
  readonly plausible: readonly [low: number, high: number];
  /** LOINC codes it arrives under, the preferred one first. */
  readonly loinc: readonly string[];
}

type Row = readonly [
  label: string,
  unit: string,
  displayUnit: string,
  plausible: readonly [number, number],
  loinc: readonly string[],
];

/**
 * Limits: heart rate, respiration, SpO2, temperature, GCS, glucose, cell counts, haemoglobin, creatinine, urea, electrolytes from the Geneva
 * stroke unit's OPSUM `possible_ranges.csv`; blood pressure and the rest are narrower suggestions of our own (a pressure of 0 is a disconnected cuff).
 */
const ROWS: Readonly<Record<QuantityName, Row>> = {
  'heart-rate': ['heart rate', '/min', '/min', [25, 300], ['8867-4']],
  'systolic-bp': ['systolic pressure', 'mm[Hg]', 'mmHg', [40, 300], ['8480-6']],
  'diastolic-bp': ['diastolic pressure', 'mm[Hg]', 'mmHg', [20, 200], ['8462-4']],
  'mean-bp': ['mean pressure', 'mm[Hg]', 'mmHg', [10, 300], ['8478-0']],
  'respiratory-rate': ['respiratory rate', '/min', '/min', [3, 100], ['9279-1']],
  'oxygen-saturation': ['oxygen saturation', '%', '%', [40, 100], ['59408-5', '2708-6']],
  temperature: [
    'temperature',
    'Cel',
    '°C',
    [24, 43],
    ['8310-5', '8331-1', '8328-7', '8329-5', '8332-9', '8333-7'],
  ],
  gcs: ['Glasgow coma score', '{score}', '', [3, 15], ['9269-2', '35088-4']],
  glucose: [
    'glucose',
    'mmol/L',
    'mmol/L',
    [0.5, 87],
    ['2345-7', '14749-6', '2339-0', '15074-8', '41653-7', '14743-9'],
  ],
  'd-dimer': ['D-dimer (FEU)', 'mg/L{FEU}', 'mg/L FEU', [0.01, 80], ['48065-7', '71427-9']],
  'd-dimer-ddu': [
    'D-dimer (DDU)',
    'mg/L{DDU}',
    'mg/L DDU',
    [0.01, 40],
    ['48066-5', '48058-2', '91556-1'],
  ],
  'd-dimer-arbitrary': [
    'D-dimer (arbitrary units)',
    "[arb'U]/mL",
    'U/mL',
    [0, 1_000_000],
    ['7799-0', '30240-6', '3246-6'],
  ],
  fibrinogen: ['fibrinogen', 'g/L', 'g/L', [0.2, 15], ['3255-7']],
  crp: ['C-reactive protein', 'mg/L', 'mg/L', [0, 600], ['1988-5', '30522-7']],
  wbc: ['white cells', '10*9/L', '10⁹/L', [0, 1000], ['6690-2', '26464-8']],
  neutrophils: ['neutrophils', '10*9/L', '10⁹/L', [0, 200], ['751-8']],
  lymphocytes: ['lymphocytes', '10*9/L', '10⁹/L', [0.02, 200], ['731-0']],
  platelets: ['platelets', '10*9/L', '10⁹/L', [0, 1000], ['777-3', '26515-7']],
  haemoglobin: ['haemoglobin', 'g/L', 'g/L', [25, 210], ['718-7']],
  creatinine: ['creatinine', 'umol/L', 'µmol/L', [0, 14_000], ['2160-0', '14682-9', '38483-4']],
  urea: ['urea', 'mmol/L', 'mmol/L', [1, 80], ['22664-7', '3091-6', '3094-0', '14937-7', '6299-2']],
  ldl: ['LDL cholesterol', 'mmol/L', 'mmol/L', [0.1, 20], ['13457-7', '18262-6', '22748-8']],
  hdl: ['HDL cholesterol', 'mmol/L', 'mmol/L', [0.05, 5], ['2085-9', '14646-4']],
  triglycerides: ['triglycerides', 'mmol/L', 'mmol/L', [0.1, 60], ['2571-8', '14927-8']],
  'total-cholesterol': ['total cholesterol', 'mmol/L', 'mmol/L', [0.5, 30], ['2093-3', '14647-2']],
  hba1c: ['HbA1c', '%', '%', [3, 20], ['4548-4', '59261-8']],
  homocysteine: ['homocysteine', 'umol/L', 'µmol/L', [1, 500], ['13965-9']],
  'uric-acid': ['uric acid', 'umol/L', 'µmol/L', [30, 1500], ['3084-1', '14933-6']],
  inr: ['INR', '{INR}', '', [0.5, 15], ['6301-6']],
  pt: ['prothrombin time', 's', 's', [5, 150], ['5902-2']],
  aptt: ['aPTT', 's', 's', [10, 250], ['3173-2']],
  sodium: ['sodium', 'mmol/L', 'mmol/L', [95, 175], ['2951-2', '2947-0']],
  potassium: ['potassium', 'mmol/L', 'mmol/L', [0.9, 15], ['2823-3', '6298-4']],
};

function define(name: QuantityName, stream: 'vitals' | 'labs'): QuantityDefinition {
  const [label, unit, displayUnit, plausible, loinc] = ROWS[name];
  return { name, stream, label, unit, displayUnit, plausible, loinc };
}

const DEFINITIONS: readonly QuantityDefinition[] = [
  ...VITAL_SIGNS.map((name) => define(name, 'vitals')),
  ...LABORATORY_VALUES.map((name) => define(name, 'labs')),
];

/** Every quantity by name: code, unit and range in one place. */
export const QUANTITIES = Object.fromEntries(
  DEFINITIONS.map((definition) => [definition.name, definition]),
) as Readonly<Record<QuantityName, QuantityDefinition>>;

const BY_LOINC: ReadonlyMap<string, QuantityDefinition> = new Map(
  DEFINITIONS.flatMap((definition) => definition.loinc.map((code) => [code, definition] as const)),
);

/** Definition of the quantity that a LOINC code stands for; null for a code that Endwatch does not use. */
export function quantityOfLoinc(code: string): QuantityDefinition | null {
  return BY_LOINC.get(code) ?? null;
}
