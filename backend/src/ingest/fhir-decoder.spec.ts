import type { Patient } from 'fhir/r4.js';
import {
  bundle,
  codesOf,
  decode,
  MEASURED,
  NOW,
  observation,
  observationsOf,
  origin,
  sayFacts,
  ucum,
} from './testing/messages.ts';
import { FhirDecoder } from './fhir-decoder.ts';

const heartRate = observation('8867-4', { valueQuantity: ucum(72, '/min') });
const patient: Patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Secret' }] };

describe('bytes', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'not-json'],
    ['no JSON', Buffer.from('MSH|^~\\&|'), 'not-json'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not-json'],
    ['a number', Buffer.from('12'), 'not-fhir'],
    ['a list', Buffer.from('[]'), 'not-fhir'],
    ['no resourceType', Buffer.from('{}'), 'not-fhir'],
    ['a resourceType that is none', Buffer.from('{"resourceType":"__proto__"}'), 'not-fhir'],
  ])('%s is rejected', async (_what, bytes, code) => {
    expect(codesOf(await decode(bytes))).toEqual([code]);
  });
  it('no rejection quotes the text', async () => {
    const decoded = await decode(Buffer.from('{"resourceType":"Patient","name":"Secret"'));
    expect(JSON.stringify(decoded.rejections)).not.toContain('Secret');
  });
  it('what is larger than allowed is not even parsed', async () => {
    expect(codesOf(await decode(heartRate, {}, { maxBytes: 100 }))).toEqual(['too-large']);
  });
  it('a byte order mark is skipped, U+0000 dropped', async () => {
    const bytes = Buffer.from(
      `\uFEFF${JSON.stringify({ ...patient, id: 'p1', gender: 'female' }).replace('Secret', 'Ab\\u0000c')}`,
    );
    const decoded = await decode(bytes);
    expect(decoded.records).toMatchObject([{ name: 'Abc', sex: 'female' }]);
  });
  it('a simple observation needs no turn of the event loop', () => {
    const decoded = new FhirDecoder().decode(Buffer.from(JSON.stringify(heartRate)), origin());
    expect(decoded).not.toBeInstanceOf(Promise);
  });
});

describe('a bug', () => {
  it('costs one entry, and is reported under the id that its rejection carries', async () => {
    const bugs: string[] = [];
    const decoder = new FhirDecoder({ onBug: (_error, correlationId) => bugs.push(correlationId) });
    const broken = origin();
    let reads = 0;
    // The second read of the key breaks, as a bug in a reader would.
    Object.defineProperty(broken, 'key', {
      get: () => {
        reads += 1;
        if (reads === 2) throw new Error('bug');
        return null;
      },
    });
    const bytes = Buffer.from(JSON.stringify(bundle([heartRate, heartRate, heartRate])));
    const decoded = await decoder.decode(bytes, broken);
    expect(decoded.records).toHaveLength(2);
    expect(codesOf(decoded)).toEqual(['internal']);
    expect(decoded.rejections[0]?.detail).toContain(bugs[0]);
  });
});

describe('depth', () => {
  it('of nesting breaks no reader', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const texts = [
      `{"resourceType":"Encounter","class":${deep}}`,
      `{"resourceType":"Observation","code":${deep}}`,
      JSON.stringify({ ...heartRate, valueQuantity: { value: 'DEEP' } }).replace('"DEEP"', deep),
    ];
    for (const text of texts) {
      const decoded = await decode(Buffer.from(text));
      expect(codesOf(decoded)).not.toContain('internal');
      expect(decoded.records).toEqual([]);
    }
  });
});

