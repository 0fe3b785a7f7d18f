import {
  quantityOfLoinc,
  toCanonical,
  type CanonicalResult,
  type MeasurementFact,
  type ObservationFact,
} from '@endwatch/clinical';
import { BLOOD_PRESSURE_CONTEXT, isBloodPressurePanel, tellEmptyPanel } from './blood-pressure.ts';
import { loincCodes } from './coding.ts';
import {
  isWithoutValue,
  quantityOf,
  type Notes,
  type ObservationInHand,
  type SentQuantity,
  type Valued,
} from './observed-value.ts';
import { isHaemolysed } from './specimen.ts';
import { quoted } from './unproven.ts';

/** Share of the white cells, LOINC → the count it gives: percent × white cells / 100, and only with the white cells of the same resource. */
const SHARES = { '770-8': 'neutrophils', '736-9': 'lymphocytes' } as const;
/** The codes that those counts go by. */
const COUNT_CODES = { neutrophils: '751-8', lymphocytes: '731-0' } as const;

/** Vital signs and laboratory values of one Observation: its own value, its components, or both. */
export function readMeasurements(
  inHand: ObservationInHand,
  notes: Notes,
): readonly ObservationFact[] {
  const { observation, codes, components } = inHand;
  const facts: MeasurementFact[] = [];
  const loinc = knownCode(codes, notes);
  if (loinc !== null) pushValue({ valued: observation, loinc, field: '' }, facts, notes);
  for (const [index, component] of components.entries()) {
    readComponent({ valued: component, index, panel: codes }, facts, notes);
  }
  if (components.length > 0) pushShares(inHand, facts);
  if (facts.length === 0) tellEmptyPanel(inHand, notes);
  return believed(inHand, facts, notes);
}

/** The code that names a quantity. Codes of one resource that name different things contradict each other. */
function knownCode(codes: readonly string[], notes: Notes): string | null {
  let known: string | null = null;
  for (const code of codes) {
    const name = quantityOfLoinc(code)?.name;
    if (name === undefined) continue;
    if (known === null) known = code;
    else if (quantityOfLoinc(known)?.name !== name) {
      notes.reject('unknown-code', `codings ${known} and ${code} mean different quantities`);
      return null;
    }
  }
  return known;
}

interface ComponentInHand {
  readonly valued: Valued;
  readonly index: number;
  readonly panel: readonly string[];
}

function readComponent(inHand: ComponentInHand, facts: MeasurementFact[], notes: Notes): void {
  const { valued, index, panel } = inHand;
  const codes = loincCodes(valued.code);
  const loinc = knownCode(codes, notes);
  if (loinc !== null) {
    pushValue({ valued, loinc, field: `component[${String(index)}].` }, facts, notes);
    return;
  }
  const code = codes[0];
  if (code !== undefined && code in SHARES) return;
  if (isBloodPressurePanel(panel) && (code === undefined || !BLOOD_PRESSURE_CONTEXT.has(code))) {
    const what = code === undefined ? 'has no LOINC code' : `${quoted(code)} is not understood`;
    notes.reject('unknown-code', `component[${String(index)}].code ${what}`);
  } else notes.ignore('Observation.component');
}

interface ValueInHand {
  readonly valued: Valued;
  readonly loinc: string;
  /** Path of the value's owner in the resource, with a dot at its end; empty for the Observation itself. */
  readonly field: string;
}

function pushValue(inHand: ValueInHand, facts: MeasurementFact[], notes: Notes): void {
  const { valued, loinc, field } = inHand;
  if (valued.valueQuantity === undefined && isWithoutValue(valued)) {
    const absent = valued.dataAbsentReason !== undefined || valued.component !== undefined;
    if (!absent && valued.status !== 'registered') {
      notes.reject('value-not-numeric', `${field}valueQuantity of ${loinc} is missing`);
    }
    return;
  }
  const quantity = quantityOf(valued);
  if (typeof quantity === 'string') {
    notes.reject('value-not-numeric', `${field}${quantity} of ${loinc} is not a number`);
    return;
  }
  const { value, comparator } = quantity;
  const result = canonicalOf(loinc, quantity);
  if (!result.ok) {
    notes.reject(result.code, `${field}valueQuantity ${result.detail}`);
    return;
  }
  if (comparator === undefined) {
    notes.reject(
      'value-not-numeric',
      `${field}valueQuantity.comparator of ${loinc} ${value} is not understood`,
    );
    return;
  }
  facts.push({
    kind: 'measurement',
    quantity: result.quantity,
    value: result.value,
    comparator,
    loinc,
  });
}

