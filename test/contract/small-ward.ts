import { rmSync } from 'node:fs';
import { problemSchema, type Alert, type BoardRow, type BoardSnapshot } from '@endwatch/contracts';
import { bearer } from '../harness/access.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import * as promised from './promised-shapes.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const WARD = 'contract';
export const FHIR_JSON = 'application/fhir+json';
export const PATIENTS = ['a', 'b', 'c', 'd'] as const;

const ENVIRONMENT = { ENDWATCH_LOG_LEVEL: 'warn' };

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One box with nothing but Node (embedded database, embedded log) and a ward of four patients, each with an END an hour ago. */
export class SmallWard {
  readonly now: number = Date.now();
  readonly admittedAt: number = this.now - 20 * HOUR;
  endwatch: Endwatch = new Endwatch(ENVIRONMENT);

  async start(): Promise<void> {
    await this.endwatch.ready();
    const patients = PATIENTS.flatMap((id, index) => this.#worse(id, index + 1));
    const ward = fhir.bundle(fhir.ward(WARD, 'Contract ward'), ...patients);
    expect((await this.sendFhir('/fhir', ward)).status).toBe(202);
    await Promise.all(PATIENTS.map((id) => this.endAlertOf(id)));
  }

  /** A crash, and a start on the same home. */
  async crash(): Promise<void> {
    const { home } = this.endwatch;
    await this.endwatch.stop('SIGKILL');
    this.endwatch = await new Endwatch(ENVIRONMENT, home).ready();
  }

  async stop(): Promise<void> {
    await this.endwatch.stop();
    rmSync(this.endwatch.home, { recursive: true, force: true });
  }

  /** As the administrator, unless the headers say who else. */
  async call(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = { ...(await bearer(this.endwatch.address)), ...(init.headers as object) };
    return this.callAs(path, { ...init, headers });
  }

  /** As whoever the headers say, or nobody. */
  async callAs(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.endwatch.address + path, init);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const body: unknown = type.includes('json') && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, type, headers: response.headers, body };
  }

  sendFhir(path: string, body: unknown): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.call(path, { method: 'POST', headers: { 'content-type': FHIR_JSON }, body: text });
  }

  send(path: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return this.call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async rowOf(patientId: string): Promise<BoardRow | undefined> {
    const { rows } = await this.endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
    return rows.find((row) => row.patientId === patientId);
  }

  endAlertOf(patientId: string): Promise<Alert> {
    return eventually(
      async () => {
        const row = await this.rowOf(patientId);
        const alert = row?.alerts.find(({ kind }) => kind === 'end-confirmed');
        if (!alert) throw new Error(`no END alert of ${patientId} yet`);
        return alert;
      },
      () => true,
    );
  }

  /** A patient whose motor power fell by 4 points an hour ago. */
  #worse(id: string, bed: number): fhir.Resource[] {
    const { now, admittedAt } = this;
    return [
      fhir.bed(`${WARD}-${bed}`, String(bed), WARD),
      fhir.patient(id, `Contract, ${id}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${bed}` }),
      fhir.strokeCondition(id, admittedAt),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 2, '6a': 1 }),
      fhir.nihss({ id: `${id}-n2`, patientId: id, at: now - HOUR }, { '5a': 4, '6a': 3 }),
    ];
  }
}

/** RFC 9457, with the id to find it in the log. */
export function expectProblem(answer: Answer, status: number): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status });
  expect(answer.type).toContain('application/problem+json');
  expect(promised.broken(answer.body, promised.PROBLEM)).toEqual([]);
  expect(problemSchema.parse(answer.body).status).toBe(status);
}
