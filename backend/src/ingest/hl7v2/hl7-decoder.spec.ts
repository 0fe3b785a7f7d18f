import type { Decoded, Origin } from '../../pipeline/ports.ts';
import { FhirDecoder } from '../fhir-decoder.ts';
import { codesOf, NOW, origin, sayFacts } from '../testing/messages.ts';
import { Hl7Decoder } from './hl7-decoder.ts';
import type { LocalCodes } from './result-value.ts';

const MSH = 'MSH|^~\\&|LAB|HOSP|||20260310113500||';

async function decode(
  lines: readonly string[],
  overrides: Partial<Origin> = {},
  options: { timeZone?: string; localCodes?: LocalCodes } = {},
): Promise<Decoded> {
  const { timeZone = 'UTC', localCodes = new Map() } = options;
  const decoder = new Hl7Decoder(new FhirDecoder({ timeZone }), localCodes);
  return decoder.decode(Buffer.from(lines.join('\r')), origin(overrides));
}

const oru = (...obx: readonly string[]): readonly string[] => [
  `${MSH}ORU^R01|7|P|2.5`,
  'PID|1||p1^^^HOSP^MR',
  'OBR|1||F1|24331-1^Panel^LN|||20260310113000|||||||||||||||20260310113400|||F',
  ...obx,
];
const adt = (event: string, pv1: string, pid = 'p1^^^HOSP^MR'): readonly string[] => [
  `MSH|^~\\&|ADT|HOSP|||20260310114000||ADT^${event}|9|P|2.5`,
  `EVN|${event}|20260310113900`,
  `PID|1||${pid}||Doe^Jane^Q||19550102|F`,
  `PV1|1|I|WARD3^R1^B2${pv1}`,
];
/** PV1-19 and PV1-44, PV1-45. */
const VISIT = `||||||||||||||||V1${'|'.repeat(25)}20260309080000`;