/**
 * `code` is what a machine meant and `unit` what a human reads. Where both are understood they must agree; where only one is, it counts
 * ("breaths per minute" beside `/min`; `ug/mL FEU` beside a bare `ug/mL`).
 */
function canonicalOf(loinc: string, { value, code, unit }: SentQuantity): CanonicalResult {
  const byCode = toCanonical({ loinc, value, unit: code ?? unit });
  if (code === null || unit === null || code === unit) return byCode;
  const byUnit = toCanonical({ loinc, value, unit });
  if (isUnitProblem(byUnit)) return contradictsCode(loinc, byUnit) ? byUnit : byCode;
  if (isUnitProblem(byCode)) return byUnit;
  if (agree(byCode, byUnit)) return byCode;
  const detail = `${loinc}: code ${quoted(code)} and unit ${quoted(unit)} mean different values`;
  return { ok: false, code: 'unit-ambiguous', detail };
}

/** A unit text that says DDU under an FEU code, and the other way round. Where the code says neither, a text may leave it open too. */
function contradictsCode(loinc: string, byUnit: CanonicalResult): boolean {
  if (byUnit.ok || byUnit.code !== 'unit-ambiguous') return false;
  return quantityOfLoinc(loinc)?.name !== 'd-dimer-arbitrary';
}

function isUnitProblem(result: CanonicalResult): boolean {
  return !result.ok && result.code !== 'value-implausible' && result.code !== 'value-not-numeric';
}

/** Also when neither is believed, for the same reason. */
function agree(a: CanonicalResult, b: CanonicalResult): boolean {
  if (!a.ok || !b.ok) return a.ok === b.ok;
  return a.quantity === b.quantity && Math.abs(a.value - b.value) <= 1e-6 * Math.abs(a.value);
}

function pushShares({ components }: ObservationInHand, facts: MeasurementFact[]): void {
  const white = facts.find((fact) => fact.quantity === 'wbc' && fact.comparator === null);
  if (white === undefined) return;
  for (const component of components) {
    const code = loincCodes(component.code).find((one) => one in SHARES) as
      keyof typeof SHARES | undefined;
    const sent = quantityOf(component);
    if (code === undefined || typeof sent === 'string' || sent.comparator !== null) continue;
    const counted = facts.some((fact) => fact.quantity === SHARES[code]);
    if (counted || (sent.code ?? sent.unit) !== '%' || !(sent.value >= 0 && sent.value <= 100))
      continue;
    const value = (sent.value / 100) * white.value;
    const result = toCanonical({ loinc: COUNT_CODES[SHARES[code]], value, unit: '10*9/L' });
    if (result.ok) {
      facts.push({
        kind: 'measurement',
        quantity: result.quantity,
        value,
        comparator: null,
        loinc: code,
      });
    }
  }
}

/** What stays after looking at the values together and at the specimen. */
function believed(
  { entry, observation }: ObservationInHand,
  facts: readonly MeasurementFact[],
  notes: Notes,
): readonly MeasurementFact[] {
  let kept = facts;
  const systolic = facts.find((fact) => fact.quantity === 'systolic-bp');
  const diastolic = facts.find((fact) => fact.quantity === 'diastolic-bp');
  if (systolic !== undefined && diastolic !== undefined && diastolic.value >= systolic.value) {
    const detail = `component: diastolic ${String(diastolic.value)} is not below systolic ${String(systolic.value)} mm[Hg]`;
    notes.reject('value-implausible', detail);
    kept = kept.filter((fact) => fact !== systolic && fact !== diastolic);
  }
  // Cells that burst spill potassium: the number is the tube's, not the patient's.
  const potassium = kept.find((fact) => fact.quantity === 'potassium');
  if (potassium !== undefined && isHaemolysed(entry, observation)) {
    notes.reject(
      'value-implausible',
      `potassium ${String(potassium.value)} mmol/L: the specimen is haemolysed`,
    );
    kept = kept.filter((fact) => fact.quantity !== 'potassium');
  }
  return kept;
}
