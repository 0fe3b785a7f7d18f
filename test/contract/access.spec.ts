import { randomUUID } from 'node:crypto';
import {
  mayDo,
  ROLES,
  type AuditEntryView,
  type ChangedAccount,
  type JoinAnswer,
  type MadeToken,
  type Right,
  type Role,
} from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import { eventually } from '../harness/system.ts';
import { expectProblem, SmallWard, WARD, type Answer } from './small-ward.ts';
import { atTheLiveChannel } from './socket-matrix.ts';
import { ofAnotherWard, OTHER_WARD } from './other-ward.ts';

/** What each route asks for, written down a second time: a route that is not here fails the test. Null: open to all. */
const ASKED: Readonly<Record<string, Right | null>> = {
  'get /health/live': null,
  'get /health/ready': null,
  'get /metrics': null,
  'post /api/session': null,
  'get /api/session': null,
  'delete /api/session': null,
  'get /api/session/ways': null,
  'post /api/session/demo': null,
  'get /api/session/oidc': null,
  'get /api/session/oidc/callback': null,
  'post /fhir': 'messages.write',
  'post /fhir/{type}': 'messages.write',
  'get /api/wards': 'board.read',
  'get /api/wards/{ward}/board': 'board.read',
  'get /api/wards/{ward}/handover': 'patient.read',
  'get /api/wards/{ward}/outages': 'patient.read',
  'post /api/wards/{ward}/outages/ticks': 'alert.act',
  'get /api/patients/{id}': 'patient.read',
  'get /api/patients/{id}/trajectory': 'patient.read',
  'get /api/patients/{id}/as-known': 'patient.read',
  'get /api/patients/{id}/scores/{score}/explanation': 'patient.read',
  'post /api/patients/{id}/examinations': 'examination.write',
  'get /api/rejections': 'rejections.read',
  'post /api/alerts/{id}/acknowledge': 'alert.act',
  'post /api/alerts/{id}/take': 'alert.act',
  'post /api/alerts/{id}/snooze': 'alert.act',
  'post /api/alerts/{id}/resolve': 'alert.act',
  'post /api/alerts/{id}/decline': 'alert.act',
  'get /api/accounts': 'accounts.manage',
  'post /api/accounts': 'accounts.manage',
  'patch /api/accounts/{username}': 'accounts.manage',
  'get /api/accounts/tokens': 'accounts.manage',
  'post /api/accounts/tokens': 'accounts.manage',
  'delete /api/accounts/tokens/{id}': 'accounts.manage',
  'get /api/audit': 'audit.read',
  'get /api/review/freshness': 'review.read',
  'get /api/review/stays': 'review.read',
  'get /api/review/stays/{patientId}': 'review.read',
  'get /api/review/outcomes/trajectories': 'review.read',
  'get /api/review/outcomes/incidence': 'review.read',
  'get /api/review/outcomes/subgroups': 'review.read',
  'get /api/review/cohorts': 'review.read',
  'post /api/review/cohorts': 'review.read',
  'delete /api/review/cohorts/{id}': 'review.read',
  'get /api/preferences': 'board.read',
  'put /api/preferences': 'board.read',
  'get /api/end-definition': 'board.read',
  'get /api/settings/end-definition': 'settings.manage',
  'put /api/settings/end-definition': 'settings.manage',
  'post /api/settings/end-definition/preview': 'settings.manage',
  'get /api/settings/examination-schedule': 'settings.manage',
  'put /api/settings/examination-schedule': 'settings.manage',
  'post /api/settings/examination-schedule/preview': 'settings.manage',
  'get /api/settings/wards': 'settings.manage',
  'put /api/settings/wards': 'settings.manage',
  'get /api/settings/risk-limits': 'settings.manage',
  'put /api/settings/risk-limits': 'settings.manage',
  'get /api/settings/wall': 'settings.manage',
  'put /api/settings/wall': 'settings.manage',
  'get /api/settings/escalation': 'settings.manage',
  'put /api/settings/escalation': 'settings.manage',
  'get /api/review/exports/fhir': 'review.read',
  'get /api/review/exports/seismometer': 'review.read',
  'post /api/review/exports/figures': 'review.read',
  'get /api/review/forecast': 'review.read',
  'get /api/review/adjudications': 'review.read',
  'post /api/review/stays/{patientId}/adjudications': 'review.read',
  'get /api/review/response': 'review.read',
  'get /api/review/drift': 'review.read',
  'get /api/review/drift/alarm': 'review.read',
  'post /api/review/drift/alarm/seen': 'settings.manage',
  'get /api/review/what-if': 'review.read',
  'get /api/review/proposals': 'review.read',
  'get /api/review/reports': 'review.read',
  'post /api/review/reports': 'review.read',
  'get /api/review/reports/{month}': 'review.read',
  'post /api/review/proposals': 'review.read',
  'get /api/on-call': 'alert.act',
  'get /api/rota': 'rota.read',
  'get /api/rota/calendar.ics': 'rota.read',
  'post /api/rota/import': 'rota.write',
  'post /api/rota/shifts': 'rota.write',
  'delete /api/rota/shifts/{id}': 'rota.write',
  'post /api/rota/shifts/{id}/cover': 'rota.write',
  'post /api/rota/swaps': 'rota.write',
  'get /api/push/key': 'push.own',
  'get /api/push/contacts': 'push.own',
  'post /api/push/contacts': 'push.own',
  'delete /api/push/contacts/{id}': 'push.own',
  'post /api/push/contacts/{id}/test': 'push.own',
  'get /api/push/pagers': 'accounts.manage',
  'post /api/push/subscriptions': 'push.own',
  'post /api/push/test': 'push.own',
  'get /api/push/tests/{noticeId}': 'push.own',
  'post /api/push/receipts/{delivery}': null,
};

