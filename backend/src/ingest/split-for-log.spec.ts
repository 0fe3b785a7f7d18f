import type { Bundle } from 'fhir/r4.js';
import { FhirDecoder } from './fhir-decoder.ts';
import { splitForLog, type DoorSplit } from './split-for-log.ts';
import { bundle, observation, origin, sayFacts, ucum } from './testing/messages.ts';

const decoder = new FhirDecoder();
const http = origin({ door: 'http', topic: null, partition: null, offset: null });

async function split(body: unknown, onlyType?: string): Promise<DoorSplit> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  return splitForLog(bytes, http, {
    decoder,
    topicPrefix: 'endwatch',
    ...(onlyType === undefined ? {} : { onlyType }),
  });
}

function codes(one: DoorSplit): readonly string[] {
  return one.entries.map(
    ({ record, refusals }) =>
      record?.topic ?? (refusals.map(({ code }) => code).join() || 'ignored'),
  );
}

const heartRate = observation('8867-4', { valueQuantity: ucum(72, '/min') });
const uuid = '0b2d9a52-2f5c-4a3e-9a53-0d7d9f3a7a11';

it('one resource is one record on the topic of its stream, keyed by patient, as it came', async () => {
  const one = await split(heartRate);
  expect(one.isBundle).toBe(false);
  expect(one.entries[0]?.record).toMatchObject({
    topic: 'endwatch.vitals',
    key: 'p1',
    headers: { 'content-type': 'application/fhir+json' },
  });
  expect(JSON.parse(one.entries[0]?.record?.value.toString() ?? '')).toEqual(heartRate);
});

it('a Bundle is an entry for each entry, in order', async () => {
  const subject = { reference: 'Patient/p1' };
  const resources: Bundle = bundle([
    { resourceType: 'Patient', id: 'p1' },
    { resourceType: 'Location', id: 'w1' },
    observation('72089-6', { valueInteger: 4 }),
    observation('2823-3', { valueQuantity: ucum(4.1, 'mmol/L') }),
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'CT head' },
      subject,
      effectiveDateTime: '2026-03-10T09:00:00Z',
      conclusion: 'No bleeding.',
    },
    observation('8310-5', { valueQuantity: { value: 37 } }),
    observation('8302-2', { valueQuantity: ucum(170, 'cm') }),
    { ...heartRate, subject: {} },
  ]);
  const one = await split({ ...resources, entry: [...(resources.entry ?? []), {}] });
  expect(one.isBundle).toBe(true);
  expect(codes(one)).toEqual([
    'endwatch.adt',
    'endwatch.adt',
    'endwatch.nihss',
    'endwatch.labs',
    'endwatch.reports',
    'unit-missing',
    'ignored',
    'no-patient',
    'not-fhir',
  ]);
  expect(one.entries.map(({ record }) => record?.key ?? null).slice(0, 3)).toEqual([
    'p1',
    null,
    'p1',
  ]);
  expect(one.entries[5]?.raw.toString()).toContain('8310-5');
});

it('a record needs its Bundle no more: URNs are ids, the specimen is contained', async () => {
  const specimen = {
    resourceType: 'Specimen' as const,
    condition: [{ coding: [{ code: 'HEM' }] }],
  };
  const reference = { reference: `urn:uuid:${uuid}` };
  const sodium = observation('2951-2', { valueQuantity: ucum(140, 'mmol/L') });
  const potassium = observation('58410-2', {
    subject: reference,
    specimen: { reference: 'urn:uuid:5e' },
    component: [
      { code: sodium.code, valueQuantity: ucum(140, 'mmol/L') },
      {
        code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
        valueQuantity: ucum(6.9, 'mmol/L'),
      },
    ],
  });
  const one = await split(
    bundle([
      { fullUrl: `urn:uuid:${uuid}`, resource: { resourceType: 'Patient', gender: 'male' } },
      potassium,
      { fullUrl: 'urn:uuid:5e', resource: specimen },
    ]),
  );
  expect(codes(one)).toEqual(['endwatch.adt', 'endwatch.vitals', 'ignored']);
  expect(one.entries.map(({ record }) => record?.key ?? null)).toEqual([uuid, uuid, null]);
  const value = one.entries[1]?.record?.value ?? Buffer.alloc(0);
  const decoded = await decoder.decode(value, origin({ key: uuid }));
  expect(decoded.records[0]?.patientId).toBe(uuid);
  expect(sayFacts(decoded)).toEqual(['sodium 140']);
  expect(decoded.rejections[0]?.detail).toContain('haemolysed');
});

it('what can be used in part is appended: the pipeline notes the rest', async () => {
  const one = await split(
    observation('72089-6', { valueInteger: 4, component: [{ code: {}, valueInteger: 1 }] }),
  );
  expect(codes(one)).toEqual(['endwatch.nihss']);
});

it('a door for one type takes no other', async () => {
  expect(codes(await split(heartRate, 'Observation'))).toEqual(['endwatch.vitals']);
  expect(codes(await split(heartRate, 'Patient'))).toEqual(['not-fhir']);
  expect(codes(await split(bundle([heartRate]), 'Observation'))).toEqual(['not-fhir']);
});

it('bodies that are nothing are refused whole', async () => {
  expect(codes(await split(Buffer.from('<xml/>')))).toEqual(['not-json']);
  const deep = Buffer.from(
    `{"resourceType":"Patient","id":"p","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  );
  expect(codes(await split(deep))).toEqual(['not-fhir']);
});
