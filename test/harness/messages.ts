/** FHIR R4 as a hospital would send it, written out by hand: these tests share no code with what they test. */
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';

export type Resource = Record<string, unknown> & { resourceType: string };

const iso = (ms: number): string => new Date(ms).toISOString();
const loinc = (code: string): object => ({ coding: [{ system: LOINC, code }] });

export function patient(id: string, name: string): Resource {
  const [family, given] = name.split(', ');
  return {
    resourceType: 'Patient',
    id,
    name: [{ family, given: given ? [given] : [] }],
    gender: 'female',
    birthDate: '1951-04-12',
  };
}

export function ward(id: string, name: string): Resource {
  return {
    resourceType: 'Location',
    id,
    name,
    physicalType: { coding: [{ code: 'wa' }] },
  };
}

export function bed(id: string, name: string, wardId: string): Resource {
  return {
    resourceType: 'Location',
    id,
    name,
    physicalType: { coding: [{ code: 'bd' }] },
    partOf: { reference: `Location/${wardId}` },
  };
}

export function encounter(
  patientId: string,
  { start, bedId, version = 1 }: { start: number; bedId: string; version?: number },
): Resource {
  return {
    resourceType: 'Encounter',
    id: `enc-${patientId}`,
    meta: { versionId: String(version) },
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
    subject: { reference: `Patient/${patientId}` },
    period: { start: iso(start) },
    location: [{ location: { reference: `Location/${bedId}` }, status: 'active' }],
  };
}

export function strokeCondition(patientId: string, at: number): Resource {
  return {
    resourceType: 'Condition',
    id: `stroke-${patientId}`,
    subject: { reference: `Patient/${patientId}` },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'I63.4' }] },
    recordedDate: iso(at),
  };
}

export function thrombolysis(patientId: string, at: number): Resource {
  return {
    resourceType: 'MedicationAdministration',
    id: `lysis-${patientId}`,
    status: 'completed',
    subject: { reference: `Patient/${patientId}` },
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.whocc.no/atc', code: 'B01AD02' }],
    },
    effectiveDateTime: iso(at),
  };
}

export interface Told {
  readonly id: string;
  readonly patientId: string;
  readonly at: number;
  readonly version?: number;
  readonly status?: string;
}

const head = ({ id, patientId, at, version = 1, status = 'final' }: Told): Resource => ({
  resourceType: 'Observation',
  id,
  meta: { versionId: String(version) },
  status,
  subject: { reference: `Patient/${patientId}` },
  effectiveDateTime: iso(at),
  issued: iso(at),
});

export function quantity(
  told: Told,
  { code, value, unit }: { code: string; value: number; unit: string },
): Resource {
  return {
    ...head(told),
    code: loinc(code),
    valueQuantity: { value, unit, system: UCUM, code: unit },
  };
}

export const heartRate = (told: Told, value: number): Resource =>
  quantity(told, { code: '8867-4', value, unit: '/min' });

export function bloodPressure(told: Told, systolic: number, diastolic: number): Resource {
  const part = (code: string, value: number): object => ({
    code: loinc(code),
    valueQuantity: { value, unit: 'mmHg', system: UCUM, code: 'mm[Hg]' },
  });
  return {
    ...head(told),
    code: loinc('85354-9'),
    component: [part('8480-6', systolic), part('8462-4', diastolic)],
  };
}

export const glucose = (told: Told, mgPerDl: number): Resource =>
  quantity(told, { code: '2345-7', value: mgPerDl, unit: 'mg/dL' });

const NIHSS_LOINC: Record<string, string> = {
  '1a': '70184-7',
  '1b': '70185-4',
  '1c': '70186-2',
  '2': '70187-0',
  '3': '70188-8',
  '4': '70189-6',
  '5a': '70190-4',
  '5b': '70967-5',
  '6a': '70191-2',
  '6b': '70968-3',
  '7': '70192-0',
  '8': '70193-8',
  '9': '70194-6',
  '10': '70195-3',
  '11': '70196-1',
};

/** A full examination; items not named are 0, the total is their sum. */
export function nihss(told: Told, items: Readonly<Record<string, number>>): Resource {
  const scores = Object.keys(NIHSS_LOINC).map((item) => [item, items[item] ?? 0] as const);
  return {
    ...head(told),
    code: loinc('72089-6'),
    valueInteger: scores.reduce((sum, [, score]) => sum + score, 0),
    performer: [{ reference: 'Practitioner/n1' }],
    component: scores.map(([item, score]) => ({
      code: loinc(NIHSS_LOINC[item] ?? ''),
      valueInteger: score,
    })),
  };
}

export function report(
  { id, patientId, at, version = 1, status = 'final' }: Told,
  text: string,
): Resource {
  return {
    resourceType: 'DiagnosticReport',
    id,
    meta: { versionId: String(version) },
    status,
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] },
    ],
    code: { text: 'CT head without contrast' },
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: iso(at),
    issued: iso(at),
    conclusion: text,
  };
}

export function bundle(...resources: readonly Resource[]): Resource {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
}
