import { randomUUID } from 'node:crypto';
import { alertSchema, problemSchema, type Alert, type PatientDetail } from '@endwatch/contracts';
import { PASSWORD } from '../harness/access.ts';
import * as promised from './promised-shapes.ts';
import { expectProblem, SmallWard, WARD, type Answer } from './small-ward.ts';

describe('what people do', () => {
  const ward = new SmallWard();

  beforeAll(() => ward.start());
  afterAll(() => ward.stop());

  describe('alerts', () => {
    const act = async (alert: Alert, what: string, body: object = {}): Promise<Answer> =>
      ward.send(`/api/alerts/${alert.id}/${what}`, body);
    const expectAlert = async (answer: Answer, expected: Partial<Alert>): Promise<void> => {
      expect(answer).toMatchObject({ status: 200, body: expected });
      expect(promised.broken(answer.body, promised.ALERT)).toEqual([]);
      const alert = alertSchema.parse(answer.body);
      const row = await ward.rowOf(alert.patientId);
      const shown = row?.alerts.find(({ id }) => id === alert.id);
      if (alert.state === 'resolved') expect(shown).toBeUndefined();
      else expect(shown).toEqual(alert);
    };

    it('are acknowledged, with reason and note', async () => {
      const alert = await ward.endAlertOf('a');
      expect(alert).toMatchObject({ state: 'raised', priority: 'high', ward: WARD, holder: null });
      await expectAlert(await act(alert, 'acknowledge', { reason: 'Seen', note: 'CT ordered' }), {
        ...{ id: alert.id, state: 'acknowledged', raisedAt: alert.raisedAt },
      });
      await expectAlert(await act(alert, 'acknowledge', { reason: null, note: null }), {
        ...{ id: alert.id, state: 'acknowledged' },
      });
      expectProblem(await act(alert, 'decline'), 400);
    });

    it('are taken by somebody', async () => {
      await expectAlert(await act(await ward.endAlertOf('b'), 'take'), {
        ...{ state: 'acknowledged', holder: 'Administrator' },
      });
    });

    it('are snoozed for some minutes, with a reason', async () => {
      const alert = await ward.endAlertOf('c');
      for (const body of [{}, { minutes: 10 }, { minutes: 0, reason: 'x' }, { reason: 'x' }]) {
        expectProblem(await act(alert, 'snooze', body), 400);
      }
      expectProblem(await act(alert, 'snooze', { minutes: 100_000, reason: 'x' }), 400);
      await expectAlert(await act(alert, 'snooze', { minutes: 10, reason: 'In CT' }), {
        state: 'snoozed',
      });
    });

    it('are resolved with a reason, once; the stay remembers them', async () => {
      const alert = await ward.endAlertOf('d');
      expectProblem(await act(alert, 'resolve'), 400);
      await expectAlert(await act(alert, 'resolve', { reason: 'Thrombectomy under way' }), {
        state: 'resolved',
      });
      for (const what of ['acknowledge', 'take']) {
        const again = await act(alert, what);
        expect([404, 409]).toContain(again.status);
        expectProblem(again, again.status);
      }
      const { alerts } = await ward.endwatch.json<PatientDetail>('/api/patients/d');
      expect(alerts.find(({ id }) => id === alert.id)?.state).toBe('resolved');
    });

    it('that nobody knows are not found', async () => {
      expectProblem(await ward.send(`/api/alerts/${randomUUID()}/acknowledge`, {}), 404);
      expectProblem(await ward.send('/api/alerts/1/acknowledge', {}), 404);
    });
  });

  describe('signing in', () => {
    const sent = (body: object): Promise<Answer> =>
      ward.callAs('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const signIn = (password: string): Promise<Answer> => sent({ username: 'admin', password });

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
        expect(await ward.callAs('/api/session', { headers })).toMatchObject({
          status: 200,
          body: { username: 'admin', role: 'admin' },
        });
      }
      const out = await ward.callAs('/api/session', {
        method: 'DELETE',
        headers: { cookie: pair },
      });
      expect(out.status).toBe(204);
      expectProblem(await ward.callAs('/api/session', { headers: { cookie: pair } }), 401);
    });

    it('does not count those who sign in rightly', async () => {
      for (let times = 0; times < 15; times++) expect((await signIn(PASSWORD)).status).toBe(200);
    });

    it('refuses wrong passwords and strangers in the same words, and after some tries for a while', async () => {
      expectProblem(await ward.callAs('/api/session'), 401);
      expectProblem(await sent({ username: 'admin' }), 400);
      const wrong = await signIn('wrong password');
      expectProblem(wrong, 401);
      const stranger = await sent({ username: 'root', password: 'wrong password' });
      const { detail } = problemSchema.parse(stranger.body);
      expect(problemSchema.parse(wrong.body).detail).toBe(detail);
      expectProblem(await sent({ username: '\u0000', password: 'x' }), 401);
      const answers: Answer[] = [];
      for (let tries = 0; tries < 20 && answers.at(-1)?.status !== 429; tries++) {
        answers.push(await signIn('wrong password'));
      }
      expectProblem(answers.at(-1)!, 429);
      expect((await signIn(PASSWORD)).status).toBe(429);
    });
  });
});
