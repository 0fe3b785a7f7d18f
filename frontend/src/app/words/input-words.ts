/** Names of inputs as a ward says them. What is not listed is shown as it came, in sentence case. */
const WORDS: Readonly<Record<string, string>> = {
  'heart-rate': 'Heart rate',
  'systolic-bp': 'Systolic BP',
  'diastolic-bp': 'Diastolic BP',
  'mean-bp': 'Mean BP',
  'respiratory-rate': 'Breathing rate',
  'oxygen-saturation': 'SpO₂',
  temperature: 'Temperature',
  gcs: 'Coma scale',
  glucose: 'Glucose',
  'd-dimer': 'D-dimer',
  'd-dimer-ddu': 'D-dimer (DDU)',
  'd-dimer-arbitrary': 'D-dimer (arbitrary unit)',
  fibrinogen: 'Fibrinogen',
  crp: 'C-reactive protein',
  wbc: 'White cells',
  neutrophils: 'Neutrophils',
  lymphocytes: 'Lymphocytes',
  'neutrophil-lymphocyte-ratio': 'Neutrophils to lymphocytes',
  platelets: 'Platelets',
  haemoglobin: 'Haemoglobin',
  creatinine: 'Creatinine',
  urea: 'Urea',
  ldl: 'LDL cholesterol',
  hdl: 'HDL cholesterol',
  triglycerides: 'Triglycerides',
  'total-cholesterol': 'Total cholesterol',
  hba1c: 'HbA1c',
  homocysteine: 'Homocysteine',
  'uric-acid': 'Uric acid',
  inr: 'INR',
  pt: 'Prothrombin time',
  aptt: 'aPTT',
  sodium: 'Sodium',
  potassium: 'Potassium',
  report: 'imaging report',
  reports: 'imaging report',
  nihss: 'NIHSS',
  'nihss-total': 'NIHSS',
  'nihss-motor': 'NIHSS motor items',
  'nihss-admission-total': 'NIHSS at admission',
  'nihss-admission-motor': 'motor items at admission',
  'report-count': 'imaging report',
  thrombolysis: 'Thrombolysis',
  thrombectomy: 'Thrombectomy',
  diabetes: 'Diabetes',
  hypertension: 'High blood pressure',
  'atrial-fibrillation': 'Atrial fibrillation',
  'prior-stroke': 'Earlier stroke',
  'ischaemic-stroke': 'Ischaemic stroke',
  'mca-occlusion': 'Occlusion of the middle cerebral artery',
};

const UNITS: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '10*9/L': '×10⁹/L',
  'umol/L': 'µmol/L',
  'mg/L{FEU}': 'mg/L FEU',
  'mg/L{DDU}': 'mg/L DDU',
  '{INR}': '',
  '{score}': '',
  '1': '',
  "[arb'U]/mL": 'arb. U/mL',
};

export function inputWord(name: string): string {
  const known = WORDS[name];
  if (known !== undefined) return known;
  const spaced = name.replaceAll(/[-_]/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** UCUM → what is printed on a laboratory sheet. */
export function unitWord(ucum: string): string {
  return UNITS[ucum] ?? ucum;
}

/** One short phrase: "No D-dimer, Glucose +4"; empty where nothing is missing. */
export function missingPhrase(missing: readonly string[], shown = 2): string {
  if (missing.length === 0) return '';
  const named = missing.slice(0, shown).map(inputWord).join(', ');
  const rest = missing.length - shown;
  return rest > 0 ? `No ${named} +${String(rest)}` : `No ${named}`;
}
