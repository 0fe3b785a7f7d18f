import childProcess from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR } from '@endwatch/clinical';
import { stayOfRecords } from '../stay-rows.ts';
import { judged, leavesAt, outcomeOf } from './cohort-rules.ts';
import { CohortError, problemWords } from './problem.ts';
import { readCohort, type CohortStay } from './read-cohort.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'endwatch-fhir-spec-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, resources: readonly (object | string)[]): void {
  const lines = resources.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
}

async function read(strict = false): Promise<{ stays: CohortStay[]; problems: string[] }> {
  const problems: string[] = [];
  const stays: CohortStay[] = [];
  const onProblem = (one: Parameters<typeof problemWords>[0]) => problems.push(problemWords(one));
  for await (const stay of readCohort({ folder, strict, onProblem })) stays.push(stay);
  return { stays, problems };
}

const of = (patient: string) => ({ subject: { reference: `Patient/${patient}` } });
const loinc = (code: string) => ({ code: { coding: [{ system: 'http://loinc.org', code }] } });

const patient = (id: string, more: object = {}) => ({
  ...{ resourceType: 'Patient', id, birthDate: '1950-05-01', gender: 'female', ...more },
});

function encounter(id: string, period: object, more: object = {}) {
  const kind = { class: { code: 'IMP' }, status: 'finished' };
  return { resourceType: 'Encounter', id, ...kind, ...of('p'), period, ...more };
}

function stroke(more: object) {
  const coding = [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I63.511' }];
  return { resourceType: 'Condition', id: 'c', ...of('p'), code: { coding }, ...more };
}

function nihss(id: string, at: string, total: number) {
  const value = { effectiveDateTime: at, valueInteger: total };
  return {
    ...{ resourceType: 'Observation', id, status: 'final', ...loinc('72089-6'), ...of('p') },
    ...value,
  };
}

function heartRate(id: string, at: string, issued: string, unit = '/min') {
  const valueQuantity = { value: 88, unit, code: unit };
  return {
    ...{ resourceType: 'Observation', id, status: 'final', ...loinc('8867-4'), ...of('p') },
    ...{ effectiveDateTime: at, issued, valueQuantity },
  };
}

const REPORT = {
  ...{ resourceType: 'DiagnosticReport', id: 'ct', status: 'final', ...loinc('24725-4') },
  category: [{ coding: [{ system: 'http://loinc.org', code: 'LP29684-5' }] }],
  ...of('p'),
  effectiveDateTime: '2021-03-01T10:30:00Z',
  issued: '2021-03-01T11:30:00Z',
  conclusion: 'Dense left MCA.\u2028No haemorrhage.',
};

/** Emergency department, then the ward; years later another illness. */
function aStay(): void {
  write('Patient.ndjson', [patient('p'), patient('never-here')]);
  write('Encounter.ndjson', [
    encounter(
      'ed',
      { start: '2021-03-01T10:00:00Z', end: '2021-03-01T13:00:00Z' },
      { class: { code: 'EMER' } },
    ),
    encounter('ward', { start: '2021-03-01T13:05:00Z', end: '2021-03-09T09:00:00Z' }),
    encounter('later', { start: '2023-06-01T10:00:00Z', end: '2023-06-04T10:00:00Z' }),
  ]);
  write('Condition.ndjson', [
    stroke({
      clinicalStatus: { coding: [{ code: 'resolved' }] },
      encounter: { reference: 'Encounter/ward' },
      recordedDate: '2021-03-09T09:00:00Z',
      abatementDateTime: '2021-09-01',
    }),
  ]);
  write('Observation.ndjson', [
    nihss('n0', '2021-03-01T10:20:00Z', 7),
    nihss('n1', '2021-03-02T10:20:00Z', 12),
    nihss('n2', '2023-06-01T10:20:00Z', 2),
    heartRate('h', '2021-03-01T11:00:00Z', '2021-03-01T15:00:00Z'),
    heartRate('no-unit', '2021-03-01T11:00:00Z', '2021-03-01T11:00:00Z', ''),
    '{"resourceType":"Observation"',
  ]);
  write('DiagnosticReport.ndjson', [REPORT]);
}

describe('a folder of FHIR', () => {
  it('gives the stay with the stroke as it was known then, whatever came later', async () => {
    aStay();
    const { stays, problems } = await read();
    expect(problems).toEqual([
      expect.stringMatching(/^Observation\.ndjson:5: unit-missing: /),
      'Observation.ndjson:6: not-json: the bytes are not JSON',
    ]);
    expect(stays).toHaveLength(1);
    const [stay] = stays;
    if (!stay) throw new Error('nobody');
    const seen = judged(stay);
    expect([stay.patientId, stay.admittedAt]).toEqual(['p', Date.parse('2021-03-01T10:00:00Z')]);
    expect([leavesAt(seen), outcomeOf(seen, stay.records)]).toEqual([null, 'early-end']);
    const snapshots = stayOfRecords(stay, [0, 3, 6])?.snapshots;
    expect(snapshots?.map(({ reports }) => reports)).toEqual([
      [],
      [REPORT.conclusion],
      [REPORT.conclusion],
    ]);
    const hours = stay.records.flatMap((one) =>
      one.type === 'observation' ? [(one.times.ingestedAt - stay.admittedAt) / HOUR] : [],
    );
    expect(hours.sort((a, b) => a - b)).toEqual([1 / 3, 5, 24 + 1 / 3]);
  });

  it('takes a stroke of other years for an earlier one', async () => {
    aStay();
    write('Condition.ndjson', [stroke({ onsetDateTime: '2015-03-09' })]);
    const { stays } = await read();
    const conditions = stays[0]?.records.flatMap((one) =>
      one.type === 'condition' ? [one.condition] : [],
    );
    expect([stays[0]?.admittedAt, conditions]).toEqual([
      Date.parse('2023-06-01T10:00:00Z'),
      ['prior-stroke'],
    ]);
  });

  it('believes a date of death within the stay', async () => {
    aStay();
    write('Patient.ndjson', [patient('p', { deceasedDateTime: '2021-03-05T02:00:00Z' })]);
    write('Observation.ndjson', [nihss('n0', '2021-03-01T10:20:00Z', 7)]);
    const [stay] = (await read()).stays;
    expect(stay && outcomeOf(judged(stay), stay.records)).toBe('died');
  });

  it('does not join patients who were merged, and says so', async () => {
    aStay();
    const link = [{ type: 'replaced-by', other: { reference: 'Patient/q' } }];
    write('Patient.ndjson', [patient('p', { link })]);
    expect((await read()).problems).toContainEqual(
      expect.stringMatching(/^Patient\.ndjson:1: link: merged into another patient/),
    );
  });

  it('is not taken for whole when what reads it is ended by a signal', async () => {
    aStay();
    const spawned = childProcess.spawn;
    const spy = jest
      .spyOn(childProcess, 'spawn')
      .mockImplementation(() =>
        spawned(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"]),
      );
    await expect(read()).rejects.toThrow('could not be read as FHIR');
    spy.mockRestore();
  });

  it('ends at the first line at fault when told to be strict', async () => {
    aStay();
    await expect(read(true)).rejects.toThrow(/^Observation\.ndjson:5: unit-missing/);
    await expect(read(true)).rejects.toBeInstanceOf(CohortError);
  });
});