describe('Bundle', () => {
  it.each(['collection', 'message', 'transaction', 'batch'] as const)(
    '%s is taken',
    async (type) => {
      const decoded = await decode(bundle([patient, heartRate], type));
      expect(decoded.records.map((record) => record.type)).toEqual(['patient', 'observation']);
    },
  );
  it('other types, entries without resource and Bundles inside are refused; the rest of the entries counts', async () => {
    expect(codesOf(await decode(bundle([heartRate], 'searchset')))).toEqual(['not-fhir']);
    const entry = [
      { request: { method: 'DELETE' } },
      null,
      { resource: bundle([heartRate]) },
      { resource: heartRate },
    ];
    const decoded = await decode({ resourceType: 'Bundle', type: 'batch', entry });
    expect(codesOf(decoded)).toEqual(['not-fhir', 'not-fhir', 'not-fhir']);
    expect(decoded.records).toHaveLength(1);
    expect(decoded.rejections[2]?.detail).toContain('entry[2]');
    const single = { resourceType: 'Bundle', type: 'batch', entry: { resource: heartRate } };
    expect((await decode(single)).rejections).toMatchObject([
      { code: 'not-fhir', detail: 'Bundle.entry is not a list' },
    ]);
  });
  it('a URN is resolved in its Bundle, to the id or to itself', async () => {
    const uuid = '0b2d9a52-2f5c-4a3e-9a53-0d7d9f3a7a11';
    const about = { ...heartRate, subject: { reference: `urn:uuid:${uuid}` } };
    const named = await decode(bundle([{ fullUrl: `urn:uuid:${uuid}`, resource: patient }, about]));
    expect(named.records.map((record) => record.patientId)).toEqual(['p1', 'p1']);
    const nameless = { resourceType: 'Patient', gender: 'male' } as const;
    const byUrn = await decode(
      bundle([{ fullUrl: `urn:uuid:${uuid}`, resource: nameless }, about]),
    );
    expect(byUrn.records.map((record) => record.patientId)).toEqual([uuid, uuid]);
    expect(codesOf(await decode(about))).toEqual(['no-patient']);
  });
  it('other resources are counted by type', async () => {
    const decoded = await decode(
      bundle([{ resourceType: 'Claim' } as never, { resourceType: 'Claim' } as never, heartRate]),
    );
    expect(decoded.ignored).toEqual({ Claim: 2 });
    expect(decoded.records).toHaveLength(1);
  });
});

describe('patient', () => {
  it.each([
    ['Patient/p1', 'p1'],
    ['https://ehr.example/fhir/Patient/p1', 'p1'],
    ['Patient/p1/_history/3', 'p1'],
    ['Patient/urn_x.1', 'urn_x.1'],
  ])('%s is %s', async (reference, patientId) => {
    const decoded = await decode({ ...heartRate, subject: { reference } });
    expect(decoded.records[0]?.patientId).toBe(patientId);
  });
  it.each([
    [undefined],
    [{}],
    [{ display: 'Secret' }],
    [{ reference: 'Group/g1' }],
    [{ reference: 'Patient/' }],
    [{ reference: 'Patient?identifier=1' }],
    [{ reference: '#p' }],
    [{ reference: 7 }],
  ])('subject %j is none', async (subject) => {
    const decoded = await decode({ ...heartRate, subject });
    expect(codesOf(decoded)).toEqual(['no-patient']);
    expect(JSON.stringify(decoded.rejections)).not.toContain('Secret');
  });
  it('a key that says another patient is refused', async () => {
    expect((await decode(heartRate, { key: 'p1' })).records).toHaveLength(1);
    const decoded = await decode(heartRate, { key: 'p2' });
    expect(codesOf(decoded)).toEqual(['key-mismatch']);
    expect(decoded.rejections[0]?.detail).toMatch(/^key "p2" is not "p1"/);
    expect(decoded.records).toEqual([]);
    expect(codesOf(await decode(patient, { key: 'p2' }))).toEqual(['key-mismatch']);
  });
});

describe('time', () => {
  it('effective, issued, broker and ingest time are kept', async () => {
    const issued = '2026-03-10T12:45:00.123+01:00';
    const decoded = await decode({ ...heartRate, issued });
    expect(decoded.records[0]?.times).toEqual({
      effectiveAt: Date.parse(MEASURED),
      issuedAt: Date.parse(issued),
      brokerAt: NOW - 1000,
      ingestedAt: NOW,
    });
  });
  it.each([
    ['yesterday'],
    ['2026-02-30T10:00:00Z'],
    ['2026'],
    ['2026-03'],
    [undefined],
    [7],
    ['0026-03-10T10:00:00Z'],
  ])('%s is no time', async (effectiveDateTime) => {
    expect(codesOf(await decode({ ...heartRate, effectiveDateTime }))).toEqual(['no-time']);
  });
  it('a clock may run 5 minutes ahead, not more', async () => {
    const at = (ms: number) => ({
      ...heartRate,
      effectiveDateTime: new Date(NOW + ms).toISOString(),
    });
    expect((await decode(at(300_000))).records).toHaveLength(1);
    expect(codesOf(await decode(at(300_001)))).toEqual(['time-in-future']);
  });
  it('the reason names the field that holds it', async () => {
    const rest = { ...heartRate, effectiveDateTime: undefined };
    const end = new Date(NOW + 400_000).toISOString();
    const reason = async (when: object) =>
      (await decode({ ...rest, ...when })).rejections[0]?.detail;
    expect(await reason({ effectivePeriod: { start: MEASURED, end } })).toContain(
      `effectivePeriod ${end}`,
    );
    expect(await reason({ effectiveTiming: { event: ['soon'] } })).toContain('effectiveTiming');
    expect(await reason({})).toBe('effectiveDateTime is missing');
  });
  it('wall-clock time is that of the site; a period counts from its end', async () => {
    const local = { ...heartRate, effectiveDateTime: '2026-03-10T12:30:00' };
    const decoded = await decode(local, {}, { timeZone: 'Europe/Vienna' });
    expect(decoded.records[0]?.times.effectiveAt).toBe(Date.parse('2026-03-10T11:30:00Z'));
    const rest = { ...heartRate, effectiveDateTime: undefined };
    const effectivePeriod = { start: '2026-03-10T10:00:00Z', end: '2026-03-10T11:00:00Z' };
    const period = await decode({ ...rest, effectivePeriod });
    expect(period.records[0]?.times.effectiveAt).toBe(Date.parse(effectivePeriod.end));
  });
});