describe('results', () => {
  it.each<[string, string, string[]]>([
    ['NM', 'OBX|1|NM|2160-0^Creatinine^LN||88|umol/L^^UCUM|||||F', ['creatinine 88']],
    ['units of laboratory systems', 'OBX|1|NM|2160-0^^LN||88|UMOLL|||||F', ['creatinine 88']],
    ['x10*9/L', 'OBX|1|NM|6690-2^^LN||7.5|x10*9/L|||||F', ['wbc 7.5']],
    ['mass units', 'OBX|1|NM|2345-7^^LN||180|mg/dL|||||F', ['glucose 9.9911']],
    ['SN with comparator', 'OBX|1|SN|48065-7^^LN||<^0.19|mg/L{FEU}|||||F', ['d-dimer <0.19']],
    ['SN without', 'OBX|1|SN|1988-5^^LN||^12|mg/L|||||F', ['crp 12']],
    ['ST with comparator', 'OBX|1|ST|1988-5^^LN||<5|mg/L|||||F', ['crp <5']],
    ['the alternate code', 'OBX|1|NM|K1^Krea^L^2160-0^^LN||88|umol/L|||||F', ['creatinine 88']],
    [
      'a monitor’s reference id',
      'OBX|1|NM|t5^MDC_PRESS_BLD_NONINV_SYS^MDC||150|MDC_DIM_MMHG|||||F',
      ['systolic-bp 150'],
    ],
    ['NIHSS item', 'OBX|1|NM|70184-7^^LN||2||||||F', ['item 1a 2']],
    ['NIHSS answer', 'OBX|1|CWE|70190-4^^LN||LA18458-2^^LN||||||F', ['item 5a 2']],
    ['an untestable item', 'OBX|1|ST|70190-4^^LN||UN||||||F', ['item 5a UN']],
    ['a preliminary one', 'OBX|1|NM|1988-5^^LN||12|mg/L|||||P', ['crp 12']],
  ])('%s', async (_name, obx, facts) => {
    const decoded = await decode(oru(obx));
    expect(decoded.rejections).toEqual([]);
    expect(sayFacts(decoded)).toEqual(facts);
    expect(decoded.records[0]).toMatchObject({
      patientId: 'p1',
      times: {
        effectiveAt: Date.UTC(2026, 2, 10, 11, 30),
        issuedAt: Date.UTC(2026, 2, 10, 11, 34),
      },
    });
  });

  it.each<[string, string, string]>([
    ['UN written as 9', 'OBX|1|NM|70192-0^^LN||9||||||F', 'nihss-item-range'],
    ['UN written as 99', 'OBX|1|NM|70190-4^^LN||99||||||F', 'nihss-item-range'],
    ['no unit', 'OBX|1|NM|2160-0^^LN||88|||||||F', 'unit-missing'],
    ['a unit nobody knows', 'OBX|1|NM|2160-0^^LN||88|furlong|||||F', 'unit-unknown'],
    ['D-dimer of unsaid kind', 'OBX|1|NM|7799-0^^LN||500|ng/mL|||||F', 'unit-ambiguous'],
    ['words for a number', 'OBX|1|ST|2160-0^^LN||see below|umol/L|||||F', 'value-not-numeric'],
    ['a ratio', 'OBX|1|SN|2160-0^^LN||^1^:^128|umol/L|||||F', 'value-not-numeric'],
    ['a pulse of zero', 'OBX|1|NM|8867-4^^LN||0|/min|||||F', 'value-implausible'],
    ['what cannot be obtained', 'OBX|1|NM|2160-0^^LN||||||||X', 'value-not-numeric'],
    [
      'a time ahead of the clock',
      'OBX|1|NM|2160-0^^LN||88|umol/L|||||F|||20260310130000',
      'time-in-future',
    ],
    ['a time that is none', 'OBX|1|NM|2160-0^^LN||88|umol/L|||||F|||noon', 'no-time'],
  ])('%s is rejected', async (_name, obx, code) => {
    const decoded = await decode(oru(obx));
    expect(codesOf(decoded)).toEqual([code]);
    expect(decoded.records).toEqual([]);
    expect(decoded.rejections[0]?.patientId).toBe('p1');
    expect(decoded.rejections[0]?.detail).not.toMatch(/valueQuantity|effectiveDateTime/);
  });

  it('one bad value does not cost the good ones beside it, and unknown codes are ignored', async () => {
    const decoded = await decode(
      oru(
        'OBX|1|NM|2160-0^^LN||88|umol/L|||||F',
        'OBX|2|NM|2951-2^^LN||140|furlong|||||F',
        'OBX|3|TX|tt-1^AVPU^L||A||||||F',
        'OBX|4|NM|2823-3^^LN||4.1|mmol/L|||||I',
        'ZBX|own segment',
      ),
    );
    expect(sayFacts(decoded)).toEqual(['creatinine 88']);
    expect(codesOf(decoded)).toEqual(['unit-unknown']);
    expect(decoded.ignored).toEqual({ 'Observation:other': 1, 'OBX:without-result': 1 });
  });

  it('results without an order go by their own time, and are refused without one', async () => {
    const [header = '', pid = ''] = oru();
    const at = 'OBX|1|NM|2160-0^^LN||88|umol/L|||||F|||20260310113000';
    expect(sayFacts(await decode([header, pid, at]))).toEqual(['creatinine 88']);
    const timeless = at.replace('|||20260310113000', '');
    expect(codesOf(await decode([header, pid, timeless]))).toEqual(['no-time']);
  });

  it('a site’s own codes count where it says what they mean', async () => {
    const obx = 'OBX|1|NM|tt-0003-01^Creatinine^WinPath||88|UMOLL|||||F';
    expect(sayFacts(await decode(oru(obx)))).toEqual([]);
    const localCodes = new Map([['WinPath|tt-0003-01', '14682-9']]);
    expect(sayFacts(await decode(oru(obx), {}, { localCodes }))).toEqual(['creatinine 88']);
  });

  it('the OBX’s own time counts before the order’s; without an offset it is the site’s', async () => {
    const own = oru('OBX|1|NM|1988-5^^LN||12|mg/L|||||F|||20260310101500');
    const [berlin] = (await decode(own, {}, { timeZone: 'Europe/Berlin' })).records;
    expect(berlin?.times.effectiveAt).toBe(Date.UTC(2026, 2, 10, 9, 15));
    const zoned = oru('OBX|1|NM|1988-5^^LN||12|mg/L|||||F|||20260310101500-0500');
    const [record] = (await decode(zoned, { ingestedAt: NOW + 86_400_000 })).records;
    expect(record?.times.effectiveAt).toBe(Date.UTC(2026, 2, 10, 15, 15));
  });

  it('a haemolysed specimen makes potassium unusable, by specimen or by note', async () => {
    const obx = 'OBX|1|NM|2823-3^^LN||6.9|mmol/L|||||F';
    const note = await decode(oru(obx, 'NTE|1||Specimen haemolysed'));
    const specimen = await decode(oru(obx, `SPM|1${'|'.repeat(23)}HEM^Hemolyzed^HL70493`));
    for (const decoded of [note, specimen]) {
      expect(sayFacts(decoded)).toEqual([]);
      expect(decoded.rejections).toHaveLength(1);
    }
  });
});

