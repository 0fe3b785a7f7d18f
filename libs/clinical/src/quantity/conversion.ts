import type { LaboratoryValue, QuantityName, VitalSign } from './quantity-name.ts';
import { QUANTITIES, quantityOfLoinc, type QuantityDefinition } from './quantity.ts';
import { resolveUnit, type DimerKind } from './unit-alias.ts';

/** Why a value cannot be had in canonical units: a subset of the rejection codes of the outside interface. */
export type QuantityProblem =
  | 'unknown-code'
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-ambiguous'
  | 'value-not-numeric'
  | 'value-implausible';

export interface CodedValue {
  readonly loinc: string;
  readonly value: number;
  /** As the sender wrote it; null where there was none. */
  readonly unit: string | null;
}

export type CanonicalResult =
  | { readonly ok: true; readonly quantity: QuantityName; readonly value: number }
  | { readonly ok: false; readonly code: QuantityProblem; readonly detail: string };

/** canonical = sent × factor + offset. */
type Linear = readonly [factor: number, offset: number];
type Table = Readonly<Record<string, Linear>>;

const same: Linear = [1, 0];
const times = (factor: number): Linear => [factor, 0];

const perMinute: Table = { '/min': same };
const pressure: Table = { 'mm[Hg]': same, kPa: times(7.50062) };
const cells: Table = {
  '10*9/L': same,
  '10*3/uL': same,
  '/uL': times(0.001),
  '10*6/L': times(0.001),
};
const cholesterol: Table = { 'mmol/L': same, 'mg/dL': times(1 / 38.67) };
const electrolyte: Table = { 'mmol/L': same, 'meq/L': same };
const seconds: Table = { s: same };
const dimer: Table = { 'mg/L': same, 'ug/L': times(0.001) };

/** Mass ↔ molar constants: sources beside the laboratory table of the clinical reference (cholesterol 38.67, triglycerides 88.57, glucose 18.016 …). */
const VITALS: Readonly<Record<VitalSign, Table>> = {
  'heart-rate': perMinute,
  'systolic-bp': pressure,
  'diastolic-bp': pressure,
  'mean-bp': pressure,
  'respiratory-rate': perMinute,
  'oxygen-saturation': { '%': same, '1': times(100) },
  temperature: { Cel: same, '[degF]': [1 / 1.8, -32 / 1.8] },
  gcs: { '{score}': same, '1': same },
};

const LABORATORY: Readonly<Record<LaboratoryValue, Table>> = {
  glucose: { 'mmol/L': same, 'mg/dL': times(1 / 18.016), 'g/L': times(100 / 18.016) },
  'd-dimer': dimer,
  'd-dimer-ddu': dimer,
  'd-dimer-arbitrary': { "[arb'U]/mL": same },
  fibrinogen: { 'g/L': same, 'mg/dL': times(0.01), 'g/dL': times(10) },
  crp: { 'mg/L': same, 'mg/dL': times(10) },
  wbc: cells,
  neutrophils: cells,
  lymphocytes: cells,
  platelets: cells,
  haemoglobin: { 'g/L': same, 'g/dL': times(10), 'mmol/L': times(16.114) },
  creatinine: { 'umol/L': same, 'mg/dL': times(88.42) },
  urea: { 'mmol/L': same, 'mg/dL': times(1 / 6.006), 'g/L': times(100 / 6.006) },
  ldl: cholesterol,
  hdl: cholesterol,
  triglycerides: { 'mmol/L': same, 'mg/dL': times(1 / 88.57) },
  'total-cholesterol': cholesterol,
  hba1c: { '%': same, 'mmol/mol': [0.0915, 2.15] },
  homocysteine: { 'umol/L': same, 'mg/L': times(7.4) },
  'uric-acid': { 'umol/L': same, 'mg/dL': times(59.48) },
  inr: { '{INR}': same, '1': same },
  pt: seconds,
  aptt: seconds,
  sodium: electrolyte,
  potassium: electrolyte,
};

const CONVERSIONS: Readonly<Record<QuantityName, Table>> = { ...VITALS, ...LABORATORY };

/** Urea nitrogen is 28/60 of the mass of urea: the same mg/dL is 2.14 times as much urea under these codes. */
const UREA_NITROGEN: ReadonlySet<string> = new Set(['3094-0', '14937-7', '6299-2']);
const ureaNitrogen: Table = { 'mmol/L': same, 'mg/dL': times(0.3571) };

/** D-dimer codes that name no unit kind: only the unit can say FEU, DDU or arbitrary. */
const DIMER_UNSAID = QUANTITIES['d-dimer-arbitrary'];
const DIMER_OF_KIND: Readonly<Record<DimerKind, QuantityDefinition>> = {
  FEU: QUANTITIES['d-dimer'],
  DDU: QUANTITIES['d-dimer-ddu'],
};

