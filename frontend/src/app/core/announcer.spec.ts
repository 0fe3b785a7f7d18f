import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestBed } from '@angular/core/testing';
import type { BoardRow } from '@endwatch/contracts';
import { NOON, aRow, aRowEvent, aSnapshot, anAlert } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { Announcer } from './announcer.ts';
import { LIVE_LINK } from './live-link.ts';
import { WardStore } from './ward-store.ts';

describe('Announcer', () => {
  let link: FakeLink;
  let said: string[];
  let sequence: number;

  beforeEach(async () => {
    jest.useFakeTimers({ now: NOON });
    link = new FakeLink();
    said = [];
    sequence = 10;
    const announce = (words: string, politeness: string): Promise<void> => {
      said.push(`${politeness}: ${words}`);
      return Promise.resolve();
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: LIVE_LINK, useValue: link },
        { provide: LiveAnnouncer, useValue: { announce } },
      ],
    });
    TestBed.inject(Announcer);
    TestBed.inject(WardStore).open('w1');
    link.server.connected();
    const alerts = [anAlert({ id: 'old', priority: 'high' })];
    link.lastJoin.answer({
      ok: true,
      sequence,
      snapshot: aSnapshot([aRow({ patientId: 'p0', alerts })]),
    });
    await pass(20_000);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function pass(ms: number): Promise<void> {
    for (let gone = 0; gone < ms; gone += 1_000) {
      if (gone % 5_000 === 0) {
        const at = new Date().toISOString();
        link.server.heartbeat({ ward: 'w1', sequence, at, lag: { seconds: 0 } });
      }
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(1_000);
    }
  }
  function alarm(bed: string, over: Parameters<typeof anAlert>[0] = {}): void {
    const patientId = `in ${bed}`;
    const alerts = [anAlert({ id: `of ${bed}`, patientId, ...over })];
    change(aRow({ patientId, bed, alerts }));
  }
  function change(row: BoardRow): void {
    link.server.board([aRowEvent(++sequence, row)]);
  }

  it('says nothing of what was there when the board came up', () => {
    expect(said).toEqual([]);
  });

  it('tells a new alert: at once where it cannot wait, politely where it can', async () => {
    alarm('4', { priority: 'high', kind: 'end-confirmed' });
    await pass(10_000);
    alarm('5');
    await pass(10_000);
    expect(said).toEqual([
      'assertive: New alert: bed 4, deterioration confirmed.',
      'polite: New alert: bed 5, high risk of getting worse.',
    ]);
  });

  it('tells many together, no more than one sentence in five seconds', async () => {
    alarm('4');
    await pass(2_000);
    for (const bed of ['5', '6', '7', '8', '9']) {
      alarm(bed);
      await pass(1_000);
    }
    await pass(10_000);
    expect(said).toHaveLength(3);
    expect(said[1]?.replace('\u00a0', ' ')).toBe(
      'polite: 4 new alerts: bed 5, high risk of getting worse; bed 6, high risk of getting worse; bed 7, high risk of getting worse; and 1 more.',
    );
  });

  it('does not tell what can wait, what somebody has, or what is over already', async () => {
    alarm('4', { priority: 'low', kind: 'examination-overdue' });
    alarm('5', { state: 'acknowledged', holder: 'R. Osei' });
    await pass(10_000);
    expect(said).toEqual([]);
    alarm('6');
    await pass(2_000);
    alarm('7');
    await pass(1_000);
    alarm('7', { state: 'acknowledged', holder: 'R. Osei' });
    await pass(10_000);
    expect(said).toEqual(['polite: New alert: bed 6, high risk of getting worse.']);
    alarm('6', { state: 'escalated', holder: 'Second on call' });
    await pass(10_000);
    expect(said.at(-1)).toBe('polite: New alert: bed 6, high risk of getting worse, escalated.');
  });

  it('tells again of one that got more urgent', async () => {
    alarm('4', { kind: 'end-confirmed', priority: 'medium', reason: 'END suspected' });
    await pass(10_000);
    alarm('4', { kind: 'end-confirmed', priority: 'high', reason: 'END confirmed' });
    await pass(10_000);
    expect(said).toEqual([
      'polite: New alert: bed 4, deterioration confirmed.',
      'assertive: New alert: bed 4, deterioration confirmed.',
    ]);
  });

  it('tells that the connection is lost, and that it is back with what came meanwhile', async () => {
    link.server.disconnected();
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(8_000);
    link.server.connected();
    const row = aRow({ patientId: 'p9', bed: '9', alerts: [anAlert({ patientId: 'p9' })] });
    link.lastJoin.answer({ ok: true, sequence: 11, events: [aRowEvent(11, row)] });
    sequence = 11;
    await pass(10_000);
    expect(said).toEqual([
      'assertive: Connection lost. What is shown is no longer live.',
      'polite: Live again. New alert: bed 9, high risk of getting worse.',
    ]);
  });
});
