import type { Encounter, Patient } from 'fhir/r4.js';
import { bundle, codesOf, decode, NOW } from './testing/messages.ts';

const stay: Encounter = {
  resourceType: 'Encounter',
  id: 'e1',
  status: 'in-progress',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
  subject: { reference: 'Patient/p1' },
  period: { start: '2026-03-09T22:00:00Z' },
  location: [{ location: { reference: 'Location/bed-7', display: 'Bed 7' }, status: 'active' }],
};

describe('Encounter', () => {
  it.each(['IMP', 'ACUTE', 'NONACUTE', 'EMER'])('class %s is a stay', async (code) => {
    const decoded = await decode({ ...stay, class: { code } });
    expect(decoded.records).toMatchObject([
      {
        type: 'encounter',
        encounterId: 'e1',
        encounterStatus: 'in-progress',
        start: Date.parse('2026-03-09T22:00:00Z'),
        end: null,
        died: false,
        locations: [{ locationId: 'bed-7', display: 'Bed 7', active: true, from: null }],
      },
    ]);
  });
  it('other classes are counted, a class that is none is refused', async () => {
    const decoded = await decode({ ...stay, class: { code: 'AMB' } });
    expect(decoded).toMatchObject({ records: [], ignored: { 'Encounter:AMB': 1 } });
    expect(codesOf(await decode({ ...stay, class: 'IMP' }))).toEqual(['not-fhir']);
  });
  it('discharge, death, cancellation', async () => {
    const end = '2026-03-10T11:00:00Z';
    const hospitalization = { dischargeDisposition: { coding: [{ code: 'exp' }] } };
    const left = { ...stay, status: 'finished', period: { ...stay.period, end }, hospitalization };
    expect((await decode(left)).records).toMatchObject([
      { encounterStatus: 'finished', end: Date.parse(end), died: true, retracted: false },
    ]);
    const cancelled = await decode({ ...stay, status: 'cancelled', period: undefined });
    expect(cancelled.records).toMatchObject([{ encounterStatus: 'cancelled', retracted: true }]);
  });
  it('taken back, it need not say of which class it was', async () => {
    const { id, resourceType, subject } = stay;
    const stripped = { resourceType, id, subject, status: 'entered-in-error' };
    expect((await decode(stripped)).records).toMatchObject([
      { resourceKey: 'Encounter/e1', encounterStatus: 'cancelled', retracted: true },
    ]);
    expect(codesOf(await decode({ ...stripped, status: 'finished' }))).toEqual(['not-fhir']);
  });
  it('a discharge that lies ahead or before the admission is noted, and the patient stays', async () => {
    const ahead = await decode({
      ...stay,
      period: { ...stay.period, end: '2026-03-12T10:00:00Z' },
    });
    expect(codesOf(ahead)).toEqual(['time-in-future']);
    expect(ahead.records).toMatchObject([{ end: null, encounterStatus: 'in-progress' }]);
    const before = await decode({
      ...stay,
      period: { ...stay.period, end: '2026-03-08T10:00:00Z' },
    });
    expect(codesOf(before)).toEqual(['value-implausible']);
    expect(before.records).toMatchObject([{ end: null }]);
  });
  it('wants a start, which may lie ahead only when planned', async () => {
    expect(codesOf(await decode({ ...stay, period: undefined }))).toEqual(['no-time']);
    const period = { start: '2026-03-12T10:00:00Z' };
    expect(codesOf(await decode({ ...stay, period }))).toEqual(['time-in-future']);
    const planned = await decode({ ...stay, status: 'planned', period });
    expect(planned.records).toMatchObject([{ encounterStatus: 'planned' }]);
  });
  it('places: URN, contained, words only; a place that was left is not active', async () => {
    const urn = 'urn:uuid:5b0e7f30-6c2f-4a57-8f0e-5f0d4f4a1a01';
    const location = [
      {
        location: { reference: urn },
        status: 'active' as const,
        period: { start: '2026-03-10T08:00:00Z' },
      },
      { location: { reference: '#c' }, status: 'completed' as const },
      { location: { display: 'Stroke unit' }, period: { end: '2026-03-10T08:00:00Z' } },
      { location: {} },
    ];
    const contained = [{ resourceType: 'Location' as const, id: 'c', name: 'Emergency' }];
    const decoded = await decode(
      bundle([
        { ...stay, location, contained },
        { fullUrl: urn, resource: { resourceType: 'Location', id: 'bed-9' } },
      ]),
    );
    expect(decoded.records).toMatchObject([
      {
        locations: [
          { locationId: 'bed-9', active: true, from: Date.parse('2026-03-10T08:00:00Z') },
          { locationId: 'Emergency', display: 'Emergency', active: false },
          { locationId: 'Stroke unit', active: false },
        ],
      },
    ]);
  });
});

