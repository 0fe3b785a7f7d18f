import { TestBed } from '@angular/core/testing';
import { FailedActions } from '../ui/failed-actions.ts';
import { aRow, aSnapshot, anAlert } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { Acknowledgement } from './acknowledgement.ts';
import { LIVE_LINK } from './live-link.ts';
import { WardApi } from './ward-api.ts';
import { WardStore } from './ward-store.ts';

interface Answer {
  readonly status: number;
  readonly body: object | undefined;
}

describe('acknowledging', () => {
  const sent: { url: string; body: unknown }[] = [];
  const answers: (Answer | 'unreachable')[] = [];

  beforeEach(() => {
    sent.length = 0;
    answers.length = 0;
    globalThis.fetch = (url, init) => {
      sent.push({ url: url as string, body: JSON.parse(init?.body as string) });
      const answer = answers.shift() ?? 'unreachable';
      if (answer === 'unreachable') return Promise.reject(new TypeError('network'));
      const { status, body } = answer;
      const headers = { get: () => null };
      const json = () => Promise.resolve(body);
      const text = () => Promise.resolve(body === undefined ? '' : JSON.stringify(body));
      const response = { ok: status < 400, status, headers, json, text };
      return Promise.resolve(response as unknown as Response);
    };
    TestBed.configureTestingModule({
      providers: [{ provide: LIVE_LINK, useValue: new FakeLink() }],
    });
    TestBed.inject(WardStore).snapshot(aSnapshot([aRow({ alerts: [anAlert()] })]));
  });

  const taken = anAlert({ state: 'acknowledged', holder: 'R. Osei' });

  it('says nothing of who it is: the session does', async () => {
    answers.push({ status: 200, body: taken });
    await TestBed.inject(Acknowledgement).act(anAlert(), 'Bed 7', { what: 'acknowledge' });
    expect(sent).toEqual([{ url: '/api/alerts/a1/acknowledge', body: {} }]);
  });

  it('takes an answer without content for none', async () => {
    const api = TestBed.inject(WardApi);
    answers.push({ status: 200, body: undefined }, { status: 204, body: undefined });
    expect([await api.send('/x', {}), await api.send('/x', {})]).toEqual([null, null]);
  });

  it('tells the reason where one was chosen', async () => {
    answers.push({ status: 200, body: taken });
    const act = { what: 'acknowledge', reason: 'Examined' } as const;
    await TestBed.inject(Acknowledgement).act(anAlert(), 'Bed 7', act);
    expect(sent).toEqual([{ url: '/api/alerts/a1/acknowledge', body: { reason: 'Examined' } }]);
  });

  it('is only "saving" until the server has said so', async () => {
    const acknowledgement = TestBed.inject(Acknowledgement);
    const store = TestBed.inject(WardStore);
    answers.push({ status: 200, body: taken });
    const meanwhile: unknown[] = [];
    const fetchOfServer = globalThis.fetch;
    globalThis.fetch = (url, init) => {
      meanwhile.push(acknowledgement.isSaving('a1'), store.row('p1')?.().alerts[0]?.state);
      return fetchOfServer(url, init);
    };
    await acknowledgement.act(anAlert(), 'Bed 7', { what: 'acknowledge' });
    expect(meanwhile).toEqual([true, 'raised']);
    expect(acknowledgement.isSaving('a1')).toBe(false);
  });

  it('says what was not saved, and saves it when tried again', async () => {
    const acknowledgement = TestBed.inject(Acknowledgement);
    const fixture = TestBed.createComponent(FailedActions);
    const words = () => (fixture.nativeElement as HTMLElement).textContent.replaceAll(/\s+/g, ' ');
    answers.push('unreachable', { status: 200, body: taken });
    await acknowledgement.act(anAlert(), 'Bed 7', { what: 'acknowledge' });
    await fixture.whenStable();
    expect(words()).toContain('Not saved: the alert of Bed 7 stands as it was.');
    expect(words()).toContain('The server could not be reached.');
    const button = (fixture.nativeElement as HTMLElement).querySelector('button');
    expect(button?.textContent.trim()).toBe('Try again');
    button?.click();
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(sent).toHaveLength(2);
    expect(acknowledgement.failed()).toEqual([]);
    expect(words()).not.toContain('Not saved');
  });

  it('does not say any more that it stands as it was when somebody has it', async () => {
    const acknowledgement = TestBed.inject(Acknowledgement);
    answers.push('unreachable');
    await acknowledgement.act(anAlert(), 'Bed 7', { what: 'acknowledge' });
    const store = TestBed.inject(WardStore);
    store.snapshot(aSnapshot([aRow({ alerts: [anAlert({ state: 'escalated' })] })]));
    expect(acknowledgement.failed()).toHaveLength(1);
    store.snapshot(aSnapshot([aRow({ alerts: [taken] })]));
    expect(acknowledgement.failed()).toEqual([]);
    // Of an alert that somebody had already this says nothing.
    answers.push('unreachable');
    await acknowledgement.act(taken, 'Bed 7', { what: 'resolve', reason: 'Treated' });
    expect(acknowledgement.failed()).toHaveLength(1);
  });

  it('passes on the reason the server gives', async () => {
    const acknowledgement = TestBed.inject(Acknowledgement);
    answers.push({ status: 409, body: { title: 'Conflict', detail: 'It is resolved already' } });
    await acknowledgement.act(anAlert(), 'Bed 7', { what: 'acknowledge' });
    expect(acknowledgement.failed()[0]?.problem).toBe('It is resolved already');
    acknowledgement.forget('a1');
    expect(acknowledgement.failed()).toEqual([]);
  });
});