const REFUSED = new Set([401, 403]);

describe('who may do what', () => {
  const ward = new SmallWard();
  const tokens = new Map<string, string>();
  const as = (who: string): { authorization: string } => ({
    authorization: `Bearer ${tokens.get(who) ?? 'nobody'}`,
  });
  const account = async (username: string, role: Role, wards: string[] | null): Promise<string> => {
    const made = await ward.send('/api/accounts', { username, name: `Test ${role}`, role, wards });
    expect(made.status).toBe(201);
    return (made.body as ChangedAccount).password ?? '';
  };
  const token = async (username: string): Promise<MadeToken> => {
    const made = await ward.send('/api/accounts/tokens', { username, label: 'test' });
    expect(made.status).toBe(201);
    tokens.set(username, (made.body as MadeToken).token);
    return made.body as MadeToken;
  };
  const ask = async (route: string, headers: Record<string, string>): Promise<number> => {
    const [method = '', template = ''] = route.split(' ');
    const path = template
      .replace('{ward}', WARD)
      .replace('{type}', 'Observation')
      .replace('accounts/tokens/{id}', `accounts/tokens/${randomUUID()}`)
      .replace('alerts/{id}', `alerts/${randomUUID()}`)
      .replace('cohorts/{id}', `cohorts/${randomUUID()}`)
      .replace('{id}', 'a')
      .replace('{patientId}', 'a')
      .replace('{score}', 'none')
      .replace('{username}', 'nobody');
    const hasBody = ['post', 'patch', 'put'].includes(method);
    const answer = await ward.callAs(path, {
      method: method.toUpperCase(),
      headers: { ...headers, ...(hasBody && { 'content-type': 'application/json' }) },
      ...(hasBody && { body: '{}' }),
    });
    return answer.status;
  };

  beforeAll(async () => {
    await ward.start();
    for (const role of ROLES) {
      // The first administrator is there already.
      if (role !== 'admin') await account(role, role, null);
      await token(role);
    }
    await account('elsewhere', 'nurse', [OTHER_WARD]);
    await token('elsewhere');
  });
  afterAll(() => ward.stop());

  it('is asked at every route that there is', async () => {
    const { body } = await ward.callAs('/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    const routes = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb} ${path}`),
    );
    expect(routes.toSorted()).toEqual(Object.keys(ASKED).toSorted());
  });

  it('each route lets in the roles with its right, and nobody else', async () => {
    const who = ['nobody', ...ROLES];
    const matrix: string[] = [];
    const wrong: string[] = [];
    for (const [route, right] of Object.entries(ASKED)) {
      if (route.includes('/api/session')) continue;
      const cells: string[] = [];
      for (const one of who) {
        const status = await ask(route, one === 'nobody' ? {} : as(one));
        const isIn = !REFUSED.has(status);
        const may = right === null || (one !== 'nobody' && mayDo(one as Role, right));
        if (isIn !== may || (one === 'nobody' && right !== null && status !== 401)) {
          wrong.push(`${route} as ${one}: ${status}`);
        }
        cells.push(String(isIn ? 'yes' : status).padEnd(13));
      }
      matrix.push(`${cells.join('')}${route}`);
    }
    const head = who.map((one) => one.padEnd(13)).join('');
    process.stdout.write(`\n${head}\n${matrix.join('\n')}\n`);
    expect(wrong).toEqual([]);
  });

  ofAnotherWard({ ward, as, account, token, routes: Object.keys(ASKED) });

  describe('the live channel', () => {
    const sockets: Socket[] = [];
    const connect = (auth: { token?: string }): Socket => {
      const socket = io(`${ward.endwatch.address}/live`, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth },
      });
      sockets.push(socket);
      return socket;
    };
    const opened = (socket: Socket): Promise<string> =>
      new Promise((told) => {
        socket.once('connect', () => told('in'));
        socket.once('connect_error', ({ message }) => told(message));
      });
    const join = (socket: Socket, name: string): Promise<JoinAnswer> =>
      socket.timeout(20_000).emitWithAck('join', { ward: name }) as Promise<JoinAnswer>;

    afterAll(() => {
      for (const socket of sockets) socket.disconnect();
    });

    it('shows initials on the wall', async () => {
      const socket = connect({ token: tokens.get('display') ?? '' });
      await opened(socket);
      const answer = await join(socket, WARD);
      const names = answer.ok ? answer.snapshot?.rows.map(({ name }) => name) : [];
      expect(names?.toSorted()).toEqual(['a. C.', 'b. C.', 'c. C.', 'd. C.']);
    });

    it('shows names on the wall as soon as an administrator wants that, and no longer', async () => {
      const set = (names: string | null): Promise<Answer> =>
        ward.call('/api/settings/wall', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ names }),
        });
      const wall = connect({ token: tokens.get('display') ?? '' });
      const nurse = connect({ token: tokens.get('nurse') ?? '' });
      await Promise.all([opened(wall), opened(nurse)]);
      await join(nurse, WARD);
      const first = await join(wall, WARD);
      const seen: string[] = [];
      nurse.on('redraw', () => seen.push('nurse'));
      const namesAfter = async (names: string | null): Promise<string[]> => {
        const told = new Promise((resolve) => wall.once('redraw', resolve));
        expect((await set(names)).status).toBe(200);
        expect(await told).toEqual({ ward: WARD });
        // As a page asks that holds a board: it gets all of it, not only what came since.
        const after = first.ok ? first.sequence : 0;
        const again = (await wall
          .timeout(20_000)
          .emitWithAck('join', { ward: WARD, after })) as JoinAnswer;
        const rows = again.ok ? (again.snapshot?.rows ?? []) : [];
        const { body } = await ward.callAs(`/api/wards/${WARD}/board`, { headers: as('display') });
        expect((body as { rows: unknown[] }).rows).toEqual(rows);
        return rows.map(({ name }) => name).toSorted();
      };
      const full = await namesAfter('full');
      expect(full).toHaveLength(4);
      expect(full.every((name) => name.length > 5)).toBe(true);
      expect(await namesAfter(null)).toEqual(['a. C.', 'b. C.', 'c. C.', 'd. C.']);
      expect(seen).toEqual([]);
      expectProblem(await set('nicknames'), 400);
      const { body } = await ward.call('/api/settings/wall');
      expect(body).toMatchObject({
        ...{ names: 'initials', own: false },
        versions: [{ names: null, by: 'admin', byName: 'Administrator' }, { names: 'full' }],
      });
      const audit = await ward.call('/api/audit?action=settings.change&limit=2');
      expect(
        (audit.body as AuditEntryView[]).map(({ subject, detail }) => [subject, detail]),
      ).toEqual([
        ['wall', { names: null }],
        ['wall', { names: 'full' }],
      ]);
    });

    atTheLiveChannel({ ward, account, token });

    it('ends within 10 s of a token that is revoked and an account that is disabled or gets other wards', async () => {
      await account('leaver', 'nurse', null);
      await account('lender', 'nurse', null);
      await token('leaver');
      const lent = await token('lender');
      await account('transferred', 'nurse', [WARD]);
      await token('transferred');
      const gone = ['leaver', 'lender', 'transferred'];
      const all = gone.map((one) => connect({ token: tokens.get(one) ?? '' }));
      expect(await Promise.all(all.map(opened))).toEqual(['in', 'in', 'in']);
      const moved = await ward.call('/api/accounts/transferred', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ wards: [OTHER_WARD] }),
      });
      expect(moved.status).toBe(200);
      const disabled = await ward.call('/api/accounts/leaver', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ disabled: true }),
      });
      expect(disabled.status).toBe(200);
      const revoked = await ward.call(`/api/accounts/tokens/${lent.id}`, { method: 'DELETE' });
      expect(revoked.status).toBe(204);
      for (const one of ['leaver', 'lender']) {
        expect((await ward.callAs('/api/wards', { headers: as(one) })).status).toBe(401);
      }
      const open = await eventually(
        () => Promise.resolve(all.filter(({ connected }) => connected).length),
        (left) => left === 0,
        10_000,
      );
      expect(open).toBe(0);
    });
  });

  describe('accounts', () => {
    const signIn = (username: string, password: string): Promise<Answer> =>
      ward.callAs('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });

    it('sign in with the password that was shown once, until it is renewed', async () => {
      const password = await account('newcomer', 'neurologist', [WARD]);
      expect(password.length).toBeGreaterThanOrEqual(20);
      expect(await signIn('newcomer', password)).toMatchObject({
        status: 200,
        body: {
          username: 'newcomer',
          name: 'Test neurologist',
          role: 'neurologist',
          wards: [WARD],
        },
      });
      const renewed = await ward.call('/api/accounts/newcomer', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ newPassword: true }),
      });
      expectProblem(await signIn('newcomer', password), 401);
      const { password: next } = renewed.body as ChangedAccount;
      expect((await signIn('newcomer', next ?? '')).status).toBe(200);
    });

    it('are never made twice, and nobody takes the administration from themselves', async () => {
      const again = { username: 'nurse', name: 'N', role: 'nurse' };
      expectProblem(await ward.send('/api/accounts', again), 409);
      expectProblem(await ward.send('/api/accounts', { ...again, username: 'No Good' }), 400);
      const answer = await ward.call('/api/accounts/admin', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ disabled: true }),
      });
      expectProblem(answer, 400);
    });
  });

  it('what was done is in the audit: who, what, on whom, from where', async () => {
    const patient = await ward.callAs('/api/patients/b', { headers: as('nurse') });
    expect(patient.status).toBe(200);
    await ward.callAs('/api/patients/b', { headers: as('nurse') });
    const { id } = (await ward.rowOf('b'))?.alerts[0] ?? { id: '' };
    await ward.callAs(`/api/alerts/${id}/take`, {
      method: 'POST',
      headers: { ...as('nurse'), 'content-type': 'application/json' },
      body: '{}',
    });
    const { body } = await ward.call('/api/audit?patient=b&actor=nurse');
    const entries = body as AuditEntryView[];
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['alert.take', id],
      ['patient.read', null],
    ]);
    expect(entries[0]).toMatchObject({
      actor: 'nurse',
      role: 'nurse',
      patientId: 'b',
      wardId: WARD,
    });
    expect(entries[0]?.origin).toMatch(/127\.0\.0\.1/);
    const made = await ward.call('/api/audit?action=account.create&limit=3');
    expect((made.body as AuditEntryView[]).every(({ actor }) => actor === 'admin')).toBe(true);
    expect((made.body as AuditEntryView[]).length).toBe(3);
  });
});
