import type { ClinicalRecord, ObservationFact, ObservationRecord } from '@endwatch/clinical';
import type { Bundle, FhirResource, Observation, ObservationComponent } from 'fhir/r4.js';
import type { Decoded, Origin } from '../../pipeline/ports.ts';
import { FhirDecoder, type FhirDecoderOptions } from '../fhir-decoder.ts';

/** When every test message is read. */
export const NOW: number = Date.parse('2026-03-10T12:00:00Z');
/** Half an hour before. */
export const MEASURED = '2026-03-10T11:30:00Z';

export function origin(overrides: Partial<Origin> = {}): Origin {
  return {
    door: 'kafka',
    topic: 'endwatch.vitals',
    partition: 0,
    offset: 1n,
    key: null,
    headers: {},
    brokerAt: NOW - 1000,
    ingestedAt: NOW,
    ...overrides,
  };
}

export async function decode(
  message: unknown,
  overrides: Partial<Origin> = {},
  options: FhirDecoderOptions = {},
): Promise<Decoded> {
  const bytes = Buffer.isBuffer(message) ? message : Buffer.from(JSON.stringify(message));
  return new FhirDecoder(options).decode(bytes, origin(overrides));
}

export function loinc(code: string): { coding: { system: string; code: string }[] } {
  return { coding: [{ system: 'http://loinc.org', code }] };
}

export function ucum(value: number, code: string): Observation['valueQuantity'] & object {
  return { value, unit: code, system: 'http://unitsofmeasure.org', code };
}

/** An Observation of patient p1, final, measured half an hour ago. */
export function observation(code: string, rest: Partial<Observation> = {}): Observation {
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    code: loinc(code),
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: MEASURED,
    ...rest,
  };
}

export function component(code: string, rest: Partial<ObservationComponent>): ObservationComponent {
  return { code: loinc(code), ...rest };
}

export function bundle(
  resources: readonly (FhirResource | { fullUrl: string; resource: FhirResource })[],
  type: Bundle['type'] = 'collection',
): Bundle {
  const entry = resources.map((one) => ('fullUrl' in one ? one : { resource: one }));
  return { resourceType: 'Bundle', type, entry };
}

/** Facts of all observation records, in order. */
export function factsOf(decoded: Decoded): readonly ObservationFact[] {
  return observationsOf(decoded.records).flatMap((record) => record.facts);
}

export function observationsOf(records: readonly ClinicalRecord[]): readonly ObservationRecord[] {
  return records.filter((record) => record.type === 'observation');
}

export function codesOf(decoded: Decoded): readonly string[] {
  return decoded.rejections.map((rejection) => rejection.code);
}

/** `systolic-bp 158`, `item 5a UN`, `total 7`: one string for each fact. */
export function sayFacts(decoded: Decoded): readonly string[] {
  return factsOf(decoded).map((fact) => {
    if (fact.kind === 'nihss-item') return `item ${fact.item} ${String(fact.score)}`;
    if (fact.kind === 'nihss-total') return `total ${String(fact.total)}`;
    return `${fact.quantity} ${fact.comparator ?? ''}${String(Number(fact.value.toFixed(4)))}`;
  });
}
