import type {
  ClinicalRecord,
  ConditionRecord,
  EncounterRecord,
  KnownCondition,
  LocationRecord,
  PatientRecord,
  ReportRecord,
  TreatmentRecord,
} from '@endwatch/clinical';
import type {
  Condition,
  DiagnosticReport,
  Encounter,
  FhirResource,
  Location,
  MedicationAdministration,
  Patient,
  Procedure,
} from 'fhir/r4.js';
import { iso, metaOf } from './fhir-meta.ts';
import { observationToFhir } from './observation-to-fhir.ts';
import type { Site } from './site.ts';

const SNOMED = 'http://snomed.info/sct';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const PHYSICAL_TYPE = 'http://terminology.hl7.org/CodeSystem/location-physical-type';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const DISPOSITION = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';

const CONDITIONS: Readonly<
  Record<KnownCondition, readonly [snomed: string, icd10: string, text: string]>
> = {
  diabetes: ['44054006', 'E11.9', 'Type 2 diabetes mellitus'],
  hypertension: ['38341003', 'I10', 'Hypertension'],
  'atrial-fibrillation': ['49436004', 'I48.91', 'Atrial fibrillation'],
  'prior-stroke': ['275526006', 'Z86.73', 'History of stroke'],
  'ischaemic-stroke': ['422504002', 'I63.9', 'Ischaemic stroke'],
  'mca-occlusion': ['422504002', 'I63.519', 'Ischaemic stroke, middle cerebral artery occlusion'],
};

const MIDDLE_CEREBRAL_ARTERY = { coding: [{ system: SNOMED, code: '17232002' }] };

const idOf = (record: ClinicalRecord): string =>
  record.resourceKey.slice(record.resourceKey.indexOf('/') + 1);
const subjectOf = (record: ClinicalRecord): { reference: string } => ({
  reference: `Patient/${record.patientId}`,
});

function patient(record: PatientRecord): Patient {
  const [family = '', given = ''] = (record.name ?? '').split(', ');
  return {
    resourceType: 'Patient',
    id: record.patientId,
    meta: metaOf(record),
    identifier: record.identifiers.map(({ system, value }) => ({
      value,
      ...(system === null ? {} : { system }),
    })),
    name: [{ use: 'official', family, given: given === '' ? [] : [given] }],
    gender: record.sex,
    ...(record.birthDate === null ? {} : { birthDate: record.birthDate }),
    ...(record.deceasedAt === null ? {} : { deceasedDateTime: iso(record.deceasedAt) }),
  };
}

function encounter(record: EncounterRecord): Encounter {
  const ended = record.end === null ? {} : { end: iso(record.end) };
  const disposition = record.died ? 'exp' : 'home';
  return {
    resourceType: 'Encounter',
    id: record.encounterId,
    meta: metaOf(record),
    status: record.retracted ? 'entered-in-error' : record.encounterStatus,
    class: { system: ACT_CODE, code: 'IMP', display: 'inpatient encounter' },
    subject: subjectOf(record),
    period: { start: iso(record.start), ...ended },
    location: record.locations.map(({ locationId, display, active, from }) => ({
      location: { reference: `Location/${locationId}`, ...(display === null ? {} : { display }) },
      status: active ? 'active' : 'completed',
      ...(from === null ? {} : { period: { start: iso(from) } }),
    })),
    ...(record.encounterStatus === 'finished'
      ? {
          hospitalization: {
            dischargeDisposition: { coding: [{ system: DISPOSITION, code: disposition }] },
          },
        }
      : {}),
  };
}

function condition(record: ConditionRecord): Condition {
  const [snomed, icd10, text] = CONDITIONS[record.condition];
  return {
    resourceType: 'Condition',
    id: idOf(record),
    meta: metaOf(record),
    clinicalStatus: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
      ],
    },
    code: {
      coding: [
        { system: SNOMED, code: snomed },
        { system: ICD10, code: icd10 },
      ],
      text,
    },
    ...(record.condition === 'mca-occlusion' ? { bodySite: [MIDDLE_CEREBRAL_ARTERY] } : {}),
    subject: subjectOf(record),
    recordedDate: iso(record.times.effectiveAt),
  };
}

function treatment(record: TreatmentRecord): MedicationAdministration | Procedure {
  const head = {
    id: idOf(record),
    meta: metaOf(record),
    status: 'completed' as const,
    subject: subjectOf(record),
  };
  if (record.treatment === 'thrombectomy') {
    const code = { coding: [{ system: SNOMED, code: '397046001' }], text: 'Thrombectomy' };
    return {
      resourceType: 'Procedure',
      ...head,
      code,
      performedDateTime: iso(record.times.effectiveAt),
    };
  }
  return {
    resourceType: 'MedicationAdministration',
    ...head,
    medicationCodeableConcept: {
      coding: [
        { system: 'http://www.whocc.no/atc', code: 'B01AD02' },
        { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '8410' },
      ],
      text: 'Alteplase',
    },
    effectiveDateTime: iso(record.times.effectiveAt),
  };
}

const IMAGING_CODES: readonly (readonly [word: RegExp, loinc: string])[] = [
  [/angiography|CTA/, '36084-2'],
  [/MRI/, '24590-2'],
  [/./, '24725-4'],
];

function textOf(record: ReportRecord, site: Site): Partial<DiagnosticReport> {
  if (site.report === 'conclusion') return { conclusion: record.text };
  const escaped = record.text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const html = `<html><body><p>${escaped.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br/>')}</p></body></html>`;
  const [contentType, text] =
    site.report === 'html' ? ['text/html', html] : ['text/plain', record.text];
  return { presentedForm: [{ contentType, data: Buffer.from(text, 'utf8').toString('base64') }] };
}

function report(record: ReportRecord, site: Site): DiagnosticReport {
  const title = record.title ?? 'Imaging report';
  const code = IMAGING_CODES.find(([word]) => word.test(title))?.[1] ?? '24725-4';
  return {
    resourceType: 'DiagnosticReport',
    id: idOf(record),
    meta: metaOf(record),
    status: record.retracted ? 'entered-in-error' : record.status,
    category: [
      {
        coding: [
          { system: 'http://loinc.org', code: 'LP29684-5', display: 'Radiology' },
          { system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code }], text: title },
    subject: subjectOf(record),
    effectiveDateTime: iso(record.times.effectiveAt),
    issued: iso(record.times.issuedAt ?? record.times.effectiveAt),
    ...textOf(record, site),
  };
}

/** A clinical record as the hospital's systems would send it. Most become one resource; an NIHSS examination may become many. */
export function toFhir(record: ClinicalRecord, site: Site): FhirResource[] {
  switch (record.type) {
    case 'observation':
      return observationToFhir(record, site);
    case 'report':
      return [report(record, site)];
    case 'encounter':
      return [encounter(record)];
    case 'patient':
      return [patient(record)];
    case 'condition':
      return [condition(record)];
    case 'treatment':
      return [treatment(record)];
  }
}

/** A ward or a bed. */
export function locationToFhir(record: LocationRecord): Location {
  const code = { ward: 'wa', bed: 'bd', other: 'ro' }[record.kind];
  return {
    resourceType: 'Location',
    id: record.locationId,
    meta: { versionId: String(Number(record.version)) },
    status: 'active',
    physicalType: { coding: [{ system: PHYSICAL_TYPE, code }] },
    ...(record.name === null ? {} : { name: record.name }),
    ...(record.partOf === null ? {} : { partOf: { reference: `Location/${record.partOf}` } }),
  };
}