describe('identity and version', () => {
  const versionOf = async (resource: unknown) => (await decode(resource)).records[0]?.version ?? '';
  const base = {
    ...heartRate,
    meta: { versionId: '2', lastUpdated: '2026-03-10T11:31:00Z' },
    issued: MEASURED,
  };

  it('sorts by versionId, then lastUpdated, then issued, then status', async () => {
    const inOrder = [
      { ...heartRate, status: 'preliminary' },
      heartRate,
      { ...heartRate, issued: MEASURED },
      { ...heartRate, status: 'corrected', issued: MEASURED },
      { ...heartRate, meta: { lastUpdated: '2026-03-10T11:31:00Z' } },
      { ...base, meta: { ...base.meta, lastUpdated: '2026-03-10T11:30:00Z' } },
      base,
      { ...base, issued: '2026-03-10T11:40:00Z' },
      { ...base, meta: { versionId: '10' } },
    ];
    const versions = await Promise.all(inOrder.map(versionOf));
    expect([...versions].sort()).toEqual(versions);
    expect(new Set(versions).size).toBe(versions.length);
  });
  it('the same content is the same version, however it is written and wherever it arrives', async () => {
    const reordered = Object.fromEntries(Object.entries(base).reverse());
    expect(await versionOf(reordered)).toBe(await versionOf(base));
    expect(await versionOf(bundle([base]))).toBe(await versionOf(base));
  });
  it('what comes again under one versionId or lastUpdated is that message again, whatever it says', async () => {
    const of = (value: number, meta?: object): Promise<string> =>
      versionOf({ ...heartRate, valueQuantity: ucum(value, '/min'), meta });
    for (const meta of [{ versionId: '1' }, { lastUpdated: MEASURED }]) {
      expect(await of(80, meta)).toBe(await of(81, meta));
    }
    expect(await of(80)).not.toBe(await of(81));
  });
  it('of a person or a stay without version the log took later what holds, but the same version is the same', async () => {
    const person = { resourceType: 'Patient', id: 'p1', name: [{ text: 'A' }] };
    const stay = {
      ...{ resourceType: 'Encounter', id: 'e1', status: 'in-progress', class: { code: 'IMP' } },
      ...{ subject: { reference: 'Patient/p1' }, period: { start: MEASURED } },
    };
    const at = async (resource: object, brokerAt: number) =>
      (await decode(resource, { brokerAt })).records[0]?.version ?? '';
    for (const resource of [person, stay]) {
      const [first, second] = [await at(resource, NOW - 20), await at(resource, NOW - 10)];
      expect(first < second).toBe(true);
      const numbered = { ...resource, meta: { versionId: '1' } };
      expect(await at(numbered, NOW - 20)).toBe(await at(numbered, NOW - 10));
    }
    const numbered = { ...heartRate, meta: { lastUpdated: MEASURED } };
    expect(await at(numbered, NOW - 20)).toBe(await at(numbered, NOW - 10));
  });
  it('what corrects or takes back holds, though only the original says when it was released', async () => {
    const original = await versionOf({ ...heartRate, issued: MEASURED });
    for (const status of ['corrected', 'amended', 'cancelled', 'entered-in-error']) {
      expect((await versionOf({ ...heartRate, status })) > original).toBe(true);
    }
  });
  it('what takes back or corrects, stripped of every order, holds over a number that it lost', async () => {
    const original = await versionOf({ ...heartRate, meta: { versionId: '7' } });
    for (const status of ['corrected', 'cancelled', 'entered-in-error']) {
      expect((await versionOf({ ...heartRate, status })) > original).toBe(true);
    }
    const numbered = { ...heartRate, status: 'entered-in-error', meta: { versionId: '6' } };
    expect((await versionOf(numbered)) > original).toBe(false);
  });
  it('a stay that was over or called off goes on where the log took that later, whatever the statuses', async () => {
    const at = async (status: string, brokerAt: number) => {
      const stay = {
        ...{ resourceType: 'Encounter', id: 'e1', status, class: { code: 'IMP' } },
        ...{ subject: { reference: 'Patient/p1' }, period: { start: MEASURED } },
      };
      return (await decode(stay, { brokerAt })).records[0]?.version ?? '';
    };
    for (const status of ['finished', 'cancelled', 'entered-in-error']) {
      expect((await at(status, NOW - 20)) < (await at('in-progress', NOW - 10))).toBe(true);
      expect((await at('in-progress', NOW - 20)) < (await at(status, NOW - 10))).toBe(true);
      expect((await at('in-progress', NOW - 20)) < (await at(status, NOW - 20))).toBe(true);
    }
  });
  it('of values under one id without version the later one holds', async () => {
    const earlier = { ...heartRate, effectiveDateTime: '2026-03-10T11:00:00Z' };
    expect((await versionOf(earlier)) < (await versionOf(heartRate))).toBe(true);
    const of = async (value: number, brokerAt: number) => {
      const said = { ...heartRate, valueQuantity: ucum(value, '/min') };
      return (await decode(said, { brokerAt })).records[0]?.version ?? '';
    };
    for (const value of [61, 62, 63, 64, 65, 66]) {
      expect((await of(value, NOW - 20)) < (await of(72, NOW - 10))).toBe(true);
    }
  });
  it('without id the resource is its patient, code, time and value', async () => {
    const nameless = { ...heartRate, id: undefined };
    const key = async (resource: unknown) => (await decode(resource)).records[0]?.resourceKey;
    expect(await key(nameless)).toBe(await key({ ...nameless, issued: MEASURED }));
    expect(await key(nameless)).toMatch(/^Observation\/~[0-9a-f]{32}$/);
    const others = [
      { ...nameless, valueQuantity: ucum(73, '/min') },
      { ...nameless, effectiveDateTime: '2026-03-10T11:31:00Z' },
      { ...nameless, subject: { reference: 'Patient/p2' } },
      { ...nameless, code: { coding: [{ system: 'http://loinc.org', code: '9279-1' }] } },
    ];
    for (const other of others) expect(await key(other)).not.toBe(await key(nameless));
  });
  it('the sender is meta.source, else ce_source', async () => {
    const withSource = await decode(
      { ...heartRate, meta: { source: 'urn:lab' } },
      { headers: { ce_source: 'urn:engine' } },
    );
    expect(withSource.records[0]?.source).toBe('urn:lab');
    const withHeader = await decode(heartRate, { headers: { ce_source: 'urn:engine' } });
    expect(withHeader.records[0]?.source).toBe('urn:engine');
  });
});

