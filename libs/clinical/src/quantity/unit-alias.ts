/**
 * What senders write where UCUM is meant: printed forms, upper-case-only systems, "x10*9/L" of laboratory systems, MDC_DIM_* of monitors.
 * Looked up exactly first, then without blanks and in lower case; only forms that can mean one thing are here.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  '/min': [
    'bpm',
    '{beats}/min',
    '{beats}/m',
    'beats/min',
    'beats/minute',
    'beats per minute',
    'beat/min',
    '/minute',
    '1/min',
    'min-1',
    'per minute',
    '{breaths}/min',
    'breaths/min',
    'breaths/minute',
    'breaths per minute',
    'br/min',
    'brpm',
    'resp/min',
    '{resp}/min',
    'MDC_DIM_BEAT_PER_MIN',
    'MDC_DIM_RESP_PER_MIN',
    'MDC_DIM_PER_MIN',
    'MDC_DIM_PULS_PER_MIN',
  ],
  'mm[Hg]': ['mmHg', 'mm Hg', 'mm(hg)', 'MDC_DIM_MMHG', 'millimeter of mercury', 'torr'],
  kPa: ['kpa', 'kilopascal', 'MDC_DIM_KILO_PASCAL'],
  '%': ['percent', 'pct', '%O2', '% O2', '{%}', '% saturation', 'MDC_DIM_PERCENT'],
  '1': ['{ratio}', 'ratio', 'fraction', '{fraction}', 'dimensionless', 'MDC_DIM_DIMLESS'],
  Cel: [
    '°C',
    'ºC',
    'degC',
    'deg C',
    'C',
    'celsius',
    'degrees c',
    'degrees celsius',
    'MDC_DIM_DEGC',
  ],
  '[degF]': [
    '°F',
    'ºF',
    'degF',
    'deg F',
    'F',
    'fahrenheit',
    'degrees f',
    'degrees fahrenheit',
    'MDC_DIM_FAHR',
  ],
  '{score}': ['score', 'points', 'point', '{points}', '{#}', '[score]', '{GCS}', '{Score}', 'pts'],
  '{INR}': ['INR', '[INR]', 'INR ratio', '{ratio}INR', '{INR}ratio'],
  s: ['sec', 'secs', 'second', 'seconds', 'MDC_DIM_SEC'],
  '10*9/L': [
    '10^9/L',
    'x10^9/L',
    'x10*9/L',
    '10E9/L',
    'x10E9/L',
    '10e+9/L',
    '10**9/L',
    '×10⁹/L',
    '10⁹/L',
    'x10⁹/L',
    '10 9/L',
    'x10(9)/L',
    'giga/L',
    'Gpt/L',
    // UCUM's own words for the same: what German laboratories send
    '/nL',
    '10*6/mL',
    '10^6/mL',
  ],
  '10*3/uL': [
    '10^3/uL',
    'x10^3/uL',
    'x10*3/uL',
    '10E3/uL',
    'x10E3/uL',
    'x10(3)/uL',
    'K/uL',
    'K/mcL',
    'thou/uL',
    'thousand/uL',
    'k/cumm',
    'k/mm3',
    '10^3/mm3',
    '10*3/mm3',
    '10³/uL',
    'x10³/uL',
    'Thousands/uL',
    'thou/mcL',
  ],
  '/uL': [
    'cells/uL',
    '{cells}/uL',
    'cells/mcL',
    '/mm3',
    '/cumm',
    'cells/mm3',
    '/mcL',
    'count/uL',
    '#/uL',
    '1/uL',
  ],
  '10*6/L': ['10^6/L', 'x10^6/L', 'x10*6/L', '10E6/L', '10⁶/L'],
  'mmol/L': [
    'mmoll',
    'millimol/L',
    'millimole/l',
    'MDC_DIM_MILLI_MOLE_PER_L',
    'MDC_DIM_X_MOLE_PER_L_MILLI',
  ],
  'umol/L': ['umoll', 'mcmol/L', 'micromol/L', 'micromole/l', 'MDC_DIM_MICRO_MOLE_PER_L'],
  'mmol/mol': ['mmol/mol Hb', 'mmol/mol{Hb}', 'mmol/mol{creat}Hb', 'mmolmol'],
  'meq/L': ['mEq/L', 'meql', 'MEQ/L', 'MDC_DIM_MILLI_EQUIV_PER_L'],
  'mg/dL': ['mgdl', 'mg%', 'mg/100mL', 'mg/100 mL', 'MDC_DIM_MILLI_G_PER_DL'],
  'g/dL': ['gdl', 'gm/dL', 'g%', 'g/100mL', 'gms/dL', 'MDC_DIM_G_PER_DL', 'MDC_DIM_X_G_PER_DL'],
  'g/L': ['gl', 'gm/L', 'MDC_DIM_G_PER_L'],
  'mg/L': ['mgl', 'ug/mL', 'mcg/mL', 'ugml', 'MDC_DIM_MICRO_G_PER_ML', 'MDC_DIM_MILLI_G_PER_L'],
  'ug/L': ['ugl', 'mcg/L', 'ng/mL', 'ngml', 'MDC_DIM_NANO_G_PER_ML', 'MDC_DIM_MICRO_G_PER_L'],
  'ug/dL': ['mcg/dL', 'ugdl'],
  "[arb'U]/mL": ['U/mL', 'arb U/mL', 'AU/mL', '{arb}U/mL'],
};

/** Folds what never changes the meaning: blanks, the two micro signs, letter case. */
function fold(unit: string): string {
  return unit.replace(/[µμ]/g, 'u').replace(/\s+/g, '').toLowerCase();
}

