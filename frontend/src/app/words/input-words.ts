import { spokenLanguage } from '../core/language.ts';
import { NBSP } from './figures.ts';
import { inSentence } from './locale.ts';

/** Names of inputs as a ward says them. What is not listed is shown as it came, in sentence case. */
const WORDS: Readonly<Record<string, string>> = {
  'heart-rate': $localize`:@@input.heart-rate:Heart rate`,
  'systolic-bp': $localize`:@@input.systolic-bp:Systolic BP`,
  'diastolic-bp': $localize`:@@input.diastolic-bp:Diastolic BP`,
  'mean-bp': $localize`:@@input.mean-bp:Mean BP`,
  'respiratory-rate': $localize`:@@input.respiratory-rate:Breathing rate`,
  'oxygen-saturation': $localize`:@@input.oxygen-saturation:SpO₂`,
  temperature: $localize`:@@input.temperature:Temperature`,
  gcs: $localize`:@@input.gcs:Coma scale`,
  glucose: $localize`:@@input.glucose:Glucose`,
  'd-dimer': $localize`:@@input.d-dimer:D-dimer`,
  'd-dimer-ddu': $localize`:@@input.d-dimer-ddu:D-dimer (DDU)`,
  'd-dimer-arbitrary': $localize`:@@input.d-dimer-arbitrary:D-dimer (arbitrary unit)`,
  fibrinogen: $localize`:@@input.fibrinogen:Fibrinogen`,
  crp: $localize`:@@input.crp:C-reactive protein`,
  wbc: $localize`:@@input.wbc:White cells`,
  neutrophils: $localize`:@@input.neutrophils:Neutrophils`,
  lymphocytes: $localize`:@@input.lymphocytes:Lymphocytes`,
  'neutrophil-lymphocyte-ratio': $localize`:@@input.neutrophil-lymphocyte-ratio:Neutrophils to lymphocytes`,
  platelets: $localize`:@@input.platelets:Platelets`,
  haemoglobin: $localize`:@@input.haemoglobin:Haemoglobin`,
  creatinine: $localize`:@@input.creatinine:Creatinine`,
  urea: $localize`:@@input.urea:Urea`,
  ldl: $localize`:@@input.ldl:LDL cholesterol`,
  hdl: $localize`:@@input.hdl:HDL cholesterol`,
  triglycerides: $localize`:@@input.triglycerides:Triglycerides`,
  'total-cholesterol': $localize`:@@input.total-cholesterol:Total cholesterol`,
  hba1c: $localize`:@@input.hba1c:HbA1c`,
  homocysteine: $localize`:@@input.homocysteine:Homocysteine`,
  'uric-acid': $localize`:@@input.uric-acid:Uric acid`,
  inr: $localize`:@@input.inr:INR`,
  pt: $localize`:@@input.pt:Prothrombin time`,
  aptt: $localize`:@@input.aptt:aPTT`,
  sodium: $localize`:@@input.sodium:Sodium`,
  potassium: $localize`:@@input.potassium:Potassium`,
  age: $localize`:@@input.age:Age`,
  'sex-male': $localize`:@@input.sex-male:Male sex`,
  report: $localize`:@@input.report:imaging report`,
  reports: $localize`:@@input.report:imaging report`,
  nihss: $localize`:@@input.nihss:NIHSS`,
  'nihss-total': $localize`:@@input.nihss:NIHSS`,
  'nihss-motor': $localize`:@@input.nihss-motor:NIHSS motor items`,
  'nihss-admission-total': $localize`:@@input.nihss-admission-total:NIHSS at admission`,
  'nihss-admission-motor': $localize`:@@input.nihss-admission-motor:motor items at admission`,
  'nihss-change-total': $localize`:@@input.nihss-change:NIHSS, change since admission`,
  'nihss-change-motor': $localize`:@@input.nihss-motor-change:NIHSS motor items, change since admission`,
  'nihss-highest-rise-total': $localize`:@@input.nihss-rise:NIHSS, highest rise`,
  'nihss-highest-rise-motor': $localize`:@@input.nihss-motor-rise:NIHSS motor items, highest rise`,
  'nihss-hours-since': $localize`:@@input.nihss-hours:Hours since the last examination`,
  'hours-since-admission': $localize`:@@input.hours:Hours since admission`,
  'report-count': $localize`:@@input.report:imaging report`,
  thrombolysis: $localize`:@@input.thrombolysis:Thrombolysis`,
  thrombectomy: $localize`:@@input.thrombectomy:Thrombectomy`,
  diabetes: $localize`:@@input.diabetes:Diabetes`,
  hypertension: $localize`:@@input.hypertension:High blood pressure`,
  'atrial-fibrillation': $localize`:@@input.atrial-fibrillation:Atrial fibrillation`,
  'prior-stroke': $localize`:@@input.prior-stroke:Earlier stroke`,
  'ischaemic-stroke': $localize`:@@input.ischaemic-stroke:Ischaemic stroke`,
  'mca-occlusion': $localize`:@@input.mca-occlusion:Occlusion of the middle cerebral artery`,
};

