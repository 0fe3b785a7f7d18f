import { randomUUID } from 'node:crypto';
import type { Right } from '@endwatch/contracts';
import { WARD } from './small-ward.ts';

/** What of a ward is asked for. */
export interface Target {
  readonly patientId: string;
  readonly alertId: string;
  readonly scoreId: string;
  readonly admittedAt: string;
  /** Two that are exchanged, one that is covered, one that is withdrawn. */
  readonly shifts: readonly string[];
}

export interface WardCall {
  /** As the list of all routes has it. */
  readonly route: string;
  readonly right: Right;
  readonly path: string;
  readonly body?: object | string;
}

/** Each route that is about one ward, or about somebody or something there. */
export function wardCalls({ patientId, alertId, scoreId, ...target }: Target): readonly WardCall[] {
  const now = new Date().toISOString();
  const { admittedAt, shifts } = target;
  const [first, second, third, fourth] = shifts;
  const examination = { clientId: randomUUID(), at: now, items: { '1a': 0 } };
  const plan = { duty: 'nurse-in-charge', people: ['neurologist'], days: 1, starts: ['08:00'] };
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', 'END:VCALENDAR', ''];
  const call = (route: string, right: Right, path: string, body?: object | string): WardCall => ({
    ...{ route, right, path: path.replace('{ward}', WARD).replace('{id}', patientId) },
    ...(body !== undefined && { body }),
  });
  const ward = (verb: string, rest: string, right: Right, body?: object): WardCall =>
    call(`${verb} /api/wards/{ward}/${rest}`, right, `/api/wards/{ward}/${rest}`, body);
  const patient = (verb: string, rest: string, right: Right, body?: object): WardCall =>
    call(`${verb} /api/patients/{id}${rest}`, right, `/api/patients/{id}${rest}`, body);
  const act = (what: string, body: object = {}): WardCall =>
    call(`post /api/alerts/{id}/${what}`, 'alert.act', `/api/alerts/${alertId}/${what}`, body);
  const rota = (route: string, path: string, body?: object | string): WardCall =>
    call(route, route.startsWith('get') ? 'rota.read' : 'rota.write', `/api/rota${path}`, body);
  return [
    ward('get', 'board', 'board.read'),
    ward('get', 'handover', 'patient.read'),
    ward('get', 'outages', 'patient.read'),
    ward('post', 'outages/ticks', 'alert.act', { from: now, patientId }),
    patient('get', '', 'patient.read'),
    patient('get', '/trajectory', 'patient.read'),
    call(
      ...(['get /api/patients/{id}/as-known', 'patient.read'] as const),
      `/api/patients/{id}/as-known?at=${now}`,
    ),
    call(
      ...(['get /api/patients/{id}/scores/{score}/explanation', 'patient.read'] as const),
      `/api/patients/{id}/scores/${encodeURIComponent(scoreId)}/explanation`,
    ),
    patient('post', '/examinations', 'examination.write', examination),
    act('acknowledge'),
    act('take', { over: true }),
    act('snooze', { minutes: 10, reason: 'In imaging' }),
    act('decline', { reason: 'In theatre' }),
    act('resolve', { reason: 'Treated' }),
    call('get /api/review/stays/{patientId}', 'review.read', `/api/review/stays/{id}`),
    call(
      ...(['post /api/review/stays/{patientId}/adjudications', 'review.read'] as const),
      ...([
        '/api/review/stays/{id}/adjudications',
        { admittedAt, judgement: 'undecided' },
      ] as const),
    ),
    rota('get /api/rota', `?ward=${WARD}`),
    rota('get /api/rota/calendar.ics', `/calendar.ics?ward=${WARD}`),
    rota('post /api/rota/import', `/import?ward=${WARD}&dryRun=true`, calendar.join('\r\n')),
    rota('post /api/rota/shifts', '/shifts', { ...plan, ward: WARD, date: '2031-01-06' }),
    rota('post /api/rota/swaps', '/swaps', { first, second }),
    rota('post /api/rota/shifts/{id}/cover', `/shifts/${String(third)}/cover`, {
      username: 'here-neurologist',
    }),
    rota('delete /api/rota/shifts/{id}', `/shifts/${String(fourth)}`),
  ];
}
