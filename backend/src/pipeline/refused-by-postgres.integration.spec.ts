import { aMeasurement, anExamination, aStay, hour } from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormPatientQueries } from '../postgres/typeorm-patient-queries.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';

let url: string;
let source: DataSource;
let bench: PipelineBench;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  bench = new PipelineBench(hour(3), {}, new TypeormPatientStore(source));
  for (const patientId of ['p1', 'p2', 'p3']) {
    await bench.deliver(...aStay({ patientId, hours: 3 }).map((record) => own(record, patientId)));
  }
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

function own<R extends { readonly resourceKey: string }>(record: R, patientId: string): R {
  return { ...record, resourceKey: `${record.resourceKey}-${patientId}` };
}

const crp = (patientId: string, value: number) =>
  own(aMeasurement('crp', value, { patientId, at: hour(2) }), `${patientId}-${String(value)}`);
const exam = (patientId: string) =>
  own(anExamination({ patientId, at: hour(3), total: 7 }), patientId);
const batch = [exam('p1'), crp('p1', 5), exam('p2'), crp('p2', 667), crp('p2', 5), exam('p3')];

const raise = (state: string): string => `BEGIN
  IF NEW.value = 667 THEN RAISE SQLSTATE '${state}' USING MESSAGE = 'p2 has 667'; END IF; RETURN NEW; END`;

async function plantTrigger(state: string, when: string): Promise<void> {
  await source.query(
    `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ ${raise(state)} $$`,
  );
  await source.query(`CREATE ${when} ON observation
    ${when.includes('CONSTRAINT') ? 'DEFERRABLE INITIALLY DEFERRED' : ''} FOR EACH ROW EXECUTE FUNCTION planted()`);
}

async function storedValues(): Promise<readonly unknown[]> {
  const rows = await source.query<{ patient_id: string; value: number }[]>(
    `SELECT patient_id, value FROM observation WHERE fact = 'crp' AND effective_at = $1 ORDER BY 1, 2`,
    [new Date(hour(2)).toISOString()],
  );
  return rows.map(({ patient_id, value }) => `${patient_id} ${String(value)}`);
}

const count = async (table: string): Promise<number> =>
  (await source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;

describe('a row that Postgres refuses each time', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    [
      'by a CHECK',
      '23514 at observation_default.planted',
      () => source.query('ALTER TABLE observation ADD CONSTRAINT planted CHECK (value <> 667)'),
    ],
    ['by a trigger', 'P0001', () => plantTrigger('P0001', 'TRIGGER planted BEFORE INSERT')],
    [
      'only when the transaction commits',
      '22003',
      () => plantTrigger('22003', 'CONSTRAINT TRIGGER planted AFTER INSERT'),
    ],
  ])('%s costs that record alone', async (_name, reason, plant) => {
    const before = await storedValues();
    await plant();
    await expect(bench.deliver(...batch)).resolves.toBe('committed');
    const [rejection, ...others] = await source.query<Record<string, unknown>[]>(
      'SELECT code, detail, patient_id, resource, raw, topic, "offset" FROM rejection',
    );
    expect(others).toEqual([]);
    expect(rejection).toMatchObject({
      code: 'internal',
      patient_id: 'p2',
      resource: crp('p2', 667).resourceKey,
      topic: 'endwatch.vitals',
    });
    expect(JSON.parse(String(rejection?.['raw']))).toEqual({ records: [crp('p2', 667)] });
    expect(rejection?.['detail']).toBe(
      `cannot be stored (Postgres: ${reason}): correlation ${bench.bugs[0]?.correlationId ?? '?'}`,
    );
    expect(bench.bugs).toHaveLength(1);
    const letters = `outbox WHERE topic = 'endwatch.dead-letters'`;
    expect(await count(letters)).toBe(1);
    expect(await storedValues()).toEqual([...before, 'p1 5', 'p2 5'].sort());
    const queries = new TypeormPatientQueries(source);
    for (const id of ['p1', 'p2', 'p3']) {
      expect((await queries.boardRow(id))?.row.nihss.total).toBe(7);
    }
    await expect(bench.deliver(crp('p2', 6))).resolves.toBe('committed');
  });
});

describe('a failure of Postgres that no record is to blame for', () => {
  it.each([
    ['a full disk', '53100'],
    ['a serialization failure', '40001'],
    ['a read-only transaction', '25006'],
    ['an error inside Postgres', 'XX000'],
  ])('%s rejects nothing: the batch goes through later', async (_name, state) => {
    await plantTrigger(state, 'TRIGGER planted BEFORE INSERT');
    await expect(bench.deliver(...batch)).rejects.toThrow(state);
    expect(await count('rejection')).toBe(0);
    await source.query('DROP FUNCTION planted CASCADE');
    await expect(bench.deliver(...batch)).resolves.toBe('committed');
    expect(await count('rejection')).toBe(0);
    expect(await storedValues()).toContain('p2 667');
  });
});
