import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { BoardEvent, BoardSnapshot } from '@endwatch/contracts';
import { NOON, aRow, aRowEvent, aSnapshot } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { LIVE_LINK } from './live-link.ts';
import { ServerClock } from './server-clock.ts';
import { Session } from './session.ts';
import { WardSocket } from './ward-socket.ts';

const beatAt = (sequence: number, seconds = 0) => ({
  ward: 'w1',
  sequence,
  at: new Date(Date.now()).toISOString(),
  lag: { seconds },
});

describe('WardSocket', () => {
  let link: FakeLink;
  let socket: WardSocket;
  let snapshots: BoardSnapshot[];
  let received: number[];
  let isWall: WritableSignal<boolean>;

  beforeEach(() => {
    jest.useFakeTimers({ now: NOON });
    link = new FakeLink();
    isWall = signal(false);
    TestBed.configureTestingModule({
      providers: [
        { provide: LIVE_LINK, useValue: link },
        { provide: Session, useValue: { isWall } },
      ],
    });
    socket = TestBed.inject(WardSocket);
    snapshots = [];
    received = [];
    socket.watch('w1', {
      snapshot: (snapshot) => snapshots.push(snapshot),
      events: (events: readonly BoardEvent[]) =>
        received.push(...events.map((event) => event.sequence)),
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function goLive(sequence = 10): void {
    link.server.connected();
    link.lastJoin.answer({ ok: true, sequence, snapshot: aSnapshot([aRow()], sequence) });
  }

  it('is cut off from nothing before a ward was asked for', () => {
    const idle = TestBed.runInInjectionContext(() => new WardSocket());
    jest.advanceTimersByTime(60_000);
    expect(idle.connection()).toEqual({ state: 'connecting' });
  });

  it('joins without a number first, and is live with the snapshot', () => {
    expect(socket.connection()).toEqual({ state: 'connecting' });
    goLive();
    expect(link.lastJoin.join).toEqual({ ward: 'w1' });
    expect(snapshots).toHaveLength(1);
    expect(socket.connection()).toEqual({ state: 'live' });
  });

  it('passes events on once and in order', () => {
    goLive();
    link.server.board([aRowEvent(11), aRowEvent(12)]);
    link.server.board([aRowEvent(12), aRowEvent(13)]);
    expect(received).toEqual([11, 12, 13]);
    expect(socket.tally()).toEqual({ sequence: 13, missed: 0, refetched: 0 });
  });

  it('asks for exactly what is missing when it sees a hole', () => {
    goLive();
    link.server.board([aRowEvent(11)]);
    link.server.board([aRowEvent(14)]);
    expect(received).toEqual([11]);
    expect(link.lastJoin.join).toEqual({ ward: 'w1', after: 11 });
    expect(socket.connection().state).toBe('catching-up');
    link.lastJoin.answer({ ok: true, sequence: 14, events: [12, 13, 14].map((n) => aRowEvent(n)) });
    expect(received).toEqual([11, 12, 13, 14]);
    expect(socket.connection()).toEqual({ state: 'live' });
    expect(socket.tally()).toEqual({ sequence: 14, missed: 0, refetched: 3 });
  });

  it('misses nothing on a wall, which asks for all of it each time', () => {
    isWall.set(true);
    goLive();
    link.server.redraw('w1');
    expect(link.lastJoin.join).toEqual({ ward: 'w1' });
    link.lastJoin.answer({ ok: true, sequence: 40, snapshot: aSnapshot([aRow()], 40) });
    expect(socket.tally()).toEqual({ sequence: 40, missed: 0, refetched: 0 });
  });

  it('joins with its last number after a reconnect', () => {
    goLive();
    link.server.board([aRowEvent(11)]);
    link.server.disconnected();
    expect(socket.connection()).toEqual({ state: 'offline', since: NOON });
    link.server.connected();
    expect(link.lastJoin.join).toEqual({ ward: 'w1', after: 11 });
  });

  it('counts as missed what the server no longer keeps', () => {
    goLive();
    link.server.disconnected();
    link.server.connected();
    link.lastJoin.answer({ ok: true, sequence: 50, snapshot: aSnapshot([aRow()], 50) });
    expect(socket.tally()).toEqual({ sequence: 50, missed: 40, refetched: 0 });
    expect(socket.connection()).toEqual({ state: 'live' });
  });

  it('is offline after 12 s without a heartbeat, though the socket believes itself open', () => {
    goLive();
    jest.advanceTimersByTime(5_000);
    link.server.heartbeat(beatAt(10));
    jest.advanceTimersByTime(12_000);
    expect(socket.connection()).toEqual({ state: 'live' });
    const before = link.reopened;
    jest.advanceTimersByTime(1_000);
    expect(socket.connection()).toEqual({ state: 'offline', since: NOON + 5_000 });
    jest.advanceTimersByTime(4_000);
    expect(link.reopened).toBe(before + 1);
  });

  it('comes back within 4 s of a silence, many boards not in the same moment', () => {
    goLive();
    const patiences = Array.from({ length: 200 }, () => {
      const reopened: number[] = [];
      const other = new FakeLink();
      other.reopen = () => reopened.push(Date.now());
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [{ provide: LIVE_LINK, useValue: other }] });
      TestBed.inject(WardSocket).watch('w1', {
        snapshot: () => undefined,
        events: () => undefined,
      });
      other.server.connected();
      return reopened;
    });
    jest.advanceTimersByTime(11_000);
    const firsts = (): number[] => patiences.map((reopened) => reopened[1] ?? 0);
    expect(firsts().every((at) => at === 0)).toBe(true);
    jest.advanceTimersByTime(6_000);
    const perSecond = [...Map.groupBy(firsts(), (at) => Math.floor(at / 1_000)).values()];
    expect(firsts().every((at) => at > 0)).toBe(true);
    expect(Math.max(...perSecond.map((group) => group.length))).toBeLessThan(80);
  });

  describe('after a sleep', () => {
    const MINUTES_10 = 600_000;
    /** The lid goes down: no timer runs, only the wall clock does. */
    const sleep = (ms: number): void => {
      jest.setSystemTime(Date.now() + ms);
    };

    it('is not live by the next second, and says since when', () => {
      goLive();
      sleep(MINUTES_10);
      jest.advanceTimersByTime(1_000);
      expect(socket.connection()).toEqual({ state: 'offline', since: NOON });
      expect(link.reopened).toBe(2);
    });

    it('believes no heartbeat that lay in a buffer meanwhile', () => {
      goLive();
      const lain = [1, 2, 3, 4].map((n) => ({
        ...beatAt(10),
        at: new Date(NOON + n * 5_000).toISOString(),
      }));
      sleep(MINUTES_10);
      for (const beat of lain) link.server.heartbeat(beat);
      expect(socket.connection()).toEqual({ state: 'offline', since: NOON + 20_000 });
      expect(TestBed.inject(ServerClock).read()).toBe(NOON + MINUTES_10);
      link.server.heartbeat(beatAt(10));
      expect(socket.connection()).toEqual({ state: 'live' });
    });

    it('was not live when it fell asleep: what the first look sees is no longer called live', () => {
      goLive();
      document.dispatchEvent(new Event('freeze'));
      expect(socket.connection().state).toBe('catching-up');
      document.dispatchEvent(new Event('resume'));
      expect(link.lastJoin.join).toEqual({ ward: 'w1', after: 10 });
      link.lastJoin.answer({ ok: true, sequence: 11, events: [aRowEvent(11)] });
      expect(socket.connection()).toEqual({ state: 'live' });
    });
  });

  it('gives a fresh connection its own time to speak', () => {
    goLive();
    jest.advanceTimersByTime(14_000);
    link.server.connected();
    const before = link.reopened;
    jest.advanceTimersByTime(5_000);
    expect(link.reopened).toBe(before);
  });

  it('fetches what a heartbeat speaks of and nobody sent', () => {
    goLive();
    link.server.heartbeat(beatAt(12));
    expect(link.joins).toHaveLength(1);
    jest.advanceTimersByTime(2_000);
    expect(link.lastJoin.join).toEqual({ ward: 'w1', after: 10 });
  });

  it('is not live while the server has a trouble, however short the lag, and passes on which', () => {
    goLive();
    const since = new Date(NOON - 60_000).toISOString();
    const beat = beatAt(10, 3);
    link.server.heartbeat({ ...beat, trouble: { kind: 'not-taking-in', since } });
    expect(socket.connection()).toEqual({
      ...{ state: 'catching-up', since: NOON, lagSeconds: 0 },
      trouble: { kind: 'not-taking-in', since: NOON - 60_000 },
    });
    link.server.heartbeat({ ...beat, trouble: { kind: 'quiet', since } });
    expect(socket.connection()).toEqual({ state: 'live', quietSince: NOON - 60_000 });
    link.server.heartbeat({ ...beat, trouble: null });
    expect(socket.connection()).toEqual({ state: 'live' });
  });

  it('says how late the data are', () => {
    goLive();
    link.server.heartbeat(beatAt(10, 40));
    expect(socket.connection()).toEqual({ state: 'catching-up', since: NOON, lagSeconds: 40 });
    link.server.heartbeat(beatAt(10, 2));
    expect(socket.connection()).toEqual({ state: 'live' });
  });

  it('asks again when a join is never answered, and ignores the late answer', () => {
    link.server.connected();
    const unanswered = link.lastJoin;
    jest.advanceTimersByTime(8_000);
    expect(link.joins).toHaveLength(2);
    link.lastJoin.answer({ ok: true, sequence: 20, snapshot: aSnapshot([], 20) });
    unanswered.answer({ ok: true, sequence: 10, snapshot: aSnapshot([], 10) });
    expect(socket.tally().sequence).toBe(20);
  });

  it('says why a ward cannot be shown, and goes on asking', () => {
    link.server.connected();
    link.lastJoin.answer({ ok: false, problem: 'There is no ward "w1".' });
    const problem = 'There is no ward "w1".';
    expect(socket.connection()).toEqual({ state: 'refused', problem, passing: false });
    jest.advanceTimersByTime(5_000);
    expect(link.joins).toHaveLength(2);
    link.lastJoin.answer({ ok: false, problem: 'Not now.', passing: true });
    expect(socket.connection()).toEqual({ state: 'refused', problem: 'Not now.', passing: true });
  });

  it('tries at once when the network is back', () => {
    goLive();
    window.dispatchEvent(new Event('offline'));
    expect(socket.connection().state).toBe('offline');
    jest.advanceTimersByTime(3_000);
    const before = link.reopened;
    window.dispatchEvent(new Event('online'));
    expect(link.reopened).toBe(before + 1);
  });
});