describe('corrections', () => {
  const crp = (status: string, value: string): string =>
    `OBX|1|NM|1988-5^^LN||${value}|mg/L|||||${status}`;
  const later = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => line.replace('20260310113500', '20260310115000'));

  it.each([
    ['P', 'F', false],
    ['F', 'C', false],
    ['F', 'A', false],
    ['F', 'D', true],
    ['F', 'W', true],
    ['P', 'U', false],
  ])('%s then %s is a newer version of the same resource', async (first, second, retracted) => {
    const [before] = (await decode(oru(crp(first, '12')))).records;
    const [after] = (await decode(later(oru(crp(second, '15'))))).records;
    expect(after?.resourceKey).toBe(before?.resourceKey);
    expect(before !== undefined && after !== undefined && after.version > before.version).toBe(
      true,
    );
    expect(after?.retracted).toBe(retracted);
  });

  it.each([
    ['nothing', '|||', 'NM'],
    ['an empty line', '|||', ''],
    ['a null', '|""||', 'NM'],
  ])('U with %s for a value takes nothing away, and is told', async (_name, value, type) => {
    const decoded = await decode(later(oru(`OBX|1|${type}|1988-5^^LN|${value}||||U`)));
    expect(decoded.records).toEqual([]);
    expect(decoded.ignored).toEqual({});
    expect(decoded.rejections).toMatchObject([
      {
        code: 'value-not-numeric',
        patientId: 'p1',
        detail:
          'OBX-11 of 1988-5 is U: final now, without the value; what was sent before stands as preliminary',
      },
    ]);
  });

  it('the same message again is the same version', async () => {
    const [once] = (await decode(oru(crp('F', '12')))).records;
    const [again] = (await decode(oru(crp('F', '12')), { ingestedAt: NOW + 60_000 })).records;
    expect([again?.resourceKey, again?.version]).toEqual([once?.resourceKey, once?.version]);
  });

  it('two measurements of one order are two, though nobody numbered them', async () => {
    const at = (time: string): string => `${crp('F', '12')}|||2026031011${time}00`;
    const { records } = await decode(oru(at('00'), at('15')));
    expect(new Set(records.map(({ resourceKey }) => resourceKey)).size).toBe(2);
  });
});

describe('reports', () => {
  const report = (status: string, ...obx: readonly string[]): readonly string[] => [
    `${MSH}ORU^R01|7|P|2.5`,
    'PID|1||p1^^^HOSP^MR',
    `OBR|1||F2|CT1^CT head^L|||20260310110000|||||||||||||||20260310113000||CT|${status}`,
    ...obx,
  ];

  it('become one text, with its sections, escapes and repetitions', async () => {
    const decoded = await decode(
      report(
        'F',
        'OBX|1|TX|CT1&GDT^CT head^L||Dense left MCA \\T\\ loss of insular ribbon.~No haemorrhage.||||||F',
        'OBX|2|TX|CT1&IMP^CT head^L||Acute infarct.||||||F',
        'OBX|3|TX|CT1&IMP^CT head^L||taken back||||||W',
      ),
    );
    expect(decoded.rejections).toEqual([]);
    expect(decoded.records).toMatchObject([
      {
        type: 'report',
        title: 'CT head',
        status: 'final',
        text: 'Dense left MCA & loss of insular ribbon.\nNo haemorrhage.\nImpression:\nAcute infarct.',
      },
    ]);
  });

  it('keep what follows a separator that nobody escaped', async () => {
    const { records } = await decode(
      report('F', 'OBX|1|TX|CT1||T2^FLAIR bright & swollen~""||||||F', 'OBX|2|TX|CT1||End.||||||F'),
    );
    expect(records).toMatchObject([{ text: 'T2^FLAIR bright & swollen\n\nEnd.' }]);
  });

  it.each([
    ['F', 'F', 'final', false],
    ['P', 'P', 'preliminary', false],
    ['F', 'Wet Read', 'final', false],
    ['C', 'C', 'corrected', false],
    ['F', 'W', 'entered-in-error', true],
  ])('of status %s with lines %s are %s', async (order, line, status, retracted) => {
    const { records } = await decode(report(order, `OBX|1|TX|CT1||Text.||||||${line}`));
    expect(records).toMatchObject([{ type: 'report', status, retracted }]);
  });

  it('a laboratory’s text is none', async () => {
    const lines = report('F', 'OBX|1|TX|X^Comment^L||see above||||||F').map((line) =>
      line.replace('|CT|', '|LAB|'),
    );
    const decoded = await decode(lines);
    expect(decoded.records).toEqual([]);
    expect(decoded.rejections).toEqual([]);
  });

  it('a cancelled order takes nothing back', async () => {
    const decoded = await decode(report('X', 'OBX|1|TX|CT1||never done||||||X'));
    expect(decoded.records).toEqual([]);
    expect(decoded.ignored).toEqual({ 'OBR:without-result': 1 });
  });
});