/** What a model reads of a day's values beside the newest. */
const SUMMARIES: Readonly<Record<string, (name: string) => string>> = {
  mean: (name) => $localize`:@@input.day-mean:${name}:name:, mean of 24 h`,
  lowest: (name) => $localize`:@@input.day-lowest:${name}:name:, lowest of 24 h`,
  highest: (name) => $localize`:@@input.day-highest:${name}:name:, highest of 24 h`,
  slope: (name) => $localize`:@@input.day-slope:${name}:name:, change per hour over 24 h`,
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
  '{ratio}': '',
  '1': '',
  "[arb'U]/mL": $localize`:@@input.arbitrary-unit:arb. U/mL`,
};

/** What an imaging report is called that has no title. */
export const IMAGING_REPORT = $localize`:@@input.imaging-report:Imaging report`;

/** Of FHIR's observations and reports. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  registered: $localize`:@@input.status.registered:registered`,
  preliminary: $localize`:@@input.status.preliminary:preliminary`,
  partial: $localize`:@@input.status.partial:partial`,
  final: $localize`:@@input.status.final:final`,
  amended: $localize`:@@input.status.amended:amended`,
  corrected: $localize`:@@input.status.corrected:corrected`,
  appended: $localize`:@@input.status.appended:appended`,
  cancelled: $localize`:@@input.status.cancelled:cancelled`,
  'entered-in-error': $localize`:@@input.status.entered-in-error:entered in error`,
  unknown: $localize`:@@input.status.unknown:unknown`,
};

export function statusWord(status: string): string {
  return STATUS_WORDS[status] ?? status;
}

export function inputWord(name: string): string {
  const known = WORDS[name];
  if (known !== undefined) return known;
  const [, of = '', how = ''] = /^(.+)-(mean|lowest|highest|slope)-24h$/.exec(name) ?? [];
  const summary = SUMMARIES[how];
  if (summary !== undefined) return summary(inputWord(of)).replace('24 h', `24${NBSP}h`);
  const spaced = name.replaceAll(/[-_]/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A finding of an explanation: in English as the server labels it, else as it is known here. */
export function findingName({
  name,
  label,
}: {
  readonly name: string;
  readonly label: string;
}): string {
  const known = spokenLanguage() === 'en' ? undefined : WORDS[name];
  return known ?? label.charAt(0).toUpperCase() + label.slice(1);
}

/** UCUM → what is printed on a laboratory sheet. */
export function unitWord(ucum: string): string {
  return UNITS[ucum] ?? ucum;
}

/** In two parts: how many more there are is shown whole where the names are cut. */
export interface MissingWords {
  readonly named: string;
  readonly more: string;
}

/** Under a head that says what they are: "D-dimer" and "+5". */
export function missingNames(missing: readonly string[], shown = 1): MissingWords {
  const rest = missing.length - shown;
  const named = missing.slice(0, shown).map(inputWord).join(', ');
  return { named, more: rest > 0 ? `+${String(rest)}` : '' };
}

/** One short phrase: "No D-dimer, glucose" and "+4"; empty where nothing is missing. */
export function missingPhrase(missing: readonly string[], shown = 2): MissingWords {
  const named = missing.slice(0, shown).map(inputWord).map(inSentence).join(', ');
  const { more } = missingNames(missing, shown);
  return { named: named && $localize`:@@input.missing:No ${named}:names:`, more };
}
