import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulateCohort } from '@endwatch/simulation';
import { stayOfRecords, type StayRecords } from '../stay-rows.ts';
import { TABLES, type TableName } from './columns.ts';
import { readManifest } from './manifest.ts';
import { CohortError, problemWords } from './problem.ts';
import { readCohort, type CohortStay } from './read-cohort.ts';
import { writeCohort } from './write-cohort.ts';

const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
const HOURS = [0, 3, 6, 24, 72];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'endwatch-cohort-spec-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(strict = false): Promise<{ stays: CohortStay[]; problems: string[] }> {
  const problems: string[] = [];
  const stays: CohortStay[] = [];
  const onProblem = (one: Parameters<typeof problemWords>[0]) => problems.push(problemWords(one));
  for await (const stay of readCohort({ folder, strict, onProblem })) stays.push(stay);
  return { stays, problems };
}

function write(table: TableName, ...lines: readonly string[]): void {
  writeFileSync(join(folder, `${table}.csv`), `${lines.join('\n')}\n`);
}

describe('a cohort folder', () => {
  it('gives back what was written: the same features, texts and follow-up for every patient', async () => {
    const written = [
      ...simulateCohort({ seed: 11, patients: 25, admittedAt: ADMITTED_AT, hours: 348 }),
    ];
    const { patients } = await writeCohort(folder, written, {
      ...{ kind: 'simulated', seed: 11, patients: 25 },
    });
    const { stays, problems } = await read(true);

    expect(problems).toEqual([]);
    expect([patients, stays.length]).toEqual([25, 25]);
    const rows = (stay: StayRecords) => stayOfRecords({ ...stay, trueHazards: null }, HOURS);
    for (const stay of written) {
      const again = stays.find(({ patientId }) => patientId === stay.patientId);
      expect(again && rows(again)).toEqual(rows(stay));
    }
    expect(readManifest(folder)).toEqual({ kind: 'simulated', seed: 11, patients: 25 });
  });

  it('holds no name, and needs no order of rows or columns', async () => {
    const [stay] = simulateCohort({ seed: 4, patients: 1, admittedAt: ADMITTED_AT });
    if (!stay) throw new Error('nobody');
    await writeCohort(folder, [stay], { kind: 'site', name: null });
    for (const table of Object.keys(TABLES)) {
      expect(readFileSync(join(folder, `${table}.csv`), 'utf8')).not.toContain(stay.name);
    }
    const before = (await read()).stays[0]?.records.length;
    const [header = '', ...rows] = readFileSync(join(folder, 'observations.csv'), 'utf8')
      .trim()
      .split('\n');
    const turned = (line: string): string => line.split(',').reverse().join(',');
    write('observations', turned(header), ...rows.reverse().map(turned));
    expect((await read()).stays[0]?.records.length).toBe(before);
  });
});