describe('admissions', () => {
  const encounter = async (
    event: string,
    pv1: string,
    time = '114000',
  ): Promise<Decoded['records'][number] | undefined> => {
    const lines = adt(event, pv1).map((line) => line.replace('113900', time));
    return (await decode(lines)).records.find(({ type }) => type === 'encounter');
  };

  it('A01 opens a stay on its ward and bed, with who it is', async () => {
    const decoded = await decode(adt('A01', VISIT));
    expect(decoded.rejections).toEqual([]);
    expect(decoded.records).toMatchObject([
      {
        type: 'patient',
        patientId: 'p1',
        name: 'Jane Q Doe',
        birthDate: '1955-01-02',
        sex: 'female',
      },
      {
        type: 'encounter',
        encounterId: 'V1',
        encounterStatus: 'in-progress',
        start: Date.UTC(2026, 2, 9, 8),
        end: null,
        locations: [{ locationId: 'WARD3-R1-B2', active: true }],
      },
    ]);
    expect(decoded.locations).toMatchObject([
      { locationId: 'WARD3', kind: 'ward', name: 'WARD3' },
      { locationId: 'WARD3-R1-B2', kind: 'bed', name: 'R1-B2', partOf: 'WARD3' },
    ]);
  });

  it('the same place said again is no news', async () => {
    const [first] = (await decode(adt('A01', VISIT))).locations;
    const [again] = (await decode(adt('A08', VISIT), { ingestedAt: NOW + 1 })).locations;
    expect(again?.version).toBe(first?.version);
  });

  it('A02 moves, A08 updates, A03 ends, A13 takes the end back, A11 the whole: each a newer version of one stay', async () => {
    const left = VISIT.replace(/$/, '|20260310113000');
    const course = [
      await encounter('A01', VISIT, '114000'),
      await encounter('A02', VISIT.replace('V1', 'V1'), '114100'),
      await encounter('A08', VISIT, '114200'),
      await encounter('A03', left, '114300'),
      await encounter('A13', left, '114400'),
      await encounter('A11', VISIT, '114500'),
    ];
    expect(new Set(course.map((one) => one?.resourceKey)).size).toBe(1);
    const versions = course.map((one) => one?.version ?? '');
    expect(versions).toEqual([...versions].sort());
    expect(course).toMatchObject([
      { encounterStatus: 'in-progress', retracted: false },
      { encounterStatus: 'in-progress', retracted: false },
      { encounterStatus: 'in-progress', retracted: false },
      { encounterStatus: 'finished', end: Date.UTC(2026, 2, 10, 11, 30) },
      { encounterStatus: 'in-progress', end: null },
      { retracted: true },
    ]);
    expect(
      new Set(course.slice(0, 5).map((one) => (one?.type === 'encounter' ? one.start : 0))).size,
    ).toBe(1);
  });

  it('a move or a discharge that does not say when the stay began is one, and says that it does not', async () => {
    const decoded = await decode(adt('A02', '||||||||||||||||V1'));
    expect(decoded.rejections).toEqual([]);
    expect(decoded.records.at(-1)).toMatchObject({
      ...{ resourceKey: 'Encounter/V1', start: Date.UTC(2026, 2, 10, 11, 39), startUnsaid: true },
      locations: [{ locationId: 'WARD3-R1-B2', active: true }],
    });
    const left = await encounter('A03', `||||||||||||||||V1${'|'.repeat(26)}20260310113000`);
    expect(left).toMatchObject({ startUnsaid: true, end: Date.UTC(2026, 2, 10, 11, 30) });
  });

  it('of two messages of one second the later one holds', async () => {
    const lines = adt('A02', VISIT);
    const [first, second] = await Promise.all(
      [1, 2].map((brokerAt) => decode(lines, { brokerAt: NOW - 10 + brokerAt })),
    );
    for (const index of [0, 1]) {
      const versions = [first, second].map((one) => one?.records[index]?.version ?? '');
      expect(versions[0]! < versions[1]!).toBe(true);
    }
  });

  it('an admission without PV1-44 begins when it was recorded', async () => {
    const stay = await encounter('A01', '||||||||||||||||V1', '113000');
    expect(stay).toMatchObject({ start: Date.UTC(2026, 2, 10, 11, 30) });
  });

  it('a death is a discharge that says so', async () => {
    const expired = `||||||||||||||||V1${'|'.repeat(17)}20${'|'.repeat(8)}20260309080000|20260310113000`;
    expect(await encounter('A03', expired)).toMatchObject({ died: true });
  });

  it('DG1 names the stroke', async () => {
    const lines = [...adt('A01', VISIT), 'DG1|1||I63.4^Cerebral infarction^I10|||A'];
    const { records } = await decode(lines);
    expect(records.at(-1)).toMatchObject({ type: 'condition', condition: 'ischaemic-stroke' });
  });

  it.each(['A05', 'A14', 'A60'])('%s is ignored', async (event) => {
    const decoded = await decode(adt(event, VISIT));
    expect(decoded.records).toEqual([]);
    expect(decoded.ignored).toEqual({ [`ADT^${event}`]: 1 });
  });

  it('another message type is ignored by type', async () => {
    const decoded = await decode([`${MSH}SIU^S12|1|P|2.5`, 'SCH|1']);
    expect(decoded.ignored).toEqual({ 'SIU^S12': 1 });
  });
});

