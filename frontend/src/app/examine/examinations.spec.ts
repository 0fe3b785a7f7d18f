import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '../core/session.ts';
import { UNSENT_KEY, Unsent } from '../core/unsent.ts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import type { Draft } from './draft.ts';
import { Examinations } from './examinations.ts';

const AT = '2026-03-02T12:00:00.000Z';

function aDraft(patientId: string, over: Partial<Draft> = {}): Draft {
  return {
    ...{ username: 'nora', patientId, about: 'Bed 7', at: null, finished: true },
    examination: { clientId: `of ${patientId}`, at: AT, items: { '4': 0 } },
    ...over,
  };
}

describe('examinations that the server does not have yet', () => {
  const account = signal<string | null>(null);
  let sent: string[];
  /** Null: there is a network. */
  let fails: ApiError | null;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    account.set('nora');
    [sent, fails] = [[], null];
    const send = (path: string): Promise<void> => {
      if (fails) return Promise.reject(fails);
      sent.push(path);
      return Promise.resolve();
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { account } },
        { provide: WardApi, useValue: { send } },
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const keep = (...drafts: Draft[]): void => {
    localStorage.setItem(UNSENT_KEY, JSON.stringify(drafts));
  };
  async function pass(ms: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  }
  const ofPatient = (id: string): string => `/api/patients/${id}/examinations`;

  it('are sent in the name of their examiner and nobody else’s', async () => {
    keep(aDraft('p1'), aDraft('p2', { username: 'olaf' }));
    const examinations = TestBed.inject(Examinations);
    await pass(20_000);
    expect(sent).toEqual([ofPatient('p1')]);
    expect(examinations.of('p2')).toBeNull();
    account.set('olaf');
    await pass(100);
    expect(sent).toEqual([ofPatient('p1'), ofPatient('p2')]);
  });

  it('are nobody’s while nobody is signed in', async () => {
    account.set(null);
    keep(aDraft('p1'));
    const examinations = TestBed.inject(Examinations);
    await pass(20_000);
    expect([sent, examinations.waiting()]).toEqual([[], []]);
  });

  it('of two at one device about the same patient are both kept', () => {
    keep(aDraft('p1', { username: 'olaf' }));
    const examinations = TestBed.inject(Examinations);
    examinations.keep(aDraft('p1', { finished: false }));
    examinations.drop('p1');
    expect(localStorage.getItem(UNSENT_KEY)).toContain('olaf');
  });

  it('are sent from the start of the application, whatever page is open', async () => {
    keep(aDraft('p1'));
    TestBed.inject(Unsent);
    jest.useRealTimers();
    for (let turn = 0; turn < 50 && sent.length === 0; turn += 1) {
      TestBed.tick();
      await new Promise((wait) => setTimeout(wait, 10));
    }
    expect(sent).toEqual([ofPatient('p1')]);
  });

  it('wait for the network, and are open again where they are not believed', async () => {
    fails = new ApiError(0, 'The server could not be reached', null);
    const examinations = TestBed.inject(Examinations);
    expect(await examinations.finish(aDraft('p1'))).toBe('kept');
    fails = new ApiError(422, 'It lies ahead of the clock', null);
    await pass(20_000);
    expect(examinations.of('p1')?.finished).toBe(false);
    expect(examinations.refused().get('p1')).toBe('It lies ahead of the clock');
  });
});