/** An INR from here on that comes without unit may as well be a prothrombin time in seconds. */
const INR_OR_SECONDS = 8;

type Resolution =
  | { readonly definition: QuantityDefinition; readonly linear: Linear }
  | { readonly code: QuantityProblem; readonly detail: string };

function fail(code: QuantityProblem, detail: string): { code: QuantityProblem; detail: string } {
  return { code, detail };
}

function tableOf(definition: QuantityDefinition, loinc: string): Table {
  if (definition.name === 'urea' && UREA_NITROGEN.has(loinc)) return ureaNitrogen;
  return CONVERSIONS[definition.name];
}

/** A unit is in a sender's words: what every object inherits is none. */
function linearOf(table: Table, ucum: string): Linear | undefined {
  return Object.hasOwn(table, ucum) ? table[ucum] : undefined;
}

function resolveDimer(
  definition: QuantityDefinition,
  loinc: string,
  unit: { readonly ucum: string; readonly dimer: DimerKind | null; readonly written: string },
): Resolution {
  const mass = linearOf(dimer, unit.ucum);
  if (mass === undefined) {
    const linear = linearOf(CONVERSIONS[definition.name], unit.ucum);
    if (linear !== undefined) return { definition, linear };
    return fail('unit-unknown', `${loinc}: unit "${unit.written}" is none of ${definition.label}`);
  }
  const unsaid = definition === DIMER_UNSAID;
  if (unsaid && unit.dimer === null) {
    return fail('unit-ambiguous', `${loinc}: "${unit.written}" does not say FEU or DDU`);
  }
  const said = unit.dimer === null ? definition : DIMER_OF_KIND[unit.dimer];
  if (!unsaid && said !== definition) {
    return fail('unit-ambiguous', `${loinc} is ${definition.label}, unit says "${unit.written}"`);
  }
  return { definition: said, linear: mass };
}

function resolveMissingUnit(definition: QuantityDefinition, sent: CodedValue): Resolution {
  if (definition.name === 'gcs') return { definition, linear: same };
  if (definition.name === 'inr') {
    if (sent.value < INR_OR_SECONDS) return { definition, linear: same };
    return fail('unit-ambiguous', `${sent.loinc}: ${sent.value} without unit: INR or seconds?`);
  }
  return fail('unit-missing', `${sent.loinc} (${definition.label}): ${sent.value} has no unit`);
}

function resolve(sent: CodedValue): Resolution {
  const { loinc } = sent;
  const definition = quantityOfLoinc(loinc);
  if (definition === null) return fail('unknown-code', `LOINC ${loinc} is no quantity in use`);
  const written = sent.unit;
  if (written === null || written === '') return resolveMissingUnit(definition, sent);
  const unit = resolveUnit(written);
  if (unit !== null) {
    if (definition.name.startsWith('d-dimer')) {
      return resolveDimer(definition, loinc, { ...unit, written });
    }
    const linear =
      unit.dimer === null ? linearOf(tableOf(definition, loinc), unit.ucum) : undefined;
    if (linear !== undefined) return { definition, linear };
  }
  return fail('unit-unknown', `${loinc}: unit "${written}" is none of ${definition.label}`);
}

/**
 * A coded value in the unit it was sent in → the quantity it is, in canonical unit. Nothing is guessed: a unit that is missing, unknown, or
 * that contradicts its code is a problem, and so is a value outside the plausible range of its quantity.
 */
export function toCanonical(sent: CodedValue): CanonicalResult {
  const resolution = resolve(sent);
  if ('code' in resolution) return { ok: false, ...resolution };
  const { definition, linear } = resolution;
  const value = sent.value * linear[0] + linear[1];
  if (!Number.isFinite(value)) {
    return { ok: false, ...fail('value-not-numeric', `${sent.loinc}: value is not a number`) };
  }
  const [low, high] = definition.plausible;
  if (value < low || value > high) {
    const range = `${low}–${high} ${definition.unit}`;
    const detail = `${sent.loinc} (${definition.label}): ${sent.value} ${sent.unit ?? ''} is outside ${range}`;
    return { ok: false, ...fail('value-implausible', detail) };
  }
  return { ok: true, quantity: definition.name, value };
}

/**
 * The way back: `value` in canonical unit → the value a sender would write under `loinc` in `unit`. Same problems, but no plausibility check.
 */
export function fromCanonical(canonical: CodedValue): CanonicalResult {
  const resolution = resolve(canonical);
  if ('code' in resolution) return { ok: false, ...resolution };
  const { definition, linear } = resolution;
  return { ok: true, quantity: definition.name, value: (canonical.value - linear[1]) / linear[0] };
}

/** Every unit (UCUM, without annotation) that a value may come in under a LOINC code, the canonical one among them. */
export function unitsOf(loinc: string): readonly string[] {
  const definition = quantityOfLoinc(loinc);
  return definition === null ? [] : Object.keys(tableOf(definition, loinc));
}
