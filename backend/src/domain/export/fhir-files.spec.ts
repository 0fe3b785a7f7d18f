import {
  BY_PAPER,
  FORECAST_END_HOURS,
  newestVersions,
  QUANTITIES,
  type ClinicalRecord,
} from '@endwatch/clinical';
import {
  aCondition,
  aMeasurement,
  aReport,
  aStay,
  aTreatment,
  allItems,
  anExamination,
  hour,
} from '@endwatch/clinical/testing';
import { FhirDecoder } from '../../ingest/fhir-decoder.ts';
import { aScoreOf } from '../../testing/reviewed-stay.ts';
import { disguisedStay, type DisguisedStay } from './disguised-stay.ts';
import { fhirFiles, type ExportedFile } from './fhir-files.ts';

const facts: readonly ClinicalRecord[] = [
  ...aStay({ hours: 5, totals: [6, 6] }),
  aMeasurement('d-dimer', 0.7, { at: hour(2) }),
  aReport('Dense left MCA.', { at: hour(1) }),
  aCondition('mca-occlusion', { at: hour(1) }),
  aCondition('diabetes', { at: hour(-9000) }),
  aTreatment('thrombolysis', { at: hour(1) }),
  aTreatment('thrombectomy', { at: hour(3) }),
  anExamination({
    ...{ at: hour(6), total: 9, rater: 'Practitioner/x', resourceKey: 'Observation/late' },
    items: allItems({ '5a': 4, '6a': 3, '7': 'UN', '9': 2 }),
  }),
];
const charted = [...facts, ...facts.flatMap(ended)].map(coded);

/** The stay's own encounter, over. */
function ended(record: ClinicalRecord): readonly ClinicalRecord[] {
  if (record.type !== 'encounter') return [];
  return [{ ...record, version: '2', end: hour(90), encounterStatus: 'finished', died: true }];
}

/** Under the code that the quantity really has. */
function coded(record: ClinicalRecord): ClinicalRecord {
  if (record.type !== 'observation') return record;
  return {
    ...record,
    facts: record.facts.map((fact) =>
      fact.kind === 'measurement'
        ? { ...fact, loinc: QUANTITIES[fact.quantity].loinc[0] ?? '' }
        : fact,
    ),
  };
}

const stay = disguisedStay(
  {
    stored: {
      ...{ patientId: 'p1', version: 1, aliases: [], mergedInto: null, records: charted },
      ...{ reportVectors: [], alerts: [], scores: [], scoresFrom: null },
    },
    scores: [aScoreOf(3, 0.25, { by7d: 0.5 })],
    ...{ alerts: [], directory: { version: 0, locations: new Map() }, now: hour(200) },
    definitionAt: BY_PAPER,
  },
  null,
  { patientId: '7f9c0e4e-0000-4000-8000-000000000001', shiftDays: -40 },
);

async function filesOf(stays: readonly DisguisedStay[]): Promise<readonly ExportedFile[]> {
  const files: ExportedFile[] = [];
  const given = (async function* () {
    for (const one of stays) yield await Promise.resolve(one);
  })();
  for await (const file of fhirFiles(given)) files.push(file);
  return files;
}

/** What is so, when it was so, and when it was known. */
function told(records: readonly ClinicalRecord[]): readonly string[] {
  return [...newestVersions(records).values()]
    .flatMap((one): unknown[] => {
      const { effectiveAt, issuedAt, ingestedAt } = one.times;
      const at = [one.type, effectiveAt];
      const known = Math.max(effectiveAt, issuedAt ?? ingestedAt);
      switch (one.type) {
        case 'observation':
          return one.facts.map((fact) => [...at, known, fact]);
        case 'report':
          return [[...at, known, one.text, one.title]];
        case 'condition':
          return [[...at, known, one.condition]];
        case 'treatment':
          return [[...at, one.treatment]];
        case 'encounter':
          return [[one.type, one.start, one.end, one.died]];
        case 'patient':
          return [[one.type, one.sex, one.birthDate, one.name]];
      }
    })
    .map((one) => JSON.stringify(one))
    .sort();
}

describe('stays as FHIR', () => {
  it('are read back as what they were', async () => {
    const now = hour(2000);
    const decoder = new FhirDecoder({ timeZone: 'UTC' });
    const nowhere = { topic: null, partition: null, offset: null, key: null, headers: {} };
    const origin = { door: 'embedded', ...nowhere, brokerAt: now, ingestedAt: now } as const;
    const read: ClinicalRecord[] = [];
    for (const { name, text } of await filesOf([stay!])) {
      expect(name).toMatch(/^[A-Z][A-Za-z]+\.1\.ndjson$/);
      for (const line of text.trimEnd().split('\n')) {
        const { records, rejections } = await decoder.decode(Buffer.from(line), origin);
        expect(rejections).toEqual([]);
        read.push(...records);
      }
    }
    expect(told(read)).toEqual(told(stay!.records));
  });

  it('name nobody, and say what the board showed', async () => {
    const files = await filesOf([stay!]);
    const all = files.map(({ text }) => text).join('');
    for (const one of ['"p1"', 'Ada', 'Practitioner/x', '2026-']) expect(all).not.toContain(one);
    const risks = files.find(({ name }) => name.startsWith('RiskAssessment'));
    expect(JSON.parse(risks?.text ?? '')).toMatchObject({
      prediction: [
        { probabilityDecimal: 0.25 },
        {
          probabilityDecimal: 0.5,
          whenPeriod: { end: new Date(hour(FORECAST_END_HOURS - 40 * 24)).toISOString() },
        },
      ],
    });
  });

  it('of many come in several files of a type', async () => {
    const names = (await filesOf(Array.from({ length: 21 }, () => stay!))).map(({ name }) => name);
    expect(names).toContain('Patient.1.ndjson');
    expect(names).toContain('Patient.2.ndjson');
  });
});
