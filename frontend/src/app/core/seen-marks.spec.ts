import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { BoardRow } from '@endwatch/contracts';
import { aRisk, aRow, aRowEvent, aSnapshot, anAlert, minutesAgo } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { LIVE_LINK } from './live-link.ts';
import { SeenMarks } from './seen-marks.ts';
import { Session } from './session.ts';
import { WardStore } from './ward-store.ts';

describe('SeenMarks', () => {
  const isWall = signal(false);
  let link: FakeLink;
  let sequence: number;

  beforeEach(() => {
    jest.useFakeTimers();
    sessionStorage.clear();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function opened(...rows: BoardRow[]): SeenMarks {
    link = new FakeLink();
    sequence = 10;
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: LIVE_LINK, useValue: link },
        { provide: Session, useValue: { isWall } },
      ],
    });
    const marks = TestBed.inject(SeenMarks);
    TestBed.inject(WardStore).open('w1');
    link.server.connected();
    link.lastJoin.answer({ ok: true, sequence, snapshot: aSnapshot(rows) });
    TestBed.tick();
    return marks;
  }
  function change(row: BoardRow): void {
    link.server.board([aRowEvent(++sequence, row)]);
    jest.advanceTimersByTime(300);
    TestBed.tick();
  }

  it('marks nobody on a wall, where nobody looks', () => {
    isWall.set(true);
    const marks = opened(aRow());
    change(aRow({ alerts: [anAlert()] }));
    expect(marks.noveltyOf('p1')).toBeNull();
    isWall.set(false);
    expect(marks.noveltyOf('p1')).toBe('changed');
  });

  it('marks nobody at first, then who is new and who has changed, until looked at', () => {
    const marks = opened(aRow());
    expect(marks.noveltyOf('p1')).toBeNull();
    change(aRow({ alerts: [anAlert()] }));
    change(aRow({ patientId: 'p2', bed: '8' }));
    expect([marks.noveltyOf('p1'), marks.noveltyOf('p2')]).toEqual(['changed', 'new']);
    marks.look('p1');
    expect([marks.noveltyOf('p1'), marks.noveltyOf('p2')]).toEqual([null, 'new']);
    marks.lookAtAll();
    expect(marks.noveltyOf('p2')).toBeNull();
  });

  it.each<[string, Partial<BoardRow>, boolean]>([
    ['a vital sign', { freshness: { ...aRow().freshness, vitals: minutesAgo(0) } }, false],
    ['a risk within its band', { risk: aRisk({ next24h: 0.36 }) }, false],
    ['another band', { risk: aRisk({ band: 'medium' }) }, true],
    ['an examination', { nihss: { ...aRow().nihss, at: minutesAgo(1) } }, true],
    ['another bed', { bed: '9' }, true],
    [
      'END',
      { end: { status: 'confirmed', rule: 'total', at: null, delta: 2, reason: null } },
      true,
    ],
    ['an alert', { alerts: [anAlert({ state: 'acknowledged', holder: 'R.' })] }, true],
  ])('%s is news: %#', (_, over, isNews) => {
    const marks = opened(aRow());
    change(aRow(over));
    expect(marks.noveltyOf('p1')).toBe(isNews ? 'changed' : null);
  });

  it('that somebody takes an alert is no news, that it escalates is', () => {
    const marks = opened(aRow({ alerts: [anAlert()] }));
    change(aRow({ alerts: [anAlert({ state: 'acknowledged', holder: 'R. Osei' })] }));
    expect(marks.noveltyOf('p1')).toBeNull();
    change(aRow({ alerts: [anAlert({ state: 'escalated' })] }));
    expect(marks.noveltyOf('p1')).toBe('changed');
  });

  it('forgets nothing over a reload', () => {
    opened(aRow());
    const again = opened(aRow({ alerts: [anAlert()] }));
    expect(again.noveltyOf('p1')).toBe('changed');
  });
});