describe('corrections and retractions', () => {
  it('what is taken back says nothing, and needs neither value nor time nor code', async () => {
    const bare = {
      resourceType: 'Observation',
      id: 'o1',
      status: 'entered-in-error',
      subject: { reference: 'Patient/p1' },
    };
    for (const message of [
      { ...heartRate, status: 'entered-in-error' },
      { ...heartRate, status: 'cancelled' },
      bare,
    ]) {
      const decoded = await decode(message);
      expect(decoded.rejections).toEqual([]);
      expect(decoded.records).toMatchObject([
        { resourceKey: 'Observation/o1', retracted: true, facts: [] },
      ]);
    }
  });
  it('a correction nobody can read still takes the place of what it corrects', async () => {
    const unreadable = { ...heartRate, valueQuantity: { value: 72 } };
    expect((await decode(unreadable)).records).toEqual([]);
    for (const message of [
      { ...unreadable, status: 'corrected' },
      { ...unreadable, meta: { versionId: '2' } },
    ]) {
      const decoded = await decode(message);
      expect(codesOf(decoded)).toEqual(['unit-missing']);
      expect(observationsOf(decoded.records)).toMatchObject([
        { resourceKey: 'Observation/o1', facts: [] },
      ]);
    }
  });
  it('a status nobody knows is unknown and the value counts', async () => {
    const decoded = await decode({ ...heartRate, status: 'Final' });
    expect(decoded.records[0]?.status).toBe('unknown');
    expect(sayFacts(decoded)).toEqual(['heart-rate 72']);
  });
});
