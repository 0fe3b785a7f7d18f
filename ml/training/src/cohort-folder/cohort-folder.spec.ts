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
      'd,2025-03-01T10:00:00Z,1950,F,w',
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
    expect(stays.map(({ patientId }) => patientId)).toEqual(['a']);
    const [a] = stays;
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
        'patients.csv:6, sex: "F" is none of female, male, other, unknown',
        'patients.csv:7: 2 cells under 5 columns',
        'reports.csv:4, text: empty',
        'reports.csv:5, known_at: known before it was so',
      ].sort(),
    );
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
      'events.csv: Quote Not Closed',
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