describe('Location', () => {
  it('ward, bed in it, anything else', async () => {
    const ward = {
      resourceType: 'Location',
      id: 'w1',
      name: 'Stroke unit',
      physicalType: { coding: [{ code: 'wa' }] },
    } as const;
    const bed = {
      resourceType: 'Location',
      id: 'b7',
      physicalType: { coding: [{ code: 'bd' }] },
      partOf: { reference: 'Location/w1' },
    } as const;
    const house = { resourceType: 'Location', id: 'h', alias: ['House'] } as const;
    const decoded = await decode({
      resourceType: 'Bundle',
      type: 'batch',
      entry: [ward, bed, house].map((resource) => ({ resource })),
    });
    expect(decoded.locations).toMatchObject([
      { locationId: 'w1', kind: 'ward', name: 'Stroke unit', partOf: null },
      { locationId: 'b7', kind: 'bed', name: null, partOf: 'w1' },
      { locationId: 'h', kind: 'other', name: 'House', partOf: null },
    ]);
    expect(codesOf(await decode({ resourceType: 'Location' }))).toEqual(['not-fhir']);
  });
  it('without version the log took later what holds', async () => {
    const named = async (name: string, brokerAt: number, meta?: object) =>
      (await decode({ resourceType: 'Location', id: 'w1', name, meta }, { brokerAt })).locations[0]
        ?.version ?? '';
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect((await named(name, NOW - 20)) < (await named('New', NOW - 10))).toBe(true);
    }
    const meta = { versionId: '1' };
    expect(await named('a', NOW - 20, meta)).toBe(await named('a', NOW - 10, meta));
  });
  it('belongs to no patient, so any key will do', async () => {
    expect(
      (await decode({ resourceType: 'Location', id: 'w1' }, { key: 'w1' })).locations,
    ).toHaveLength(1);
  });
});

