import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import type { SessionView, ToldAdministrator } from '@endwatch/contracts';
import { CalibrationAlarm } from './calibration-alarm.ts';
import { Session } from './session.ts';
import { WardApi } from './ward-api.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('CalibrationAlarm', () => {
  const calls: string[] = [];
  let outcome: ToldAdministrator['outcome'];
  const api = {
    send: (url: string, body?: object): Promise<unknown> => {
      calls.push(`${body ? 'POST' : 'GET'} ${url}`);
      if (body) outcome = 'seen';
      const administrators = [{ username: 'ada', name: 'Ada', outcome, seenAt: null }];
      const [week, toldAt] = ['2026-11-02T00:00:00.000Z', '2026-11-16T08:00:00.000Z'];
      return Promise.resolve({ alarm: { week, direction: 'more', toldAt, administrators } });
    },
  };
  const signIn = (role: SessionView['role']): CalibrationAlarm => {
    const view = signal({ username: role === 'admin' ? 'ada' : 'q', role });
    const session = { view, may: () => role === 'admin' };
    TestBed.configureTestingModule({
      providers: [
        { provide: WardApi, useValue: api },
        { provide: Session, useValue: session },
      ],
    });
    const alarm = TestBed.inject(CalibrationAlarm);
    TestBed.tick();
    return alarm;
  };
  beforeEach(() => {
    calls.length = 0;
    outcome = 'unreached';
  });

  it('stands before an administrator until they have read of it', async () => {
    const alarm = signIn('admin');
    await settle();
    expect(alarm.unseen()).toMatchObject({ direction: 'more' });
    await alarm.read();
    expect(alarm.unseen()).toBeNull();
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
    await alarm.read();
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  it('can be put off for as long as the page is open', async () => {
    const alarm = signIn('admin');
    await settle();
    alarm.putOff();
    expect(alarm.unseen()).toBeNull();
  });

  it('is nobody else’s: others are not asked about, and reading does not count as seen', async () => {
    const alarm = signIn('quality');
    await settle();
    expect(calls).toEqual([]);
    await alarm.read();
    expect(alarm.unseen()).toBeNull();
    expect(calls).toEqual(['GET /api/review/drift/alarm']);
  });
});