describe('a cohort by hand', () => {
  beforeEach(() => {
    write(
      'patients',
      'patient_id,admitted_at,birth_date,sex',
      'a,2025-03-01T10:00:00+01:00,1950,female',
    );
    write('nihss', 'patient_id,effective_at,total,item_5a', 'a,2025-03-01T10:30:00+01:00,7,2');
  });

  it('tells file, line, field and reason of each row it cannot use, and uses the others', async () => {
    write(
      'patients',
      'patient_id,admitted_at,birth_date,sex,ward',
      'a,2025-03-01T10:00:00+01:00,1950,female,w',
      'a,2025-03-02T10:00:00+01:00,1950,female,w',
      'b,2025-03-01 10:00,1950,female,w',
      'c,2025-03-01T10:00:00Z,31.5.1950,female,w',
      'd,2025-03-01T10:00:00Z,1950-02-30,F,w',
      'f,2025-02-30T10:00:00Z,1950,female,w',
      'e,2025-03-01T10:00:00Z',
    );
    write(
      'observations',
      'patient_id,effective_at,loinc,value,unit',
      'a,2025-03-01T10:30:00+01:00,8867-4,88,/min',
      'a,2025-03-01T10:30:00+01:00,8867-4,"88,5",/min',
      'a,2025-03-01T10:30:00+01:00,8867-4,88,',
      'a,2025-03-01T10:30:00+01:00,8867-4,880,/min',
      'a,2025-03-01T10:30:00+01:00,1-1,88,/min',
      'a,2025-03-01T10:30:00+01:00,30240-6,0.5,mg/L',
      'z,2025-03-01T10:30:00+01:00,8867-4,88,/min',
    );
    write(
      'nihss',
      'patient_id,effective_at,total,item_5a,item_9',
      'a,2025-03-01T10:30:00+01:00,7,2,',
      'a,2025-03-01T11:30:00+01:00,43,,',
      'a,2025-03-01T11:30:00+01:00,,5,',
      'a,2025-03-01T11:30:00+01:00,,,UN',
      'a,2025-03-01T11:30:00+01:00,,,',
    );
    write(
      'events',
      'patient_id,at,event',
      'a,2025-02-01T10:30:00Z,discharge',
      'a,2025-03-01T10:30:00Z,sneeze',
    );
    write(
      'reports',
      'patient_id,effective_at,text,known_at',
      'a,2025-03-01T10:30:00Z,"Two',
      'lines.",2025-03-01T11:30:00Z',
      'a,2025-03-01T10:30:00Z,,',
      'a,2025-03-01T10:30:00Z,Early.,2025-03-01T09:30:00Z',
    );
    const { stays, problems } = await read();
    expect(stays.map(({ patientId }) => patientId).sort()).toEqual(['a', 'c', 'd']);
    const a = stays.find(({ patientId }) => patientId === 'a');
    const [c, d] = ['c', 'd'].map((id) =>
      stays
        .find(({ patientId }) => patientId === id)
        ?.records.find((one) => one.type === 'patient'),
    );
    expect([c, d]).toMatchObject([
      { birthDate: null, sex: 'female' },
      { birthDate: null, sex: 'unknown' },
    ]);
    expect(a?.records.map(({ type }) => type).sort()).toEqual(
      ['encounter', 'observation', 'observation', 'patient', 'report'].sort(),
    );
    expect(problems.sort()).toEqual(
      [
        'events.csv:2, at: before admission',
        'events.csv:3, event: "sneeze" is none of ischaemic-stroke, mca-occlusion, diabetes, hypertension, atrial-fibrillation, prior-stroke, thrombolysis, thrombectomy, discharge, death',
        'nihss.csv:3, total: 43 is not a whole number from 0 to 42',
        'nihss.csv:4, item_5a: "5" is not within 0–4 or UN',
        'nihss.csv:5, item_9: "UN" is not within 0–3',
        'nihss.csv:6, total: neither total nor items',
        'observations.csv:3, value: "88,5" is not a number',
        'observations.csv:4, unit: unit-missing: 8867-4 (heart rate): 88 has no unit',
        'observations.csv:5, value: value-implausible: 8867-4 (heart rate): 880 /min is outside 25–300 /min',
        'observations.csv:6, loinc: unknown-code: LOINC 1-1 is no quantity in use',
        'observations.csv:7, unit: unit-ambiguous: 30240-6: "mg/L" does not say FEU or DDU',
        'observations.csv:8, patient_id: not among the patients',
        'patients.csv:1, ward: no such column is known: not used',
        'patients.csv:3, patient_id: among the patients already',
        'patients.csv:4, admitted_at: "2025-03-01 10:00" is no time like 2026-01-02T03:04:05+01:00',
        'patients.csv:5, birth_date: "31.5.1950" is no date like 1948, 1948-05 or 1948-05-31',
        'patients.csv:6, birth_date: "1950-02-30" is no date like 1948, 1948-05 or 1948-05-31',
        'patients.csv:6, sex: "F" is none of female, male, other, unknown',
        'patients.csv:7, admitted_at: "2025-02-30T10:00:00Z" is no time like 2026-01-02T03:04:05+01:00',
        'patients.csv:8: 2 cells under 5 columns',
        'reports.csv:4, text: empty',
        'reports.csv:5, known_at: known before it was so',
      ].sort(),
    );
  });

  it('takes what is left of an examination, and says where a total is not its items', async () => {
    write(
      'nihss',
      'patient_id,effective_at,total,item_5a,item_9',
      'a,2025-03-01T10:30:00+01:00,7,9,1',
      'a,2025-03-01T11:30:00+01:00,2,4,',
      'a,2025-03-01T12:30:00+01:00,x,,',
    );
    const { stays, problems } = await read();
    const facts = stays[0]?.records.flatMap((one) => (one.type === 'observation' ? one.facts : []));
    expect(facts).toEqual([
      { kind: 'nihss-item', item: '9', score: 1 },
      { kind: 'nihss-total', total: 7 },
      { kind: 'nihss-item', item: '5a', score: 4 },
      { kind: 'nihss-total', total: 2 },
    ]);
    expect(problems).toEqual([
      'nihss.csv:2, item_5a: "9" is not within 0–4 or UN',
      'nihss.csv:3, total: nihss-total-mismatch: 2 cannot be with these 1 items, which hold',
      'nihss.csv:4, total: "x" is not a number',
    ]);
  });

  it('goes on behind a quote that stands where none may, a row twice and bytes of another encoding', async () => {
    const row = (minute: string, text: string): string => `a,2025-03-01T10:${minute}:00Z,${text}\n`;
    writeFileSync(
      join(folder, 'reports.csv'),
      Buffer.concat([
        Buffer.from('patient_id,effective_at,text\n'),
        Buffer.from(row('30', '"The "dense" MCA.\nSecond line."')),
        Buffer.from(row('31', 'M1 is 5" long')),
        Buffer.from(row('32', '"In\ntwo lines."')),
        Buffer.from(row('33', 'Once.') + row('33', 'Once.')),
        Buffer.from([...Buffer.from('a,2025-03-01T10:34:00Z,'), 0xd7, 0xf3, 0xb2, 0xe0, 0x0a]),
        Buffer.from('a,2025-03-01T10:35:00Z,last,\n'),
      ]),
    );
    const { stays, problems } = await read();
    const texts = stays[0]?.records.flatMap((one) => (one.type === 'report' ? [one.text] : []));
    expect(texts).toEqual(['In\ntwo lines.', 'Once.']);
    expect(problems).toEqual([
      'reports.csv:2: a quote inside a cell: it has to be doubled, and the cell to stand in quotes',
      'reports.csv:4: a quote inside a cell: it has to be doubled, and the cell to stand in quotes',
      'reports.csv:9, text: not UTF-8',
      'reports.csv:10: 4 cells under 3 columns',
      'reports.csv:8: the same as line 7',
    ]);
  });

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'a death, and the discharge that was written for it',
      ['4,discharge', '4,death'],
      ['4,died'],
      [],
    ],
    ['a death before its discharge', ['5,discharge', '4,death'], ['4,died'], []],
    ['a death at home', ['4,discharge', '6,death'], ['4,left'], []],
    [
      'two discharges',
      ['6,discharge', '4,discharge'],
      ['4,left'],
      ['events.csv:2, event: the stay has ended before'],
    ],
  ])('ends with %s', async (_what, events, ended, told) => {
    const rows = events.map((one) => `a,2025-03-0${one.replace(',', 'T10:30:00Z,')}`);
    write('events', 'patient_id,at,event', ...rows);
    const { stays, problems } = await read();
    const ends = stays[0]?.records.flatMap((one) =>
      one.type === 'encounter' && one.end !== null
        ? [`${String(new Date(one.end).getUTCDate())},${one.died ? 'died' : 'left'}`]
        : [],
    );
    expect([ends, problems]).toEqual([ended, told]);
  });

  it('tells once for each table of rows whose patient is not there', async () => {
    const row = 'z,2025-03-01T10:30:00+01:00,8867-4';
    const rows = [88, 89, 90].map((value) => `${row},${String(value)},/min`);
    write('observations', 'patient_id,effective_at,loinc,value,unit', ...rows);
    expect((await read()).problems).toEqual([
      'observations.csv:2, patient_id: not among the patients, nor is that of 2 more rows',
    ]);
  });

  it('ends at the first such row when told to be strict', async () => {
    write('events', 'patient_id,at,event', 'a,2025-03-01T10:30:00Z,sneeze');
    await expect(read(true)).rejects.toThrow(/^events\.csv:2, event: "sneeze"/);
  });

  it.each<[string, () => void, string]>([
    ['without its examinations', () => rmSync(join(folder, 'nihss.csv')), 'has no nihss.csv'],
    [
      'without a column',
      () => write('nihss', 'patient_id,total'),
      'nihss.csv has no column effective_at',
    ],
    [
      'with semicolons between its columns',
      () => write('nihss', 'patient_id;effective_at;total'),
      'its columns are parted by a semicolon, they have to be by a comma',
    ],
    ['that is not there', () => rmSync(folder, { recursive: true }), 'there is no folder'],
    [
      'with a column twice',
      () => write('events', 'patient_id,at,event,at'),
      'events.csv has column at twice',
    ],
    [
      'with an empty file',
      () => writeFileSync(join(folder, 'events.csv'), ''),
      'events.csv is empty',
    ],
    [
      'with an open quote',
      () => write('events', 'patient_id,at,event', 'a,"b'),
      'events.csv: a quote is opened and never closed',
    ],
    [
      'with a manifest of its own',
      () => writeFileSync(join(folder, 'cohort.json'), '{"kind":"x"}'),
      'cohort.json: "kind"',
    ],
  ])('is refused %s', async (_what, harm, reason) => {
    harm();
    const all = async (): Promise<unknown> => [readManifest(folder), await read()];
    await expect(all()).rejects.toThrow(reason);
    await expect(all()).rejects.toBeInstanceOf(CohortError);
  });
});