describe('Patient', () => {
  const patient: Patient = {
    resourceType: 'Patient',
    id: 'p1',
    name: [
      { use: 'old', family: 'Before' },
      { use: 'official', family: 'Doe', given: ['Jane', 'A.'] },
    ],
    birthDate: '1950-04-01',
    gender: 'female',
    identifier: [{ system: 'urn:mrn', value: '77' }, { value: '78' }],
  };
  const link = (...ids: string[]) =>
    ids.map((id) => ({ type: 'replaced-by' as const, other: { reference: `Patient/${id}` } }));

  it('name, birth date, sex, identifiers', async () => {
    expect((await decode(patient)).records).toMatchObject([
      {
        type: 'patient',
        patientId: 'p1',
        resourceKey: 'Patient/p1',
        name: 'Jane A. Doe',
        birthDate: '1950-04-01',
        sex: 'female',
        identifiers: [
          { system: 'urn:mrn', value: '77' },
          { system: null, value: '78' },
        ],
        replacedBy: null,
      },
    ]);
  });
  it('malformed parts are left out, the rest counts', async () => {
    const odd = {
      ...patient,
      name: 'Jane',
      birthDate: '01.04.1950',
      gender: 'F',
      identifier: [7, {}],
    };
    for (const birthDate of [odd.birthDate, '1950-13-01', '1950-02-30', '1950-02-03T04:05:06Z']) {
      expect((await decode({ ...odd, birthDate })).records).toMatchObject([
        { name: null, birthDate: null, sex: 'unknown', identifiers: [] },
      ]);
    }
  });
  it('a merge names the survivor', async () => {
    expect((await decode({ ...patient, link: link('p2') })).records).toMatchObject([
      { replacedBy: 'p2' },
    ]);
  });
  it.each([[link('p1')], [link('p2', 'p3')], [[{ type: 'replaced-by', other: {} }]]])(
    'a merge that names no one other patient is a conflict: %j',
    async (links) => {
      const decoded = await decode({ ...patient, link: links });
      expect(codesOf(decoded)).toEqual(['merge-conflict']);
      expect(decoded.records).toMatchObject([{ replacedBy: null }]);
    },
  );
  it('without id it is nobody', async () => {
    expect(codesOf(await decode({ ...patient, id: undefined }))).toEqual(['no-patient']);
  });
});

describe('Condition', () => {
  const icd = (code: string, rest: object = {}) => ({
    resourceType: 'Condition',
    id: 'c1',
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
    subject: { reference: 'Patient/p1' },
    onsetDateTime: '2026-03-09',
    ...rest,
  });
  const snomed = (code: string, rest: object = {}) => ({
    ...icd(''),
    code: { coding: [{ system: 'http://snomed.info/sct', code }] },
    ...rest,
  });
  const over = { clinicalStatus: { coding: [{ code: 'resolved' }] } };
  const says = async (resource: unknown) =>
    (await decode(resource)).records.map((record) =>
      record.type === 'condition' ? record.condition : record.type,
    );

  it.each([
    [icd('E11.9'), 'diabetes'],
    [icd('I10'), 'hypertension'],
    [icd('I48.91'), 'atrial-fibrillation'],
    [icd('Z86.73'), 'prior-stroke'],
    [icd('I69.351'), 'prior-stroke'],
    [icd('I63.9'), 'ischaemic-stroke'],
    [icd('I63.512'), 'mca-occlusion'],
    [icd('I63.9', over), 'prior-stroke'],
    [icd('I61.0', over), 'prior-stroke'],
    [snomed('44054006'), 'diabetes'],
    [snomed('38341003'), 'hypertension'],
    [snomed('49436004'), 'atrial-fibrillation'],
    [snomed('422504002'), 'ischaemic-stroke'],
    [snomed('422504002', { bodySite: [{ coding: [{ code: '17232002' }] }] }), 'mca-occlusion'],
    [snomed('230690007', over), 'prior-stroke'],
    [icd('I63.512', { onsetDateTime: '2019-12-24' }), 'mca-occlusion'],
  ])('%j', async (resource, condition) => {
    expect(await says(resource)).toEqual([condition]);
  });
  it.each([
    [icd('I48.3')],
    [icd('I61.0')],
    [icd('J02.9')],
    [snomed('230690007')],
    [icd('I63.9', { verificationStatus: { coding: [{ code: 'differential' }] } })],
  ])('is not used: %j', async (resource) => {
    expect(await decode(resource)).toMatchObject({
      records: [],
      rejections: [],
      ignored: { Condition: 1 },
    });
  });
  it('refuted is taken back; without onset it held when it was recorded', async () => {
    const refuted = await decode(
      icd('E11', { verificationStatus: { coding: [{ code: 'refuted' }] } }),
    );
    expect(refuted.records).toMatchObject([{ retracted: true }]);
    const taken = { verificationStatus: { coding: [{ code: 'entered-in-error' }] } };
    const stripped = await decode({ ...icd('E11', taken), id: 'c1', code: undefined });
    expect(stripped.records).toMatchObject([{ resourceKey: 'Condition/c1', retracted: true }]);
    for (const code of [{}, { coding: [] }, { text: 'Entered in error' }]) {
      const empty = await decode({ ...icd('E11', taken), id: 'c1', code });
      expect(empty.records).toEqual(stripped.records);
    }
    const recorded = await decode(
      icd('E11', { onsetDateTime: undefined, recordedDate: '2024-05-01' }),
    );
    expect(recorded.records[0]?.times.effectiveAt).toBe(Date.parse('2024-05-01'));
    const dateless = await decode(icd('E11', { onsetDateTime: undefined }));
    expect(dateless.records[0]?.times.effectiveAt).toBe(NOW - 1000);
  });
});