describe('who it is', () => {
  const merge = [
    'MSH|^~\\&|ADT|HOSP|||20260310114000||ADT^A40|9|P|2.5',
    'EVN|A40|20260310113900',
    'PID|1||new^^^HOSP^MR||Doe^Jane',
    'MRG|old^^^HOSP^MR',
  ];

  it('a merge lies under the keys of both, and each record is taken under its own', async () => {
    const loser = await decode(merge, { key: 'old' });
    expect(loser.records).toMatchObject([{ type: 'patient', patientId: 'old', replacedBy: 'new' }]);
    const survivor = await decode(merge, { key: 'new' });
    expect(survivor.records).toMatchObject([
      { type: 'patient', patientId: 'new', replacedBy: null },
    ]);
    expect((await decode(merge)).records).toHaveLength(2);
    expect([loser, survivor].flatMap(({ rejections }) => rejections)).toEqual([]);
  });

  it('two patients who change beds are each taken under their own key', async () => {
    const pv1 = (bed: string, visit: string): string =>
      `PV1|1|I|WARD3^R1^${bed}||||||||||||||||${visit}${'|'.repeat(25)}20260309080000`;
    const swap = [
      'MSH|^~\\&|ADT|HOSP|||20260310114000||ADT^A17|9|P|2.5',
      ...['EVN|A17|20260310113900', 'PID|1||a^^^HOSP^MR||A', pv1('B1', 'Va')],
      ...['PID|2||b^^^HOSP^MR||B', pv1('B2', 'Vb')],
    ];
    for (const key of ['a', 'b']) {
      const { records, rejections } = await decode(swap, { key });
      expect(rejections).toEqual([]);
      expect(new Set(records.map(({ patientId }) => patientId))).toEqual(new Set([key]));
    }
  });

  it.each<[string, string, string]>([
    ['no PID-3', 'PID|1||', 'no-patient'],
    ['a PID-3 that cannot be an id', 'PID|1||not an id', 'no-patient'],
  ])('%s', async (_name, pid, code) => {
    const decoded = await decode([`${MSH}ORU^R01|7|P|2.5`, pid, 'OBR|1', 'OBX|1']);
    expect(codesOf(decoded)).toEqual([code]);
  });

  it('another key than PID-3 is rejected, once', async () => {
    const lines = oru(
      'OBX|1|NM|1988-5^^LN||12|mg/L|||||F',
      'OBX|2|NM|2951-2^^LN||140|mmol/L|||||F',
    );
    expect(codesOf(await decode(lines, { key: 'p2' }))).toEqual(['key-mismatch']);
  });

  it('the medical record number is taken among several identifiers', async () => {
    const [record] = (await decode(adt('A01', VISIT, '123^^^SSA^SS~p9^^^HOSP^MR'))).records;
    expect(record?.patientId).toBe('p9');
  });
});
