import { DEFAULT_EXAMINATION_SCHEDULE, MINUTE, type ClinicalRecord } from '@endwatch/clinical';
import { anExamination, aStay, hour } from '@endwatch/clinical/testing';
import type { BoardRow } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { tileThen } from '../domain/patient-page/as-known.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { endVersions } from '../postgres/end-versions.ts';
import { TypeormStayRecords } from '../postgres/review/typeorm-stay-records.ts';
import { TypeormStaySummaries } from '../postgres/review/typeorm-stay-summaries.ts';
import { TypeormAccountStore } from '../postgres/typeorm-account-store.ts';
import { TypeormPatientQueries } from '../postgres/typeorm-patient-queries.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { EndSetting } from './end-setting.ts';

const PAPER = { total: 2, motor: 1, windowHours: 168 };
const STRICT = { total: 4, motor: null, windowHours: 168 };
const CHANGED = hour(6.5);

let url: string;
let source: DataSource;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

/** Each patient's resources by keys of their own. */
const stayOf = (patientId: string, totals: readonly number[]): readonly ClinicalRecord[] =>
  aStay({ patientId, hours: 5, totals }).map((record) => ({
    ...record,
    resourceKey:
      record.type === 'patient' ? record.resourceKey : `${record.resourceKey}-${patientId}`,
  }));
const examined = (patientId: string, hours: number, total: number): ClinicalRecord =>
  anExamination({
    ...{ patientId, at: hour(hours), total },
    resourceKey: `Observation/nihss-${patientId}-${String(hours)}`,
  });

/** Two patients over a change: `old` had END before it, `new` gets worse after it. */
class House {
  readonly setting = new EndSetting(endVersions(source));
  readonly queries = new TypeormPatientQueries(source);
  readonly bench = new PipelineBench(
    hour(6),
    { endDefinitions: () => this.setting.definitionAt },
    new TypeormPatientStore(source),
  );
  readonly kept: { readonly id: string; readonly at: number; readonly row: BoardRow }[] = [];

  async rowOf(id: string): Promise<BoardRow> {
    const found = await this.queries.boardRow(id);
    if (found === null) throw new Error(`${id} is on no board`);
    this.kept.push({ id, at: this.bench.clock.now(), row: found.row });
    return found.row;
  }

  async see(hours: number, ...records: readonly ClinicalRecord[]): Promise<void> {
    await this.bench.passTo(hour(hours));
    expect(await this.bench.deliver(...records)).toBe('committed');
  }

  async change(): Promise<void> {
    await endVersions(source).add({ ward: null, value: STRICT, at: CHANGED, by: 'admin' });
    await this.setting.refresh();
  }
}

async function live(): Promise<House> {
  const house = new House();
  await house.see(6, ...stayOf('old', [6, 8]), ...stayOf('new', [6, 6]));
  return house;
}