describe('treatment', () => {
  const given = (medication: object, rest: object = {}) => ({
    resourceType: 'MedicationAdministration',
    id: 'm1',
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-03-10T09:00:00Z',
    ...medication,
    ...rest,
  });
  const coded = (system: string, code: string) => ({
    medicationCodeableConcept: { coding: [{ system, code }] },
  });
  const procedure = (code: object, rest: object = {}) => ({
    resourceType: 'Procedure',
    id: 'x1',
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    performedPeriod: { start: '2026-03-10T09:00:00Z' },
    code,
    ...rest,
  });

  it.each([
    [given(coded('http://www.nlm.nih.gov/research/umls/rxnorm', '8410'))],
    [given(coded('http://www.whocc.no/atc', 'B01AD11'))],
    [given(coded('http://snomed.info/sct', '387152000'))],
    [given({ medicationCodeableConcept: { text: 'Tenecteplase 20 mg i.v.' } })],
    [
      given({
        medicationReference: { reference: '#m' },
        contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Alteplase' } }],
      }),
    ],
    [procedure({ coding: [{ system: 'http://snomed.info/sct', code: '472191000119101' }] })],
  ])('thrombolysis: %j', async (resource) => {
    expect((await decode(resource)).records).toMatchObject([
      {
        treatment: 'thrombolysis',
        retracted: false,
        times: { effectiveAt: Date.parse('2026-03-10T09:00:00Z') },
      },
    ]);
  });
  it('thrombectomy in the head, not in the liver', async () => {
    const head = procedure({ text: 'Mechanical thrombectomy, middle cerebral artery' });
    expect((await decode(head)).records).toMatchObject([{ treatment: 'thrombectomy' }]);
    const liver = procedure({
      coding: [
        { code: '433112001', display: 'Percutaneous mechanical thrombectomy of portal vein' },
      ],
    });
    expect(await decode(liver)).toMatchObject({ records: [], ignored: { Procedure: 1 } });
  });
  it('aspirin, a catheter lock and what was not given are no thrombolysis; not done takes back', async () => {
    const alteplase = coded('http://snomed.info/sct', '387152000');
    const lock = { dosage: { dose: { value: 2, unit: 'mg', code: 'mg' } } };
    for (const resource of [
      given({ medicationCodeableConcept: { text: 'Aspirin' } }),
      given(alteplase, lock),
      given(alteplase, { status: 'unknown' }),
    ]) {
      expect((await decode(resource)).records).toEqual([]);
    }
    expect((await decode(given(alteplase, { status: 'not-done' }))).records).toMatchObject([
      { retracted: true },
    ]);
    const bare = { id: 't1', status: 'entered-in-error', subject: { reference: 'Patient/p1' } };
    for (const resourceType of ['Procedure', 'MedicationAdministration']) {
      expect((await decode({ resourceType, ...bare })).records).toMatchObject([
        { resourceKey: `${resourceType}/t1`, retracted: true },
      ]);
    }
    expect(codesOf(await decode(given(alteplase, { effectiveDateTime: undefined })))).toEqual([
      'no-time',
    ]);
  });
});