/** Every form letter by letter: what nearly all messages carry. */
const WRITTEN: ReadonlyMap<string, ResolvedUnit> = new Map(
  Object.entries(GROUPS).flatMap(([ucum, written]) =>
    [ucum, ...written].map((form) => [form, { ucum, dimer: null }] as const),
  ),
);

const FOLDED: ReadonlyMap<string, string> = new Map(
  Object.entries(GROUPS).flatMap(([ucum, written]) =>
    [ucum, ...written].map((form) => [fold(form), ucum] as const),
  ),
);

/** D-dimer is counted in fibrinogen-equivalent or in D-dimer units: a factor of about two apart. */
export type DimerKind = 'FEU' | 'DDU';

export interface ResolvedUnit {
  /** UCUM, without annotation. */
  readonly ucum: string;
  /** What the annotation says of a D-dimer unit, e.g. `ng/mL{FEU}`, `ug/mL DDU`. */
  readonly dimer: DimerKind | null;
}

/** By UCUM's rules it changes nothing of what a unit means. */
const ANNOTATION = /\{[^{}]*\}/g;

const DIMER = /\{?[([]?\s*(FEU|DDU|D-DU)\s*[\])]?\}?/i;

/** A unit string as sent → UCUM; null for a string that is not known to mean exactly one unit. */
export function resolveUnit(written: string): ResolvedUnit | null {
  const known = WRITTEN.get(written);
  if (known !== undefined) return known;
  const trimmed = written.trim();
  // "G/L" of French, Swiss and Austrian laboratories is giga per litre, "g/L" is grams: letter case is all that tells them apart, and a
  // quantity takes only one of the two, so upper-case-only senders of haemoglobin are refused, never misread.
  if (trimmed === 'G/L' || trimmed === 'G/l') return { ucum: '10*9/L', dimer: null };
  const match = DIMER.exec(trimmed);
  if (match === null) {
    const folded = fold(trimmed);
    const ucum = FOLDED.get(folded) ?? FOLDED.get(folded.replace(ANNOTATION, ''));
    return ucum === undefined ? null : { ucum, dimer: null };
  }
  const ucum = FOLDED.get(fold(trimmed.replace(DIMER, '')));
  if (ucum === undefined) return null;
  return { ucum, dimer: match[1]?.toUpperCase() === 'FEU' ? 'FEU' : 'DDU' };
}