describe('another definition of END', () => {
  it('judges the next examination; what was found before stays, with its alert', async () => {
    const house = await live();
    const before = await house.rowOf('old');
    expect(before.end).toMatchObject({ status: 'confirmed', at: new Date(hour(5)).toISOString() });
    expect((await house.rowOf('new')).risk).not.toBeNull();
    await house.change();

    await house.see(7.1, examined('old', 7, 8), examined('new', 7, 9));
    const after = await house.rowOf('old');
    expect(after.end).toEqual(before.end);
    const endAlert = ({ alerts }: BoardRow) => alerts.find(({ kind }) => kind === 'end-confirmed');
    expect(endAlert(after)?.id).toBe(endAlert(before)?.id);
    const none = await house.rowOf('new');
    expect(none.end).toMatchObject({
      status: 'none',
      reason: 'NIHSS has not risen by 4 since the admission examination.',
    });
    expect(endAlert(none)).toBeUndefined();
    // By the definition that is forecast it has come: there is nothing left to forecast.
    expect(none).toMatchObject({ risk: null, noRiskReason: 'END as the model counts it' });

    await house.see(8.1, examined('new', 8, 11));
    const worse = await house.rowOf('new');
    expect(worse.end).toMatchObject({ status: 'confirmed', rule: 'total', delta: 5 });
    expect(endAlert(worse)).toMatchObject({ priority: 'high' });
  });

  it('is the same by another process, as it was known then, and by a rebuild', async () => {
    const house = await live();
    await house.rowOf('old');
    await house.change();
    await house.see(7.1, examined('old', 7, 8), examined('new', 7, 9));
    await house.rowOf('old');
    await house.rowOf('new');
    house.bench.restart();
    await house.see(8.1, examined('new', 8, 11), examined('old', 8, 7));
    await house.rowOf('new');
    await house.rowOf('old');

    const fresh = new EndSetting(endVersions(source));
    await fresh.refresh();
    for (const { id, at, row } of house.kept) {
      const history = await house.queries.history(id);
      if (history === null) throw new Error('nobody');
      const then = tileThen({
        ...{ history, at, definitionAt: fresh.definitionAt },
        scheduleOf: () => DEFAULT_EXAMINATION_SCHEDULE,
        manifest: new FakeRiskModel().manifest,
      });
      expect([id, at, then?.row.end]).toEqual([id, at, row.end]);
    }

    const now = house.bench.clock.now() + MINUTE;
    const summaries = new TypeormStaySummaries(source, 400);
    await summaries.refresh(now);
    const facts = (): Promise<{ id: string; end_at: Date; facts: unknown }[]> =>
      source.query('SELECT patient_id AS id, end_at, facts FROM review_stay ORDER BY 1');
    const keptUp = await facts();
    const end = (hours: number) => ({ status: 'confirmed', at: hour(hours) });
    expect(keptUp).toMatchObject([
      {
        ...{ id: 'new', end_at: new Date(hour(8)) },
        facts: { end: { ...end(8), judgedBy: STRICT }, forecastEnd: end(7) },
      },
      {
        ...{ id: 'old', end_at: new Date(hour(5)) },
        facts: { end: { ...end(5), judgedBy: PAPER }, forecastEnd: end(5) },
      },
    ]);
    await source.query('TRUNCATE review_stay, review_patient');
    await summaries.rebuild(now);
    expect(await facts()).toEqual(keptUp);
  });

  it('is told to whoever asks, and taken back', async () => {
    const { setting } = new House();
    const heard: number[] = [];
    setting.onChange(() => heard.push(setting.definitionAt(hour(99)).total));
    await setting.refresh();
    const shipped = setting.definitionAt;
    await endVersions(source).add({ ward: null, value: STRICT, at: CHANGED, by: 'admin' });
    await setting.refresh();
    await setting.refresh();
    await endVersions(source).add({ ward: null, value: null, at: hour(9), by: 'admin' });
    await setting.refresh();
    expect(heard).toEqual([4, 2]);
    expect(shipped(hour(7)).total).toBe(2);
    expect([6, 7, 9].map((hours) => setting.definitionAt(hour(hours)).total)).toEqual([2, 4, 2]);
  });

  it('finds whom to try it on', async () => {
    await live();
    const records = new TypeormStayRecords(source);
    const ids = async (since: number): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const patients of records.admittedSince(since)) {
        found.push(...patients.map(({ patientId }) => patientId));
      }
      return found;
    };
    expect(await ids(hour(-1))).toEqual(['new', 'old']);
    expect(await ids(hour(1))).toEqual([]);
  });

  it('is not changed by what whoever set it is called', async () => {
    const accounts = new TypeormAccountStore(source);
    const account = { username: 'admin', role: 'admin', wards: null, passwordHash: null } as const;
    await accounts.createAccount({ ...account, name: 'Ada' });
    const { setting } = new House();
    let changes = 0;
    setting.onChange(() => {
      changes += 1;
    });
    await setting.refresh();
    await endVersions(source).add({ ward: null, value: STRICT, at: CHANGED, by: 'admin' });
    await setting.refresh();
    await accounts.changeAccount('admin', { name: 'Ada Other' });
    await setting.refresh();
    expect(changes).toBe(1);
  });
});
