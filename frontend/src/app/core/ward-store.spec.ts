import { TestBed } from '@angular/core/testing';
import type { Alert } from '@endwatch/contracts';
import { aRisk, aRow, aRowEvent, aSnapshot, anAlert, minutesAgo } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { LIVE_LINK } from './live-link.ts';
import { WardStore } from './ward-store.ts';

describe('WardStore', () => {
  let store: WardStore;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [{ provide: LIVE_LINK, useValue: new FakeLink() }],
    });
    store = TestBed.inject(WardStore);
    store.open('w1');
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const head = (sequence: number) => ({
    ward: 'w1',
    sequence,
    at: minutesAgo(0),
    knownAt: minutesAgo(0),
  });
  const frame = () => jest.advanceTimersByTime(20);

  it('shows a snapshot at once', () => {
    store.snapshot(aSnapshot([aRow(), aRow({ patientId: 'p2', bed: '8' })]));
    expect(store.ward()).toEqual({ id: 'w1', name: 'Stroke unit' });
    expect(store.patients()).toEqual(['p1', 'p2']);
  });

  it('shows events with the next frame, the last of a patient only', () => {
    store.snapshot(aSnapshot([aRow()]));
    const revision = store.revision();
    store.events([aRowEvent(11, aRow({ age: 79 })), aRowEvent(12, aRow({ age: 80 }))]);
    expect(store.row('p1')?.().age).toBe(78);
    frame();
    expect(store.row('p1')?.().age).toBe(80);
    expect(store.revision()).toBe(revision + 1);
  });

  it('drops what is older than what it holds', () => {
    store.snapshot(aSnapshot([aRow()], 10));
    store.events([aRowEvent(9, aRow({ age: 20 }))]);
    frame();
    expect(store.row('p1')?.().age).toBe(78);
  });

  it('leaves the other rows alone', () => {
    store.snapshot(aSnapshot([aRow(), aRow({ patientId: 'p2', bed: '8' })]));
    const other = store.row('p2');
    const before = other?.();
    store.events([aRowEvent(11, aRow({ risk: aRisk({ next24h: 0.5 }) }))]);
    frame();
    expect(store.row('p2')).toBe(other);
    expect(other?.()).toBe(before);
  });

  it('lets a patient go', () => {
    store.snapshot(aSnapshot([aRow(), aRow({ patientId: 'p2' })]));
    store.events([{ ...head(11), type: 'left', patientId: 'p1' }]);
    frame();
    expect(store.patients()).toEqual(['p2']);
    expect(store.row('p1')).toBeUndefined();
  });

  it('takes alerts into the row and out again when they are over', () => {
    store.snapshot(aSnapshot([aRow()]));
    const revision = store.alarmRevision();
    store.events([{ ...head(11), type: 'alert', alert: anAlert() }]);
    frame();
    expect(
      store
        .row('p1')?.()
        .alerts.map((alert) => alert.state),
    ).toEqual(['raised']);
    store.events([{ ...head(12), type: 'alert', alert: anAlert({ state: 'resolved' }) }]);
    frame();
    expect(store.row('p1')?.().alerts).toEqual([]);
    expect(store.alarmRevision()).toBe(revision + 2);
  });

  it.each([
    { priority: 'high' },
    { reason: 'END confirmed' },
    { stateSince: minutesAgo(0) },
    { escalatesAt: minutesAgo(-5) },
  ] as const)('counts as a change of alarms that one became %j', (change) => {
    const alerts = [anAlert({ kind: 'end-confirmed', reason: 'END suspected' })];
    store.snapshot(aSnapshot([aRow({ alerts })]));
    const revision = store.alarmRevision();
    store.events([aRowEvent(11, aRow({ alerts, age: 79 }))]);
    frame();
    expect(store.alarmRevision()).toBe(revision);
    store.events([{ ...head(12), type: 'alert', alert: { ...alerts[0], ...change } as Alert }]);
    frame();
    expect(store.alarmRevision()).toBe(revision + 1);
  });

  it('a snapshot after a gap replaces everybody', () => {
    store.snapshot(aSnapshot([aRow()], 10));
    store.snapshot(aSnapshot([aRow({ patientId: 'p3', bed: '1' })], 90));
    expect(store.patients()).toEqual(['p3']);
  });
});
