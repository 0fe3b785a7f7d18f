import { randomUUID } from 'node:crypto';
import {
  boardSnapshotSchema,
  explanationSchema,
  patientDetailSchema,
  rejectionSchema,
  trajectorySchema,
  wardSummarySchema,
  type BoardSnapshot,
  type Explanation,
  type PatientDetail,
  type RejectionView,
  type Trajectory,
  type WardSummary,
} from '@endwatch/contracts';
import * as fhir from '../harness/messages.ts';
import { eventually } from '../harness/system.ts';
import * as promised from './promised-shapes.ts';
import { expectProblem, FHIR_JSON, HOUR, MINUTE, SmallWard, WARD } from './small-ward.ts';

interface Outcome {
  readonly resourceType: string;
  readonly issue: readonly { severity: string; code: string; diagnostics: string }[];
}

interface BatchResponse {
  readonly resourceType: string;
  readonly type: string;
  readonly entry: readonly { response: { status: string; outcome: Outcome } }[];
}

describe('the HTTP promise', () => {
  const ward = new SmallWard();
  const rejections = (query = ''): Promise<RejectionView[]> =>
    ward.endwatch.json<RejectionView[]>(`/api/rejections${query}`);

  beforeAll(() => ward.start());
  afterAll(() => ward.stop());

  describe('POST /fhir', () => {
    it('follows urn:uuid references inside a Bundle', async () => {
      const patientId = randomUUID();
      const patient = { ...fhir.patient('x', 'Urn, Ulla'), id: undefined };
      const reference = { reference: `urn:uuid:${patientId}` };
      const encounter = fhir.encounter('x', { start: ward.admittedAt, bedId: `${WARD}-9` });
      const answer = await ward.sendFhir('/fhir', {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          { fullUrl: `urn:uuid:${patientId}`, resource: patient },
          {
            fullUrl: `urn:uuid:${randomUUID()}`,
            resource: { ...encounter, id: undefined, subject: reference },
          },
          { resource: fhir.bed(`${WARD}-9`, '9', WARD) },
          {
            fullUrl: `urn:uuid:${randomUUID()}`,
            resource: {
              ...fhir.heartRate({ id: 'x', patientId: 'x', at: ward.now - HOUR }, 88),
              id: undefined,
              subject: reference,
            },
          },
        ],
      });
      expect(answer.status).toBe(202);
      const { entry } = answer.body as BatchResponse;
      expect(entry.map(({ response }) => response.status)).toEqual(['202', '202', '202', '202']);
      const row = await eventually(
        () => ward.rowOf(patientId),
        (one) => one?.freshness.vitals === new Date(ward.now - HOUR).toISOString(),
      );
      expect(row?.name).toMatch(/Urn/);
      expect(row?.bed).toBe('9');
    });

    it('takes every single resource it names at the address of its type', async () => {
      const subject = { reference: 'Patient/a' };
      const at = new Date(ward.now - 2 * HOUR).toISOString();
      const resources: fhir.Resource[] = [
        fhir.heartRate({ id: 'a-hr', patientId: 'a', at: ward.now - 10 * MINUTE }, 91),
        fhir.report({ id: 'a-ct', patientId: 'a', at: ward.now - 5 * HOUR }, 'No hemorrhage.'),
        fhir.encounter('a', { start: ward.admittedAt, bedId: `${WARD}-1`, version: 2 }),
        fhir.patient('a', 'Contract, Ada'),
        fhir.strokeCondition('a', ward.admittedAt),
        fhir.bed(`${WARD}-1`, '1', WARD),
        {
          resourceType: 'Procedure',
          id: 'a-evt',
          status: 'completed',
          code: { coding: [{ system: 'http://snomed.info/sct', code: '397046001' }] },
          subject,
          performedDateTime: at,
        },
        {
          resourceType: 'MedicationAdministration',
          id: 'a-ivt',
          status: 'completed',
          medicationCodeableConcept: { text: 'Alteplase' },
          subject,
          effectiveDateTime: at,
        },
      ];
      for (const resource of resources) {
        const answer = await ward.sendFhir(`/fhir/${resource.resourceType}`, resource);
        expect({ sent: resource.resourceType, ...answer }).toMatchObject({ status: 202 });
        expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome' });
      }
      const shown = await eventually(
        async () => {
          const detail = await ward.endwatch.json<PatientDetail>('/api/patients/a');
          const { freshness, reports, treatments } = detail;
          return { freshness, reports: reports.length, treatments: treatments.length };
        },
        ({ treatments, reports }) => treatments === 2 && reports === 1,
      );
      expect(shown.freshness.vitals).toBe(new Date(ward.now - 10 * MINUTE).toISOString());
    });

    it('answers each entry, with an OperationOutcome where it was refused, and takes the rest', async () => {
      const answer = await ward.sendFhir('/fhir', {
        resourceType: 'Bundle',
        type: 'batch',
        entry: [
          { resource: fhir.glucose({ id: 'b-glu', patientId: 'b', at: ward.now - HOUR }, 126) },
          {
            resource: fhir.quantity(
              { id: 'b-bad', patientId: 'b', at: ward.now - HOUR },
              { code: '8867-4', value: 72, unit: 'furlong' },
            ),
          },
          { resource: { resourceType: 'Practitioner', id: 'n1' } },
          { request: { method: 'GET', url: 'Patient' } },
        ],
      });
      expect(answer.status).toBe(202);
      expect(answer.type).toContain(FHIR_JSON);
      const body = answer.body as BatchResponse;
      expect(body).toMatchObject({ resourceType: 'Bundle', type: 'batch-response' });
      expect(body.entry.map(({ response }) => response.status)).toEqual([
        ...['202', '422', '202', '422'],
      ]);
      const refused = body.entry[1]?.response.outcome;
      expect(refused).toMatchObject({ resourceType: 'OperationOutcome' });
      expect(refused?.issue[0]?.severity).toBe('error');
      expect(refused?.issue[0]?.diagnostics).toContain('unit-unknown');
      expect(refused?.issue[0]?.diagnostics).toContain('furlong');
      await eventually(
        () => ward.endwatch.json<PatientDetail>('/api/patients/b'),
        ({ inputs }) => inputs.some(({ name, value }) => name === 'glucose' && value !== null),
      );
      const kept = await rejections('?code=unit-unknown');
      expect(kept[0]).toMatchObject({ code: 'unit-unknown', door: 'http', resource: /b-bad/ });
    });

    it('refuses what is no JSON, too large, or of another type, says why and keeps it', async () => {
      const cases = [
        { path: '/fhir', body: '{"resourceType":', status: 400, code: 'not-json' },
        { path: '/fhir/Observation', body: '[]', status: 422, code: 'not-fhir' },
        {
          path: '/fhir/Observation',
          body: fhir.patient('e', 'X, Y'),
          status: 422,
          code: 'not-fhir',
        },
        {
          path: '/fhir',
          body: { ...fhir.bundle(), note: 'x'.repeat(5 * 1024 * 1024) },
          status: 413,
          code: 'too-large',
        },
      ];
      for (const { path, body, status, code } of cases) {
        const answer = await ward.sendFhir(path, body);
        expect({ code, status: answer.status }).toEqual({ code, status });
        expect(answer.body).toMatchObject({
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'error' }],
        });
        expect((answer.body as Outcome).issue[0]?.diagnostics).toContain(code);
        expect((await rejections('?limit=1'))[0]?.code).toBe(code);
      }
    });

    it('knows no address for a type that it does not take', async () => {
      expectProblem(
        await ward.sendFhir('/fhir/Practitioner', { resourceType: 'Practitioner' }),
        404,
      );
    });
  });

  describe('reading', () => {
    it('lists the wards', async () => {
      const wards = await ward.endwatch.json<WardSummary[]>('/api/wards');
      expect(promised.broken(wards, promised.WARDS)).toEqual([]);
      for (const one of wards) wardSummarySchema.parse(one);
      const listed = wards.find(({ id }) => id === WARD);
      expect(listed?.name).toBe('Contract ward');
      expect(listed?.patients).toBeGreaterThanOrEqual(4);
      expect(listed?.openAlerts).toBeGreaterThanOrEqual(4);
    });

    it('gives the board', async () => {
      const board = await ward.endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
      expect(promised.broken(board, promised.BOARD_SNAPSHOT)).toEqual([]);
      boardSnapshotSchema.parse(board);
      expect(board.rows.map(({ bed }) => bed).slice(0, 4)).toEqual(['1', '2', '3', '4']);
      const row = board.rows.find(({ patientId }) => patientId === 'c');
      expect(row?.nihss).toMatchObject({
        total: 7,
        admissionTotal: 3,
        motor: 7,
        admissionMotor: 3,
      });
      expect(row?.nihss.series.map(({ total }) => total)).toEqual([3, 7]);
      expect(row?.end).toMatchObject({ status: 'confirmed', rule: 'total' });
      expect(row?.risk).toBeNull();
    });

    it('gives the patient with every quantity that it understands', async () => {
      await ward.sendFhir(
        '/fhir/Observation',
        fhir.quantity(
          { id: 'c-temp', patientId: 'c', at: ward.now - HOUR },
          { code: '8310-5', value: 98.6, unit: '[degF]' },
        ),
      );
      const detail = await eventually(
        () => ward.endwatch.json<PatientDetail>('/api/patients/c'),
        ({ inputs }) => inputs.some(({ code, value }) => code === '8310-5' && value !== null),
      );
      expect(promised.broken(detail, promised.PATIENT_DETAIL)).toEqual([]);
      patientDetailSchema.parse(detail);
      expect(detail.inputs).toHaveLength(promised.QUANTITY_CODES.length);
      expect(new Set(detail.inputs.map(({ name }) => name)).size).toBe(detail.inputs.length);
      expect(detail.inputs.find(({ code }) => code === '8310-5')).toMatchObject({
        ...{ value: 37, unit: 'Cel', status: 'final', usedAs: 'measured' },
        effectiveAt: new Date(ward.now - HOUR).toISOString(),
        issuedAt: new Date(ward.now - HOUR).toISOString(),
      });
      expect(detail.inputs.find(({ name }) => name === 'd-dimer')).toMatchObject({
        ...{ value: null, effectiveAt: null, ageMinutes: null, usedAs: 'missing' },
      });
      expect(detail.alerts.some(({ kind }) => kind === 'end-confirmed')).toBe(true);
    });

    it('gives a trajectory with the examinations, the END and the forecasts', async () => {
      const trajectory = await ward.endwatch.json<Trajectory>('/api/patients/c/trajectory');
      expect(promised.broken(trajectory, promised.TRAJECTORY)).toEqual([]);
      trajectorySchema.parse(trajectory);
      expect(trajectory.definition).toMatchObject({
        ...{ total: 2, motor: 1, windowHours: 168, baseline: 'admission' },
      });
      expect(trajectory.assessments.map(({ total }) => total)).toEqual([3, 7]);
      expect(Object.keys(trajectory.assessments[0]!.items).sort()).toEqual(
        promised.NIHSS_ITEM_KEYS.toSorted(),
      );
      expect(trajectory.end).toMatchObject({ status: 'confirmed', deltaTotal: 4, deltaMotor: 4 });
      expect(trajectory.risk.length).toBeGreaterThan(0);
    });

    it('gives the forecasts of a stay long ago', async () => {
      const start = ward.now - 40 * 24 * HOUR;
      const told = { id: 'long-ago-1', patientId: 'long-ago', at: start + HOUR };
      await ward.sendFhir(
        '/fhir',
        fhir.bundle(
          fhir.encounter('long-ago', { start, bedId: `${WARD}-8` }),
          fhir.heartRate(told, 88),
        ),
      );
      const { risk, admittedAt } = await eventually(
        () => ward.endwatch.json<Trajectory>('/api/patients/long-ago/trajectory').catch(() => null),
        (trajectory) => (trajectory?.risk.length ?? 0) > 0,
      ).then((found) => found!);
      expect(Date.parse(admittedAt)).toBe(start);
      expect(Date.parse(risk[0]!.asOf)).toBeLessThanOrEqual(start + 2 * HOUR);
    });

    it('says of each stored forecast what it rests on, adding up, and the same again', async () => {
      const { risk } = await ward.endwatch.json<Trajectory>('/api/patients/c/trajectory');
      const path = (patient: string, score: string): string =>
        `/api/patients/${patient}/scores/${score}/explanation`;
      expect(risk.length).toBeGreaterThan(4);
      for (const { scoreId, next24h, asOf } of risk.slice(-4)) {
        const told = await ward.endwatch.json<Explanation>(path('c', scoreId));
        explanationSchema.parse(told);
        expect(told).toMatchObject({ scoreId, next24h, asOf, patientId: 'c' });
        const shares = told.inputs.reduce((sum, { share }) => sum + share, told.baseRisk);
        expect(shares).toBeCloseTo(next24h, 4);
        const { change } = told;
        const changes = change?.inputs.reduce((sum, { share }) => sum + share, change.timeShare);
        expect((change?.next24h ?? NaN) + (changes ?? NaN)).toBeCloseTo(next24h, 4);
        const words = told.reports?.texts.flatMap((text) => text.words) ?? [];
        const heard = words.reduce((sum, { share }) => sum + share, told.reports?.blankRisk ?? 0);
        if (told.reports) expect(heard).toBeCloseTo(next24h, 4);
        expect(told.sentence).toMatch(/^Risk /);
        expect(await ward.endwatch.json(path('c', scoreId))).toEqual(told);
      }
      const [first] = risk;
      expectProblem(await ward.call(path('a', first!.scoreId)), 404);
      expectProblem(await ward.call(path('c', 'nothing')), 404);
    });

    it('lists rejections newest first, by code, after one, and as many as asked for', async () => {
      const all = await rejections();
      expect(promised.broken(all, promised.REJECTIONS)).toEqual([]);
      for (const one of all) rejectionSchema.parse(one);
      expect(all.length).toBeGreaterThan(3);
      const times = all.map(({ at }) => at);
      expect(times).toEqual(times.toSorted().toReversed());
      expect(new Set((await rejections('?code=not-fhir')).map(({ code }) => code))).toEqual(
        new Set(['not-fhir']),
      );
      expect(await rejections(`?after=${all[2]!.id}`)).toEqual(all.slice(0, 2));
      expect(await rejections('?limit=2')).toEqual(all.slice(0, 2));
      expect(await rejections('?after=&code=&limit=')).toEqual(all);
      expectProblem(await ward.call('/api/rejections?after=yesterday'), 400);
      expectProblem(await ward.call('/api/rejections?code=nonsense'), 400);
      expectProblem(await ward.call('/api/rejections?limit=0'), 400);
    });

    it('answers with a problem where there is nothing', async () => {
      const paths = ['/api/wards/nowhere/board', '/api/patients/nobody', '/api/nothing'];
      for (const path of [...paths, '/api/patients/nobody/trajectory']) {
        expectProblem(await ward.call(path), 404);
      }
    });

    it('names the methods of an address that is asked by another', async () => {
      const wrong: readonly (readonly [string, string, string])[] = [
        ['GET', '/fhir', 'POST'],
        ['DELETE', '/api/wards/contract/board', 'GET, HEAD'],
        ['PUT', '/api/session', 'DELETE, GET, HEAD, POST'],
      ];
      for (const [method, path, allow] of wrong) {
        const answer = await ward.call(path, { method });
        expectProblem(answer, 405);
        expect([path, answer.headers.get('allow')]).toEqual([path, allow]);
      }
    });

    it('answers an address that cannot be read with a problem too', async () => {
      for (const path of ['/api/patients/%ZZ', '/api/wards/%E0%A4%A/board', '/fhir/%ZZ']) {
        expectProblem(
          await ward.call(path, { method: path.startsWith('/fhir') ? 'POST' : 'GET' }),
          400,
        );
      }
    });
  });

  describe('for machines', () => {
    it('says whether it lives and is ready, with the state of each part', async () => {
      const live = await ward.call('/health/live');
      expect(live.status).toBe(200);
      expect(live.body).toMatchObject({ status: 'up', parts: { database: { state: 'up' } } });
      const ready = await ward.call('/health/ready');
      expect(ready.status).toBe(200);
      interface Parts {
        readonly parts: Record<string, { readonly up: boolean }>;
      }
      const { parts } = ready.body as Parts;
      expect(Object.keys(parts)).toEqual(
        expect.arrayContaining(['database', 'broker', 'model', 'lag', 'scorer']),
      );
      // How far the scorers are is told by them every few seconds.
      await eventually(
        async () => (await ward.call('/health/ready')).body as Parts,
        (now) => Object.values(now.parts).every(({ up }) => up),
      );
    });

    it('describes itself', async () => {
      const document = await ward.endwatch.json<{
        openapi: string;
        paths: Record<string, unknown>;
      }>('/api/openapi.json');
      expect(document.openapi).toMatch(/^3\./);
      const paths = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
      const promisedPaths = [
        ...['/health/live', '/health/ready', '/metrics', '/fhir', '/fhir/{}'],
        ...['/api/wards', '/api/wards/{}/board', '/api/patients/{}', '/api/patients/{}/trajectory'],
        ...['/api/rejections', '/api/session'],
        ...['acknowledge', 'snooze', 'resolve', 'take'].map((what) => `/api/alerts/{}/${what}`),
      ];
      expect(paths).toEqual(expect.arrayContaining(promisedPaths));
      const page = await ward.call('/api/docs');
      expect(page).toMatchObject({ status: 200 });
      expect(page.type).toContain('text/html');
    });

    it('gives metrics as Prometheus reads them', async () => {
      const metrics = await ward.call('/metrics');
      expect(metrics.status).toBe(200);
      expect(metrics.type).toContain('text/plain');
      expect(metrics.body).toMatch(/^endwatch_messages_total\{stream="adt"\} [1-9]/m);
      expect(metrics.body).toMatch(/^endwatch_rejections_total\{code="[a-z-]+"\} [1-9]/m);
      expect(metrics.body).toMatch(/^endwatch_ignored_total\{type="Practitioner"\} [1-9]/m);
    });
  });

  // Last: it ends the process that the others use.
  it('has what it answered 202 for after kill -9', async () => {
    const told = { id: 'a-last', patientId: 'a', at: ward.now - MINUTE };
    const answer = await ward.sendFhir('/fhir/Observation', fhir.glucose(told, 180));
    expect(answer.status).toBe(202);
    await ward.crash();
    const detail = await eventually(
      () => ward.endwatch.json<PatientDetail>('/api/patients/a'),
      ({ inputs }) => inputs.some(({ name, value }) => name === 'glucose' && value !== null),
    );
    const glucose = detail.inputs.find(({ name }) => name === 'glucose');
    expect(glucose?.effectiveAt).toBe(new Date(ward.now - MINUTE).toISOString());
    expect(glucose?.value).toBeCloseTo(10, 1);
  });
});
