import { rmSync } from 'node:fs';
import type { ClinicalRecord } from '@endwatch/clinical';
import {
  outcomeIncidenceSchema,
  outcomeSubgroupsSchema,
  outcomeTrajectoriesSchema,
  reviewTableSchema,
  savedCohortSchema,
  stayHistorySchema,
  type AuditEntryView,
  type MadeToken,
  type ReviewTable,
  type Role,
  type SavedCohort,
} from '@endwatch/contracts';
import type { SimulatedStay } from '@endwatch/simulation';
import { bearer } from '../harness/access.ts';
import { Child } from '../harness/child.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import { History } from '../simulator/history.ts';
import { anchorOf } from '../simulator/ward.ts';
import { distinct, filesOf, resourcesOf, rowsOf } from './exported-files.ts';
import { HOUR } from './small-ward.ts';

const STAYS = 8;
const SEED = 'review';
const HISTORY = ['--history', String(STAYS), '--seed', SEED, '--days', '30'];
const COMMAND = ['--disable-warning=TimeoutNegativeWarning', 'test/simulator/main.ts'];

const LIMBS = ['5a', '5b', '6a', '6b'];
const ITEMS = [...LIMBS, '1a', '1b', '1c', '2', '3', '4', '7', '8', '9', '10', '11'];

interface Charted {
  readonly at: number;
  readonly rater: string | null;
  readonly items: ReadonlyMap<string, number | 'UN'>;
  readonly total: number | null;
}

/** Hours from admission of the first examination that meets the rule, counted from the examinations that were simulated; null = none. */
function endHours({ admittedAt, records }: SimulatedStay): number | null {
  const [first, ...later] = records.flatMap(examinationOf).sort((a, b) => a.at - b.at);
  if (!first || first.at > admittedAt + 24 * HOUR) return null;
  const end = later.find((one) => {
    if (one.at > admittedAt + 168 * HOUR) return false;
    // By exactly the threshold and another rater it is only suspected.
    const other = one.rater === first.rater ? 0 : 1;
    const total =
      one.items.size === 0 ? (one.total ?? 0) - (first.total ?? 0) : rise(first, one, ITEMS);
    return (rise(first, one, LIMBS) ?? -1) >= 1 + other || (total ?? -1) >= 2 + other;
  });
  return end ? (end.at - admittedAt) / HOUR : null;
}

/** Over items that were testable both times or neither; null where that is not so for one of them. */
function rise(before: Charted, after: Charted, names: readonly string[]): number | null {
  let points = 0;
  for (const name of names) {
    const [old, score] = [before.items.get(name), after.items.get(name)];
    if (old === undefined || score === undefined) return null;
    if (old === 'UN' && score === 'UN') continue;
    if (old === 'UN' || score === 'UN') return null;
    points += score - old;
  }
  return points;
}

function examinationOf({ times, ...record }: ClinicalRecord): readonly Charted[] {
  if (record.type !== 'observation') return [];
  const items = new Map<string, number | 'UN'>();
  let total: number | null = null;
  for (const fact of record.facts) {
    if (fact.kind === 'nihss-item') items.set(fact.item, fact.score);
    if (fact.kind === 'nihss-total') total = fact.total;
  }
  const charted = { at: times.effectiveAt, rater: record.rater, items, total };
  return items.size === 0 && total === null ? [] : [charted];
}

const DAY = 24 * HOUR;
const PREDICTIONS = [
  ...['patient_id', 'encounter_id', 'predict_time', 'risk_next24h', 'risk_by48h', 'risk_by7d'],
  ...['hours_since_admission', 'age_group', 'sex', 'ward', 'nihss_group', 'treatment'],
  ...['population', 'model_version'],
];
const EVENTS = ['patient_id', 'encounter_id', 'type', 'event_time', 'value'];

const hourOfDay = (at: number): number => at % DAY;

