import { lookup, type KnownCondition, type KnownTreatment } from '@endwatch/clinical';
import { codingsOf, SNOMED, systemOf, wordsOf } from './coding.ts';

/** ICD-10 of the WHO and its clinical modifications (US, Germany, Canada …), which share the stems used here. */
const ICD_10 = /icd-10|icd10|2\.16\.840\.1\.113883\.6\.(3|90)$/i;
const ATC = 'http://www.whocc.no/atc';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

type Pattern = readonly [RegExp, KnownCondition];

/** Codes without dot. */
const ICD_CONDITIONS: readonly Pattern[] = [
  [/^E(0[89]|1[0-4])/, 'diabetes'],
  [/^I1[0-356]/, 'hypertension'],
  // I48.3, I48.4 and I48.92 are flutter
  [/^I48(?!3|4|92)/, 'atrial-fibrillation'],
  [/^(Z8673|I69)/, 'prior-stroke'],
  // ICD-10-CM names the artery: thrombosis, embolism, other occlusion of the middle cerebral artery
  [/^I63[345]1/, 'mca-occlusion'],
  [/^I63/, 'ischaemic-stroke'],
];

const SNOMED_CONDITIONS: Readonly<Record<string, KnownCondition>> = lookup({
  '73211009': 'diabetes',
  '44054006': 'diabetes',
  '46635009': 'diabetes',
  '38341003': 'hypertension',
  '59621000': 'hypertension',
  '49436004': 'atrial-fibrillation',
  '282825002': 'atrial-fibrillation',
  '440059007': 'atrial-fibrillation',
  '440028005': 'atrial-fibrillation',
  '426749004': 'atrial-fibrillation',
  '275526006': 'prior-stroke',
  '422504002': 'ischaemic-stroke',
  '432504007': 'ischaemic-stroke',
});

/** Strokes whose kind is not said, and bleedings: no ischaemic stroke now, but an earlier stroke once over. */
const ANY_STROKE_SNOMED: ReadonlySet<string> = new Set(['230690007', '274100004', '230706003']);
const ANY_STROKE_ICD = /^I6[14]/;

const MCA_STRUCTURE = '17232002';
const MCA_WORDS = /middle cerebral artery|\bmca\b/;

/** What a Condition.code may mean before its course is looked at. */
export type CodedCondition = KnownCondition | 'stroke';

/** The condition that a concept names; null for one that Endwatch does not use. */
export function conditionOf(
  concept: unknown,
  bodySites: readonly unknown[],
): CodedCondition | null {
  const condition = codedCondition(concept);
  if (condition !== 'ischaemic-stroke') return condition;
  const site = bodySites.some(
    (one) =>
      codingsOf(one).some(({ code }) => code === MCA_STRUCTURE) || MCA_WORDS.test(wordsOf(one)),
  );
  return site || MCA_WORDS.test(wordsOf(concept)) ? 'mca-occlusion' : condition;
}

function codedCondition(concept: unknown): CodedCondition | null {
  let found: CodedCondition | null = null;
  for (const coding of codingsOf(concept)) {
    const system = systemOf(coding);
    if (system === null || typeof coding.code !== 'string') continue;
    const here = ICD_10.test(system)
      ? icdCondition(coding.code)
      : system === SNOMED
        ? snomedCondition(coding.code)
        : null;
    // the coding that says the artery says most
    if (here === 'mca-occlusion') return here;
    found ??= here;
  }
  return found;
}

function icdCondition(written: string): CodedCondition | null {
  const code = written.toUpperCase().replaceAll('.', '');
  if (ANY_STROKE_ICD.test(code)) return 'stroke';
  return ICD_CONDITIONS.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

function snomedCondition(code: string): CodedCondition | null {
  if (ANY_STROKE_SNOMED.has(code)) return 'stroke';
  return SNOMED_CONDITIONS[code] ?? null;
}

/** Alteplase, tenecteplase, reteplase: SNOMED CT substances, RxNorm ingredients. */
const LYTIC_SNOMED: ReadonlySet<string> = new Set(['387152000', '387066007']);
const LYTIC_RXNORM: ReadonlySet<string> = new Set(['8410', '259280', '76895']);
/** Enzymes of ATC group B01AD: alteplase, reteplase, tenecteplase. */
const LYTIC_ATC = /^B01AD(02|07|11)$/;
const LYTIC_WORDS =
  /\b(alteplase|tenecteplase|reteplase|actilyse|activase|metalyse|tnkase|retavase|rt-?pa)\b/;
/** Alteplase in a blocked catheter is no treatment of a stroke. */
const CATHETER_WORDS = /\b(cathflo|catheter|hemodialysis line)\b/;

export function isLytic(medication: unknown): boolean {
  const words = wordsOf(medication);
  if (CATHETER_WORDS.test(words)) return false;
  const coded = codingsOf(medication).some((coding) => {
    const code = typeof coding.code === 'string' ? coding.code : '';
    const system = systemOf(coding);
    if (system === SNOMED) return LYTIC_SNOMED.has(code);
    if (system === RXNORM) return LYTIC_RXNORM.has(code);
    return system === ATC && LYTIC_ATC.test(code);
  });
  return coded || LYTIC_WORDS.test(words);
}

/** By code system: each code means something else elsewhere. */
const PROCEDURES: readonly (readonly [RegExp, Readonly<Record<string, KnownTreatment>>])[] = [
  [
    /^http:\/\/snomed\.info\/sct$/,
    lookup({ '397046001': 'thrombectomy', '472191000119101': 'thrombolysis' }),
  ],
  // extirpation from intracranial artery; other thrombolytic into a vein or an artery
  [
    /icd-?10-?pcs|medicare\/coding\/icd10|2\.16\.840\.1\.113883\.6\.4$/i,
    lookup({
      '03CG3ZZ': 'thrombectomy',
      '03CG3Z7': 'thrombectomy',
      '3E03317': 'thrombolysis',
      '3E06317': 'thrombolysis',
    }),
  ],
  [/\bops\b/i, lookup({ '8-020.8': 'thrombolysis' })],
  [
    /\bcpt\b|2\.16\.840\.1\.113883\.6\.12$/i,
    lookup({ '61645': 'thrombectomy', '37195': 'thrombolysis' }),
  ],
];
/** "Thrombectomy of artery", as stroke registries use it, is any artery's: not where the words say which other. */
const ANY_ARTERY = '397046001';
const ELSEWHERE_WORDS =
  /\b(leg|arm|limb|femor\w*|popliteal|iliac|brachial|radial|pulmonary|coronary|mesenteric|renal|hepatic|aort\w*|extremity)\b/;
/** Clots are also taken out of legs, lungs, hearts and livers; only words that name the head count. */
const HEAD_WORDS = /cerebr|intracrani|carotid|basilar|stroke|\bmca\b|neuro/;

/** What a procedure did about the clot; null for any other procedure, and for clots elsewhere. */
export function treatmentOf(procedure: unknown): KnownTreatment | null {
  const words = wordsOf(procedure);
  for (const coding of codingsOf(procedure)) {
    const code = typeof coding.code === 'string' ? coding.code : '';
    const system = systemOf(coding) ?? '';
    const known = PROCEDURES.find(([pattern]) => pattern.test(system))?.[1][code];
    if (code === ANY_ARTERY && ELSEWHERE_WORDS.test(words)) return null;
    if (known !== undefined) return known;
  }
  if (!HEAD_WORDS.test(words)) return null;
  if (/thrombectomy|embolectomy/.test(words)) return 'thrombectomy';
  return /thrombolysis|thrombolytic/.test(words) ? 'thrombolysis' : null;
}
