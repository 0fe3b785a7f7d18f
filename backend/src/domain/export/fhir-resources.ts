import {
  NIHSS_SCALE,
  NIHSS_TOTAL_LOINC,
  QUANTITIES,
  VITAL_SIGNS,
  type ClinicalRecord,
  type EpochMs,
  type KnownCondition,
  type ObservationFact,
} from '@endwatch/clinical';
import { isoTime } from '../board/iso-time.ts';
import type { DisguisedStay } from './disguised-stay.ts';
import { riskOf } from './fhir-risk.ts';

/** A FHIR R4 resource as it is written. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

type Of<Type extends ClinicalRecord['type']> = Extract<ClinicalRecord, { type: Type }>;

const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const HL7 = 'http://terminology.hl7.org/CodeSystem';
const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';

/** ICD-10 of the WHO; of the occlusion the stem that its clinical modifications give it. */
const CONDITIONS: Readonly<Record<KnownCondition, readonly [snomed: string, icd10: string]>> = {
  diabetes: ['44054006', 'E11.9'],
  hypertension: ['38341003', 'I10'],
  'atrial-fibrillation': ['49436004', 'I48.91'],
  'prior-stroke': ['275526006', 'Z86.73'],
  'ischaemic-stroke': ['422504002', 'I63.9'],
  'mca-occlusion': ['422504002', 'I63.519'],
};
const MIDDLE_CEREBRAL_ARTERY = { coding: [{ system: SNOMED, code: '17232002' }] };

/** What is said of one stay. Ids are numbers of the export: those of the house may be order or case numbers. */
export function fhirResources({ patientId, records, course }: DisguisedStay): readonly Resource[] {
  let made = 0;
  const write: Writing = {
    subject: { subject: { reference: `Patient/${patientId}` } },
    encounter: { encounter: { reference: `Encounter/${patientId}-stay` } },
    id: () => `${patientId}-${String((made += 1))}`,
  };
  return [
    ...[personOf(patientId, records), encounterOf(patientId, course, write)],
    ...records.flatMap((record) => resourcesOf(record, write)),
    ...course.scores.map((score) => riskOf(score, course.admittedAt, write)),
  ];
}

export interface Writing {
  readonly subject: object;
  readonly encounter: object;
  readonly id: () => string;
}

function personOf(id: string, records: readonly ClinicalRecord[]): Resource {
  const person = records.find((one) => one.type === 'patient');
  const { birthDate = null, sex = 'unknown' } = person ?? {};
  return { resourceType: 'Patient', id, gender: sex, ...(birthDate === null ? {} : { birthDate }) };
}

function encounterOf(
  patientId: string,
  { admittedAt, dischargedAt, diedAt }: DisguisedStay['course'],
  { subject }: Writing,
): Resource {
  const code = diedAt === null ? 'home' : 'exp';
  const disposition = { coding: [{ system: `${HL7}/discharge-disposition`, code }] };
  return {
    ...{ resourceType: 'Encounter', id: `${patientId}-stay`, ...subject },
    status: dischargedAt === null ? 'in-progress' : 'finished',
    class: { system: `${HL7}/v3-ActCode`, code: 'IMP' },
    period: {
      start: isoTime(admittedAt),
      ...(dischargedAt === null ? {} : { end: isoTime(dischargedAt) }),
    },
    ...(dischargedAt === null ? {} : { hospitalization: { dischargeDisposition: disposition } }),
  };
}

function resourcesOf(record: ClinicalRecord, write: Writing): readonly Resource[] {
  switch (record.type) {
    case 'observation':
      return observationsOf(record, write);
    case 'report':
      return [reportOf(record, write)];
    case 'condition':
      return [conditionOf(record, write)];
    case 'treatment':
      return [treatmentOf(record, write)];
    case 'encounter':
    case 'patient':
      return [];
  }
}

/** Released = known to the ward. */
function released({ times }: ClinicalRecord): EpochMs {
  return Math.max(times.effectiveAt, times.ingestedAt);
}

function observationsOf(record: Of<'observation'>, write: Writing): readonly Resource[] {
  const head = {
    ...{ resourceType: 'Observation', status: 'final', ...write.subject, ...write.encounter },
    effectiveDateTime: isoTime(record.times.effectiveAt),
    issued: isoTime(released(record)),
    ...(record.rater === null
      ? {}
      : { performer: [{ reference: `Practitioner/${record.rater}` }] }),
  };
  return record.facts.map((fact) => ({
    ...{ ...head, id: write.id() },
    category: [{ coding: [{ system: `${HL7}/observation-category`, code: categoryOf(fact) }] }],
    ...valueOf(fact),
  }));
}

function categoryOf(fact: ObservationFact): string {
  if (fact.kind !== 'measurement') return 'survey';
  return (VITAL_SIGNS as readonly string[]).includes(fact.quantity) ? 'vital-signs' : 'laboratory';
}

function valueOf(fact: ObservationFact): object {
  const coded = (code: string): object => ({ code: { coding: [{ system: LOINC, code }] } });
  switch (fact.kind) {
    case 'measurement': {
      const { unit } = QUANTITIES[fact.quantity];
      const { value, comparator } = fact;
      const quantity = { value, unit, system: UCUM, code: unit };
      const valueQuantity = comparator === null ? quantity : { ...quantity, comparator };
      return { ...coded(fact.loinc), valueQuantity };
    }
    case 'nihss-total':
      return { ...coded(NIHSS_TOTAL_LOINC), valueInteger: fact.total };
    case 'nihss-item': {
      const absent = { coding: [{ system: `${HL7}/data-absent-reason`, code: 'not-performed' }] };
      const value =
        fact.score === 'UN' ? { dataAbsentReason: absent } : { valueInteger: fact.score };
      return { ...coded(NIHSS_SCALE[fact.item].loinc), ...value };
    }
  }
}

function reportOf(record: Of<'report'>, write: Writing): Resource {
  return {
    ...{ resourceType: 'DiagnosticReport', id: write.id(), status: 'final' },
    ...{ ...write.subject, ...write.encounter },
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] },
    ],
    code: { text: record.title ?? 'Imaging' },
    effectiveDateTime: isoTime(record.times.effectiveAt),
    issued: isoTime(released(record)),
    conclusion: record.text,
  };
}

function conditionOf(record: Of<'condition'>, write: Writing): Resource {
  const [snomed, icd10] = CONDITIONS[record.condition];
  const isOcclusion = record.condition === 'mca-occlusion';
  return {
    ...{ resourceType: 'Condition', id: write.id(), ...write.subject },
    code: {
      coding: [
        { system: SNOMED, code: snomed },
        { system: ICD_10, code: icd10 },
      ],
    },
    ...(isOcclusion ? { bodySite: [MIDDLE_CEREBRAL_ARTERY] } : {}),
    onsetDateTime: isoTime(record.times.effectiveAt),
    recordedDate: isoTime(released(record)),
  };
}

function treatmentOf(record: Of<'treatment'>, write: Writing): Resource {
  const lysis = record.treatment === 'thrombolysis';
  const [code, text] = lysis
    ? ['472191000119101', 'Thrombolysis']
    : ['397046001', 'Thrombectomy of intracranial artery'];
  return {
    ...{ resourceType: 'Procedure', id: write.id(), status: 'completed' },
    ...{ ...write.subject, ...write.encounter },
    code: { coding: [{ system: SNOMED, code }], text },
    performedDateTime: isoTime(record.times.effectiveAt),
  };
}