describe('the quality review', () => {
  const endwatch = new Endwatch({ ENDWATCH_LOG_LEVEL: 'warn' });
  const tokens = new Map<string, string>();
  let simulated: readonly SimulatedStay[] = [];
  let table: ReviewTable;

  const ask = async (path: string, init: RequestInit & { as?: string } = {}): Promise<Response> => {
    const { as, ...rest } = init;
    const authorization =
      as === undefined
        ? (await bearer(endwatch.address)).authorization
        : `Bearer ${tokens.get(as) ?? ''}`;
    const headers = {
      'content-type': 'application/json',
      ...(rest.headers as object),
      authorization,
    };
    return fetch(endwatch.address + path, { ...rest, headers });
  };
  const read = async <T>(path: string, as?: string): Promise<T> => {
    const response = await ask(path, as === undefined ? {} : { as });
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as T;
  };
  const csv = async (path: string, as = 'quality'): Promise<string[]> => {
    const response = await ask(path, { as, headers: { accept: 'text/csv' } });
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-type')).toContain('text/csv');
    return (await response.text()).trimEnd().split('\r\n');
  };
  const account = async (username: string, role: Role, wards: string[] | null): Promise<void> => {
    const body = JSON.stringify({ username, name: `Test ${role}`, role, wards });
    const made = await ask('/api/accounts', { method: 'POST', body });
    expect(made.status).toBe(201);
    const label = JSON.stringify({ username, label: 'test' });
    const token = await ask('/api/accounts/tokens', { method: 'POST', body: label });
    tokens.set(username, ((await token.json()) as MadeToken).token);
  };

  beforeAll(async () => {
    await endwatch.ready();
    await account('sender', 'integration', null);
    const to = ['--to', endwatch.address, `--token=${tokens.get('sender') ?? ''}`];
    const simulator = new Child({ args: [...COMMAND, ...HISTORY, ...to] });
    await simulator.line(new RegExp(`^${String(STAYS)} past stays sent`));
    table = await eventually(
      () => read<ReviewTable>('/api/review/stays'),
      ({ total, rows, freshness }) =>
        total === STAYS &&
        freshness.waiting === 0 &&
        rows.every((row) => row.dischargedAt !== null),
    );
    const anchor = anchorOf(table.rows[0]?.patientId ?? '') ?? 0;
    simulated = [...new History({ seed: SEED, stays: STAYS, days: 30, anchor }).stays()];
    await account('quality', 'quality', null);
    await account('one-ward', 'quality', [`past-${SEED}-1`]);
    await account('nurse', 'nurse', null);
  });
  afterAll(async () => {
    await endwatch.stop();
    rmSync(endwatch.home, { recursive: true, force: true });
  });

  it('counts the stays that were simulated, with their ENDs', () => {
    expect(() => reviewTableSchema.parse(table)).not.toThrow();
    const counted = table.rows.map(({ patientId, admittedAt, dischargedAt, died, end }) => ({
      ...{ patientId, admittedAt: Date.parse(admittedAt), died, end: end.hours },
      dischargedAt: Date.parse(dischargedAt ?? ''),
      confirmed: end.status === 'confirmed',
    }));
    const byId = (a: { patientId: string }, b: { patientId: string }): number =>
      a.patientId < b.patientId ? -1 : 1;
    const expected = simulated.map((stay) => ({
      ...{ patientId: stay.patientId, admittedAt: stay.admittedAt, died: stay.died },
      dischargedAt: stay.dischargedAt,
      hours: endHours(stay),
    }));
    expect(simulated.filter((stay) => endHours(stay) !== null).length).toBeGreaterThan(0);
    expect(
      counted
        .toSorted(byId)
        .map(({ end, confirmed, ...stay }) => ({ ...stay, hours: confirmed ? end : null })),
    ).toEqual(
      expected.toSorted(byId).map(({ hours, ...stay }) => ({
        ...stay,
        hours: hours === null ? null : (expect.closeTo(hours, 6) as number),
      })),
    );
    expect(table.rows.every((row) => row.scores > 0 && row.loadedAfterwards)).toBe(true);
    expect(table.rows.every((row) => row.ward?.startsWith(`past-${SEED}-`))).toBe(true);
  });

  it('filters by the address, sorts and pages, and says why others are not counted', async () => {
    const early = simulated.filter((stay) => (endHours(stay) ?? 999) <= 48).length;
    const found = await read<ReviewTable>('/api/review/stays?end=early&sort=end&order=asc&limit=1');
    expect(found).toMatchObject({ total: early });
    expect(found.rows).toHaveLength(Math.min(1, early));
    expect(found.flow).toEqual([
      { key: 'all', label: 'Stays on your wards', excluded: 0, remaining: STAYS },
      { key: 'end', label: 'With the chosen END types', excluded: STAYS - early, remaining: early },
    ]);
    const [row] = table.rows;
    const day = row?.admittedAt.slice(0, 10) ?? '';
    const ofDay = await read<ReviewTable>(`/api/review/stays?from=${day}&to=${day}`);
    expect(ofDay.rows.map(({ patientId }) => patientId)).toContain(row?.patientId);
    expect(ofDay.rows.every(({ admittedAt }) => admittedAt.startsWith(day))).toBe(true);
    for (const query of ['end=sometimes', 'from=yesterday', 'limit=0', 'cohort=x', 'sort=name']) {
      expect([query, (await ask(`/api/review/stays?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('has the history of a stay, as known now and as known then', async () => {
    const [row] = table.rows;
    const path = `/api/review/stays/${row?.patientId ?? ''}`;
    const history = stayHistorySchema.parse(await read(path, 'quality'));
    const stay = simulated.find(({ patientId }) => patientId === row?.patientId);
    expect(history.examinations).toHaveLength(stay?.records.flatMap(examinationOf).length ?? -1);
    expect(history.risk.knownNow).toHaveLength(row?.scores ?? -1);
    expect(history.measurements.length).toBeGreaterThan(10);
    // Nothing was known while it lasted: it was loaded afterwards.
    const before = await ask(`${path}?knownAt=${row?.dischargedAt ?? ''}`, { as: 'quality' });
    expect(before.status).toBe(404);
    const audit = await read<AuditEntryView[]>(`/api/audit?patient=${row?.patientId ?? ''}`);
    expect(audit).toMatchObject([{ actor: 'quality', action: 'patient.read', subject: 'review' }]);
    expect((await ask('/api/review/stays/nobody', { as: 'quality' })).status).toBe(404);
  });

  it('has outcomes by band that count each stay once or say why not', async () => {
    const incidence = outcomeIncidenceSchema.parse(
      await read('/api/review/outcomes/incidence', 'quality'),
    );
    const inBands = incidence.bands.reduce((sum, { stays }) => sum + stays, 0);
    const left = incidence.left.reduce((sum, { stays }) => sum + stays, 0);
    expect(inBands + left).toBe(STAYS);
    const ends = incidence.bands.reduce((sum, { end }) => sum + end.early + end.late, 0);
    expect(ends).toBe(simulated.filter((stay) => endHours(stay) !== null).length);
    const at24 = await read('/api/review/outcomes/incidence?by=24&known=now', 'quality');
    expect(outcomeIncidenceSchema.parse(at24).landmarkHours).toBe(24);
    const days = await read('/api/review/outcomes/trajectories?curves=1', 'quality');
    const { bands, curves } = outcomeTrajectoriesSchema.parse(days);
    expect(bands.reduce((sum, one) => sum + (one.days[0]?.n ?? 0), 0)).toBe(STAYS);
    expect(curves).toHaveLength(STAYS);
    const groups = await read('/api/review/outcomes/subgroups', 'quality');
    expect(outcomeSubgroupsSchema.parse(groups).overall).toMatchObject({ stays: STAYS, ends });
    expect((await ask('/api/review/outcomes/incidence?by=soon', { as: 'quality' })).status).toBe(
      400,
    );
  });

  it('freezes a cohort by name, and lets only its owner or an administrator delete it', async () => {
    const save = (as: string, filter: object): Promise<Response> =>
      ask('/api/review/cohorts', {
        method: 'POST',
        as,
        body: JSON.stringify({ name: '=Early', filter }),
      });
    const made = savedCohortSchema.parse(await (await save('quality', { end: ['early'] })).json());
    const early = simulated.filter((stay) => (endHours(stay) ?? 999) <= 48).length;
    expect(made).toMatchObject({
      stays: early,
      createdBy: 'quality',
      createdByName: 'Test quality',
      mayDelete: true,
    });
    const { total } = await read<ReviewTable>(`/api/review/stays?cohort=${made.id}`, 'quality');
    expect(total).toBe(early);
    const [seen] = await read<SavedCohort[]>('/api/review/cohorts', 'one-ward');
    expect(seen).toMatchObject({ id: made.id, mayDelete: false });
    expect(seen?.stays).toBeLessThanOrEqual(2);
    expect((await csv('/api/review/cohorts'))[1]).toMatch(/^'=Early,/);
    const remove = async (as: string): Promise<number> =>
      (await ask(`/api/review/cohorts/${made.id}`, { method: 'DELETE', as })).status;
    expect(await remove('one-ward')).toBe(403);
    expect(await remove('quality')).toBe(204);
    expect(await remove('quality')).toBe(404);
    expect((await ask(`/api/review/stays?cohort=${made.id}`)).status).toBe(404);
  });

  it('is nothing for a nurse, and a ward for who has that ward only', async () => {
    for (const path of [
      'stays',
      'cohorts',
      'outcomes/incidence',
      `stays/${table.rows[0]?.patientId ?? ''}`,
    ]) {
      expect([path, (await ask(`/api/review/${path}`, { as: 'nurse' })).status]).toEqual([
        path,
        403,
      ]);
    }
    const own = await read<ReviewTable>('/api/review/stays', 'one-ward');
    expect(own.total).toBe(2);
    expect(own.flow[0]?.remaining).toBe(2);
    expect(own.choices.wards).toEqual([`past-${SEED}-1`]);
    const other = table.rows.find(({ ward }) => ward !== `past-${SEED}-1`);
    const mine = table.rows.find(({ ward }) => ward === `past-${SEED}-1`);
    const status = async (id = ''): Promise<number> =>
      (await ask(`/api/review/stays/${id}`, { as: 'one-ward' })).status;
    expect(await status(other?.patientId)).toBe(403);
    expect(await status('nobody')).toBe(403);
    expect(await status(mine?.patientId)).toBe(200);
    const { bands } = await read<{ bands: { stays: number }[] }>(
      '/api/review/outcomes/incidence',
      'one-ward',
    );
    expect(bands.reduce((sum, { stays }) => sum + stays, 0)).toBe(2);
  });

  it('answers every view as CSV that tells neither who nor when, and writes each export down', async () => {
    const lines = await csv('/api/review/stays');
    expect(lines).toHaveLength(1 + STAYS);
    expect(lines[0]).toMatch(/^stay,ward,age,sex,discharged_hours,/);
    const [row] = table.rows;
    const views = [
      lines,
      await csv(`/api/review/stays/${row?.patientId ?? ''}`),
      await csv('/api/review/outcomes/incidence'),
      await csv('/api/review/outcomes/trajectories?curves=1'),
      await csv('/api/review/outcomes/trajectories'),
      await csv('/api/review/outcomes/subgroups'),
    ].map((each) => each.join('\n'));
    for (const view of views) {
      expect(view.split('\n').length).toBeGreaterThan(3);
      expect(view).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      for (const { patientId } of table.rows) expect(view).not.toContain(patientId);
    }
    const { length } = (await read<AuditEntryView[]>('/api/audit?action=review.export')).filter(
      ({ actor }) => actor === 'quality',
    );
    // One of them is the list of cohorts.
    expect(length).toBe(views.length + 1);
  });

  it('lets whole stays out as FHIR and for seismometer, without who or when, and writes both down', async () => {
    const archive = async (view: string, as = 'quality'): Promise<ReadonlyMap<string, Buffer>> => {
      const response = await ask(`/api/review/exports/${view}`, { as });
      expect([view, response.status]).toEqual([view, 200]);
      expect(response.headers.get('content-type')).toContain('application/x-tar');
      return filesOf(Buffer.from(await response.arrayBuffer()));
    };
    const [ndjson, seismometer] = [await archive('fhir'), await archive('seismometer')];
    const resources = resourcesOf(ndjson);
    const of = (type: string) => resources.filter((one) => one['resourceType'] === type);
    expect(distinct(of('Patient'), 'id')).toHaveLength(STAYS);
    // The very stays: each moved by whole days, a month at least.
    const admissions = of('Encounter').map(({ period }) =>
      Date.parse((period as { start: string }).start),
    );
    const ascending = (a: number, b: number): number => a - b;
    const real = simulated.map(({ admittedAt }) => admittedAt);
    expect(admissions.map(hourOfDay).sort(ascending)).toEqual(real.map(hourOfDay).sort(ascending));
    const before = Math.max(...real) - 30 * DAY;
    expect(admissions.filter((at) => at > before)).toEqual([]);
    expect(of('Observation').length).toBeGreaterThan(10 * STAYS);
    expect(of('RiskAssessment').length).toBeGreaterThan(STAYS);

    const predictions = await rowsOf(seismometer.get('data/predictions.parquet'));
    const events = await rowsOf(seismometer.get('data/events.parquet'));
    expect(Object.keys(predictions[0] ?? {})).toEqual(PREDICTIONS);
    expect(Object.keys(events[0] ?? {})).toEqual(EVENTS);
    // Everybody left or died; of some there was no forecast whose outcome is known.
    const left = events.filter(({ type }) => type === 'Discharge' || type === 'Death');
    expect(distinct(left, 'patient_id')).toHaveLength(STAYS);
    const gone = distinct(left, 'patient_id');
    expect(distinct(predictions, 'patient_id').filter((id) => !gone.includes(id))).toEqual([]);
    expect(events.filter(({ type }) => type === 'END')).toHaveLength(
      simulated.filter((stay) => endHours(stay) !== null).length,
    );

    const leftHouse = JSON.stringify([resources, predictions, events]);
    for (const { patientId, admittedAt, dischargedAt, records } of simulated) {
      expect(leftHouse).not.toContain(patientId);
      for (const at of [admittedAt, dischargedAt]) {
        expect(leftHouse).not.toContain(new Date(at).toISOString());
      }
      for (const record of records) {
        if (record.type !== 'patient') continue;
        expect(leftHouse).not.toContain(record.name ?? 'No name');
        expect(leftHouse).not.toContain(record.birthDate ?? 'No date');
      }
    }
    expect(
      [...(await archive('fhir', 'one-ward')).values()].join('').match(/"Patient",/g),
    ).toHaveLength(2);
    const written = await read<AuditEntryView[]>('/api/audit?action=review.export');
    const exports = written.filter(({ subject }) =>
      ['fhir', 'seismometer'].includes(subject ?? ''),
    );
    // Newest first.
    expect(exports.map(({ actor, subject, detail }) => [actor, subject, detail])).toEqual([
      ['one-ward', 'fhir', { stays: 2, query: {} }],
      ['quality', 'seismometer', { stays: STAYS, query: {} }],
      ['quality', 'fhir', { stays: STAYS, query: {} }],
    ]);
  });

  it('leaves a saved cohort as it was when another stay comes that its filter would take', async () => {
    const filter = { end: ['none', 'not-evaluable'] };
    const body = JSON.stringify({ name: 'Without END', filter });
    const made = savedCohortSchema.parse(
      await (await ask('/api/review/cohorts', { method: 'POST', as: 'quality', body })).json(),
    );
    const stays = async (query: string): Promise<string[]> => {
      const { rows } = await read<ReviewTable>(`/api/review/stays?${query}`, 'quality');
      return rows.map(({ patientId }) => patientId).sort();
    };
    const frozen = await stays(`cohort=${made.id}`);
    expect(frozen).toHaveLength(made.stays);
    const start = Date.now() - 20 * HOUR;
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        ...[fhir.ward('late', 'Late ward'), fhir.bed('late-1', '1', 'late')],
        fhir.patient('late', 'Late, Lara'),
        fhir.encounter('late', { start, bedId: 'late-1' }),
        fhir.nihss({ id: 'late-1', patientId: 'late', at: start + HOUR }, { '5a': 1 }),
      ),
    );
    const byFilter = await eventually(
      () => stays('end=none&end=not-evaluable'),
      (ids) => ids.includes('late'),
    );
    expect(byFilter).toEqual([...frozen, 'late'].sort());
    expect(await stays(`cohort=${made.id}`)).toEqual(frozen);
    const [kept] = await read<SavedCohort[]>('/api/review/cohorts', 'quality');
    expect(kept).toMatchObject({ id: made.id, stays: frozen.length });
  });
});
