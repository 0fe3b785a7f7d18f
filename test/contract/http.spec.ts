import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  alertSchema,
  boardSnapshotSchema,
  patientDetailSchema,
  problemSchema,
  rejectionSchema,
  trajectorySchema,
  wardSummarySchema,
  type Alert,
  type BoardRow,
  type BoardSnapshot,
  type PatientDetail,
  type RejectionView,
  type Trajectory,
  type WardSummary,
} from '@endwatch/contracts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import * as promised from './promised-shapes.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const WARD = 'contract';
const PASSWORD = 'correct horse battery';
const FHIR_JSON = 'application/fhir+json';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Outcome {
  readonly resourceType: string;
  readonly issue: readonly { severity: string; code: string; diagnostics: string }[];
}

interface BatchResponse {
  readonly resourceType: string;
  readonly type: string;
  readonly entry: readonly { response: { status: string; outcome: Outcome } }[];
}

const ENVIRONMENT = { ENDWATCH_ADMIN_PASSWORD: PASSWORD, ENDWATCH_LOG_LEVEL: 'warn' };

/** One box with nothing but Node: embedded database, embedded log. */
describe('the HTTP promise', () => {
  let endwatch: Endwatch;
  const now = Date.now();
  const admittedAt = now - 20 * HOUR;

  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(endwatch.address + path, init);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const body: unknown = type.includes('json') && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, type, headers: response.headers, body };
  };
  const sendFhir = (path: string, body: unknown): Promise<Answer> =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': FHIR_JSON },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const rowOf = async (patientId: string): Promise<BoardRow | undefined> => {
    const { rows } = await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
    return rows.find((row) => row.patientId === patientId);
  };
  const rejections = (query = ''): Promise<RejectionView[]> =>
    endwatch.json<RejectionView[]>(`/api/rejections${query}`);
  const expectProblem = (answer: Answer, status: number): void => {
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status });
    expect(answer.type).toContain('application/problem+json');
    expect(promised.broken(answer.body, promised.PROBLEM)).toEqual([]);
    expect(problemSchema.parse(answer.body).status).toBe(status);
  };

  /** A patient whose motor power fell by 4 points an hour ago. */
  const worse = (id: string, bed: number): fhir.Resource[] => [
    fhir.bed(`${WARD}-${bed}`, String(bed), WARD),
    fhir.patient(id, `Contract, ${id}`),
    fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${bed}` }),
    fhir.strokeCondition(id, admittedAt),
    fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 2, '6a': 1 }),
    fhir.nihss({ id: `${id}-n2`, patientId: id, at: now - HOUR }, { '5a': 4, '6a': 3 }),
  ];
  const endAlertOf = async (patientId: string): Promise<Alert> => {
    const row = await eventually(
      () => rowOf(patientId),
      (one) => one?.alerts.some(({ kind }) => kind === 'end-confirmed') ?? false,
    );
    return row!.alerts.find(({ kind }) => kind === 'end-confirmed')!;
  };

  beforeAll(async () => {
    endwatch = await new Endwatch(ENVIRONMENT).ready();
    const ward = fhir.bundle(
      fhir.ward(WARD, 'Contract ward'),
      ...['a', 'b', 'c', 'd'].flatMap((id, index) => worse(id, index + 1)),
    );
    expect((await sendFhir('/fhir', ward)).status).toBe(202);
    await Promise.all(['a', 'b', 'c', 'd'].map(endAlertOf));
  });

  afterAll(async () => {
    await endwatch?.stop();
    if (endwatch) rmSync(endwatch.home, { recursive: true, force: true });
  });

  describe('POST /fhir', () => {
    it('follows urn:uuid references inside a Bundle', async () => {
      const patientId = randomUUID();
      const { id: _id, ...patient } = fhir.patient('x', 'Urn, Ulla');
      const reference = { reference: `urn:uuid:${patientId}` };
      const encounter = fhir.encounter('x', { start: admittedAt, bedId: `${WARD}-9` });
      const answer = await sendFhir('/fhir', {
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
              ...fhir.heartRate({ id: 'x', patientId: 'x', at: now - HOUR }, 88),
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
        () => rowOf(patientId),
        (one) => one?.freshness.vitals === new Date(now - HOUR).toISOString(),
      );
      expect(row?.name).toMatch(/Urn/);
      expect(row?.bed).toBe('9');
    });

    it('takes every single resource it names at the address of its type', async () => {
      const subject = { reference: 'Patient/a' };
      const at = new Date(now - 2 * HOUR).toISOString();
      const resources: fhir.Resource[] = [
        fhir.heartRate({ id: 'a-hr', patientId: 'a', at: now - 10 * MINUTE }, 91),
        fhir.report({ id: 'a-ct', patientId: 'a', at: now - 5 * HOUR }, 'No hemorrhage.'),
        fhir.encounter('a', { start: admittedAt, bedId: `${WARD}-1`, version: 2 }),
        fhir.patient('a', 'Contract, Ada'),
        fhir.strokeCondition('a', admittedAt),
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
        const answer = await sendFhir(`/fhir/${resource.resourceType}`, resource);
        expect({ sent: resource.resourceType, ...answer }).toMatchObject({ status: 202 });
        expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome' });
      }
      const shown = await eventually(
        async () => {
          const detail = await endwatch.json<PatientDetail>('/api/patients/a');
          const { freshness, reports, treatments } = detail;
          return { freshness, reports: reports.length, treatments: treatments.length };
        },
        ({ treatments, reports }) => treatments === 2 && reports === 1,
      );
      expect(shown.freshness.vitals).toBe(new Date(now - 10 * MINUTE).toISOString());
    });

    it('answers each entry, with an OperationOutcome where it was refused, and takes the rest', async () => {
      const answer = await sendFhir('/fhir', {
        resourceType: 'Bundle',
        type: 'batch',
        entry: [
          { resource: fhir.glucose({ id: 'b-glu', patientId: 'b', at: now - HOUR }, 126) },
          {
            resource: fhir.quantity(
              { id: 'b-bad', patientId: 'b', at: now - HOUR },
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
        () => endwatch.json<PatientDetail>('/api/patients/b'),
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
        const answer = await sendFhir(path, body);
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
      expectProblem(await sendFhir('/fhir/Practitioner', { resourceType: 'Practitioner' }), 404);
    });
  });

  describe('reading', () => {
    it('lists the wards', async () => {
      const wards = await endwatch.json<WardSummary[]>('/api/wards');
      expect(promised.broken(wards, promised.WARDS)).toEqual([]);
      for (const one of wards) wardSummarySchema.parse(one);
      const ward = wards.find(({ id }) => id === WARD);
      expect(ward?.name).toBe('Contract ward');
      expect(ward?.patients).toBeGreaterThanOrEqual(4);
      expect(ward?.openAlerts).toBeGreaterThanOrEqual(4);
    });

    it('gives the board', async () => {
      const board = await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
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
      await sendFhir(
        '/fhir/Observation',
        fhir.quantity(
          { id: 'c-temp', patientId: 'c', at: now - HOUR },
          { code: '8310-5', value: 98.6, unit: '[degF]' },
        ),
      );
      const detail = await eventually(
        () => endwatch.json<PatientDetail>('/api/patients/c'),
        ({ inputs }) => inputs.some(({ code, value }) => code === '8310-5' && value !== null),
      );
      expect(promised.broken(detail, promised.PATIENT_DETAIL)).toEqual([]);
      patientDetailSchema.parse(detail);
      expect(detail.inputs).toHaveLength(promised.QUANTITY_CODES.length);
      expect(new Set(detail.inputs.map(({ name }) => name)).size).toBe(detail.inputs.length);
      expect(detail.inputs.find(({ code }) => code === '8310-5')).toMatchObject({
        ...{ value: 37, unit: 'Cel', status: 'final', usedAs: 'measured' },
        effectiveAt: new Date(now - HOUR).toISOString(),
        issuedAt: new Date(now - HOUR).toISOString(),
      });
      expect(detail.inputs.find(({ name }) => name === 'd-dimer')).toMatchObject({
        ...{ value: null, effectiveAt: null, ageMinutes: null, usedAs: 'missing' },
      });
      expect(detail.alerts.some(({ kind }) => kind === 'end-confirmed')).toBe(true);
    });

    it('gives a trajectory with the examinations, the END and the forecasts', async () => {
      const trajectory = await endwatch.json<Trajectory>('/api/patients/c/trajectory');
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
      expectProblem(await call('/api/rejections?code=nonsense'), 400);
      expectProblem(await call('/api/rejections?limit=0'), 400);
    });

    it('answers with a problem where there is nothing', async () => {
      const paths = ['/api/wards/nowhere/board', '/api/patients/nobody', '/api/nothing'];
      for (const path of [...paths, '/api/patients/nobody/trajectory']) {
        expectProblem(await call(path), 404);
      }
    });
  });

  describe('alerts', () => {
    const act = async (alert: Alert, what: string, body: object = {}): Promise<Answer> =>
      send(`/api/alerts/${alert.id}/${what}`, body);
    const expectAlert = async (answer: Answer, expected: Partial<Alert>): Promise<void> => {
      expect(answer).toMatchObject({ status: 200, body: expected });
      expect(promised.broken(answer.body, promised.ALERT)).toEqual([]);
      const alert = alertSchema.parse(answer.body);
      const row = await rowOf(alert.patientId);
      const shown = row?.alerts.find(({ id }) => id === alert.id);
      if (alert.state === 'resolved') expect(shown).toBeUndefined();
      else expect(shown).toEqual(alert);
    };

    it('are acknowledged, with reason and note', async () => {
      const alert = await endAlertOf('a');
      expect(alert).toMatchObject({ state: 'raised', priority: 'high', ward: WARD, holder: null });
      await expectAlert(await act(alert, 'acknowledge', { reason: 'Seen', note: 'CT ordered' }), {
        ...{ id: alert.id, state: 'acknowledged', raisedAt: alert.raisedAt },
      });
    });

    it('are taken by somebody', async () => {
      await expectAlert(await act(await endAlertOf('b'), 'take', { by: 'Dr Holder' }), {
        ...{ state: 'acknowledged', holder: 'Dr Holder' },
      });
    });

    it('are snoozed for some minutes, with a reason', async () => {
      const alert = await endAlertOf('c');
      for (const body of [{}, { minutes: 10 }, { minutes: 0, reason: 'x' }, { reason: 'x' }]) {
        expectProblem(await act(alert, 'snooze', body), 400);
      }
      expectProblem(await act(alert, 'snooze', { minutes: 100_000, reason: 'x' }), 400);
      await expectAlert(await act(alert, 'snooze', { minutes: 10, reason: 'In CT' }), {
        state: 'snoozed',
      });
    });

    it('are resolved with a reason, once; the stay remembers them', async () => {
      const alert = await endAlertOf('d');
      expectProblem(await act(alert, 'resolve'), 400);
      await expectAlert(await act(alert, 'resolve', { reason: 'Thrombectomy under way' }), {
        state: 'resolved',
      });
      for (const what of ['acknowledge', 'take']) {
        const again = await act(alert, what);
        expect([404, 409]).toContain(again.status);
        expectProblem(again, again.status);
      }
      const { alerts } = await endwatch.json<PatientDetail>('/api/patients/d');
      expect(alerts.find(({ id }) => id === alert.id)?.state).toBe('resolved');
    });

    it('that nobody knows are not found', async () => {
      expectProblem(await send(`/api/alerts/${randomUUID()}/acknowledge`, {}), 404);
      expectProblem(await send('/api/alerts/1/acknowledge', {}), 404);
    });
  });

  describe('signing in', () => {
    const signIn = (password: string): Promise<Answer> =>
      send('/api/session', { username: 'admin', password });

    it('gives the administrator a cookie that scripts cannot read, good as bearer too', async () => {
      const answer = await signIn(PASSWORD);
      expect(answer).toMatchObject({ status: 200, body: { username: 'admin', role: 'admin' } });
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/;\s*HttpOnly/i);
      expect(cookie).toMatch(/;\s*SameSite=(Strict|Lax)/i);
      expect(cookie).toMatch(/;\s*Path=\//i);
      const pair = cookie.split(';')[0]!;
      const token = pair.slice(pair.indexOf('=') + 1);
      for (const headers of [{ cookie: pair }, { authorization: `Bearer ${token}` }]) {
        expect(await call('/api/session', { headers })).toMatchObject({
          status: 200,
          body: { username: 'admin', role: 'admin' },
        });
      }
      const out = await call('/api/session', { method: 'DELETE', headers: { cookie: pair } });
      expect(out.status).toBe(204);
      expectProblem(await call('/api/session', { headers: { cookie: pair } }), 401);
    });

    it('refuses wrong passwords and strangers in the same words, and after some tries for a while', async () => {
      expectProblem(await call('/api/session'), 401);
      expectProblem(await send('/api/session', { username: 'admin' }), 400);
      const wrong = await signIn('wrong password');
      expectProblem(wrong, 401);
      const stranger = await send('/api/session', { username: 'root', password: 'wrong password' });
      const { detail } = problemSchema.parse(stranger.body);
      expect(problemSchema.parse(wrong.body).detail).toBe(detail);
      const answers: Answer[] = [];
      for (let tries = 0; tries < 20 && answers.at(-1)?.status !== 429; tries++) {
        answers.push(await signIn('wrong password'));
      }
      expectProblem(answers.at(-1)!, 429);
      expect((await signIn(PASSWORD)).status).toBe(429);
    });
  });

  describe('for machines', () => {
    it('says whether it lives and is ready, with the state of each part', async () => {
      expect((await call('/health/live')).status).toBe(200);
      const ready = await call('/health/ready');
      expect(ready.status).toBe(200);
      const { parts } = ready.body as { parts: Record<string, { up: boolean }> };
      expect(Object.keys(parts)).toEqual(expect.arrayContaining(['database', 'log', 'model']));
      expect(Object.values(parts).every(({ up }) => up)).toBe(true);
    });

    it('describes itself', async () => {
      const document = await endwatch.json<{ openapi: string; paths: Record<string, unknown> }>(
        '/api/openapi.json',
      );
      expect(document.openapi).toMatch(/^3\./);
      const paths = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
      const promisedPaths = [
        ...['/health/live', '/health/ready', '/metrics', '/fhir', '/fhir/{}'],
        ...['/api/wards', '/api/wards/{}/board', '/api/patients/{}', '/api/patients/{}/trajectory'],
        ...['/api/rejections', '/api/session'],
        ...['acknowledge', 'snooze', 'resolve', 'take'].map((what) => `/api/alerts/{}/${what}`),
      ];
      expect(paths).toEqual(expect.arrayContaining(promisedPaths));
      const page = await call('/api/docs');
      expect(page).toMatchObject({ status: 200 });
      expect(page.type).toContain('text/html');
    });

    it('gives metrics as Prometheus reads them', async () => {
      const metrics = await call('/metrics');
      expect(metrics.status).toBe(200);
      expect(metrics.type).toContain('text/plain');
      expect(metrics.body).toMatch(/^endwatch_messages_total [1-9]/m);
      expect(metrics.body).toMatch(/^endwatch_rejections_total\{code="[a-z-]+"\} [1-9]/m);
      expect(metrics.body).toMatch(/^endwatch_ignored_total\{type="Practitioner"\} [1-9]/m);
    });
  });

  // Last: it ends the process that the others use.
  it('has what it answered 202 for after kill -9', async () => {
    const { home } = endwatch;
    const told = { id: 'a-last', patientId: 'a', at: now - MINUTE };
    const answer = await sendFhir('/fhir/Observation', fhir.glucose(told, 180));
    expect(answer.status).toBe(202);
    await endwatch.stop('SIGKILL');
    endwatch = await new Endwatch(ENVIRONMENT, home).ready();
    const detail = await eventually(
      () => endwatch.json<PatientDetail>('/api/patients/a'),
      ({ inputs }) => inputs.some(({ name, value }) => name === 'glucose' && value !== null),
    );
    const glucose = detail.inputs.find(({ name }) => name === 'glucose');
    expect(glucose?.effectiveAt).toBe(new Date(now - MINUTE).toISOString());
    expect(glucose?.value).toBeCloseTo(10, 1);
  });
});
