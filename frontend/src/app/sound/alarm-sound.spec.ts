import { TestBed } from '@angular/core/testing';
import type { Alert, Trouble } from '@endwatch/contracts';
import { LIVE_LINK } from '../core/live-link.ts';
import { BEGIN_ANEW, Session } from '../core/session.ts';
import { WardStore } from '../core/ward-store.ts';
import { NOON, aRow, aRowEvent, aSnapshot, anAlert } from '../testing/a-row.ts';
import { FakeAudio } from '../testing/fake-audio.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { OPEN_AUDIO } from './alarm-player.ts';
import { AlarmSound } from './alarm-sound.ts';

describe('AlarmSound', () => {
  let audio: FakeAudio;
  let link: FakeLink;
  let sequence: number;
  let trouble: Trouble | null;

  beforeEach(() => {
    jest.useFakeTimers({ now: NOON });
    localStorage.clear();
    audio = new FakeAudio(() => Date.now() / 1_000);
    link = new FakeLink();
    sequence = 10;
    trouble = null;
  });
  afterEach(() => {
    jest.useRealTimers();
    TestBed.resetTestingModule();
  });

  async function opened(...alerts: Alert[]): Promise<AlarmSound> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: LIVE_LINK, useValue: link },
        { provide: BEGIN_ANEW, useValue: () => undefined },
        { provide: OPEN_AUDIO, useValue: () => audio },
      ],
    });
    const sound = TestBed.inject(AlarmSound);
    TestBed.inject(WardStore).open('w1');
    link.server.connected();
    link.lastJoin.answer({ ok: true, sequence, snapshot: aSnapshot([aRow({ alerts })]) });
    await pass(1);
    return sound;
  }
  async function pass(seconds: number): Promise<void> {
    const step = seconds > 60 ? 5 : 1;
    for (let gone = 0; gone < seconds; gone += step) {
      link.server.heartbeat({
        ward: 'w1',
        sequence,
        at: new Date().toISOString(),
        lag: { seconds: 0 },
        trouble,
      });
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(step * 1_000);
      TestBed.tick();
    }
  }
  function change(...alerts: Alert[]): void {
    link.server.board([aRowEvent(++sequence, aRow({ alerts }))]);
  }
  const heard = (): number => audio.pulses.length;
  const high = anAlert({ id: 'h', priority: 'high', kind: 'end-confirmed' });
  const medium = anAlert({ id: 'm' });
  const technical = anAlert({ id: 't', priority: 'technical', kind: 'data-stale' });
  const low = anAlert({ id: 'l', priority: 'low', kind: 'examination-overdue' });

  it('is off until somebody switches it on, and says that it waits until the browser lets it', async () => {
    const sound = await opened(high);
    await pass(15);
    expect([sound.state(), heard()]).toEqual(['off', 0]);
    audio.refuses = true;
    sound.switch(true);
    await pass(2);
    expect([sound.state(), heard()]).toEqual(['waits', 0]);
    audio.refuses = false;
    document.dispatchEvent(new Event('pointerdown'));
    await pass(1);
    expect([sound.state(), heard()]).toEqual(['on', 10]);
  });

  it.each([
    ['high', [high, medium, technical], 10, 10],
    ['medium', [medium, technical], 3, 25],
    ['technical', [technical, low], 2, 30],
  ] as const)(
    'repeats the pattern of %s, the most urgent',
    async (kind, alerts, pulses, period) => {
      const sound = await opened(...alerts);
      sound.switch(true);
      await pass(2);
      expect([sound.sounding(), heard()]).toEqual([kind, pulses]);
      await pass(period);
      expect(heard()).toBe(2 * pulses);
    },
  );

  it('is silent for what can wait and for what somebody has', async () => {
    const sound = await opened(low, { ...high, state: 'acknowledged', holder: 'R. Osei' });
    sound.switch(true);
    await pass(40);
    expect([sound.state(), sound.sounding(), heard()]).toEqual(['on', null, 0]);
  });

  it('stops in the middle of a burst when the alert is taken', async () => {
    const sound = await opened(high);
    sound.switch(true);
    await pass(1);
    change({ ...high, state: 'acknowledged', holder: 'R. Osei' });
    await pass(2);
    expect(audio.pulses.some(({ cut }) => cut)).toBe(true);
    await pass(60);
    expect([sound.sounding(), heard()]).toEqual([null, 10]);
  });

  it('goes over to the more urgent at once', async () => {
    const sound = await opened(medium);
    sound.switch(true);
    await pass(2);
    change(medium, high);
    await pass(1);
    expect([sound.sounding(), heard()]).toEqual(['high', 13]);
  });

  it.each([2, 5, 10] as const)(
    'is muted for %i minutes, new high alerts too, and returns by itself',
    async (minutes) => {
      const sound = await opened(medium);
      sound.switch(true);
      await pass(2);
      sound.mute(minutes);
      await pass(1);
      expect(sound.state()).toBe('muted');
      expect(sound.mutedFor()).toBeLessThanOrEqual(minutes * 60);
      change(medium, high);
      await pass(minutes * 60 - 10);
      expect([sound.state(), heard()]).toEqual(['muted', 3]);
      await pass(12);
      expect([sound.state(), sound.mutedFor(), sound.sounding()]).toEqual(['on', 0, 'high']);
      expect(heard()).toBeGreaterThanOrEqual(13);
    },
  );

  it('stays muted over a reload, never longer than ten minutes', async () => {
    const sound = await opened(high);
    sound.switch(true);
    sound.mute(5);
    await pass(60);
    const again = await opened(high);
    await pass(2);
    expect([again.state(), heard()]).toEqual(['muted', 0]);
    localStorage.setItem('endwatch.sound-muted-until', String(Date.now() + 86_400_000));
    const late = await opened(high);
    await pass(2);
    expect(late.state()).toBe('on');
  });

  it('tells by its technical pattern that the board is cut off', async () => {
    const sound = await opened();
    sound.switch(true);
    await pass(2);
    expect(sound.sounding()).toBeNull();
    link.server.disconnected();
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(2_000);
    TestBed.tick();
    expect(sound.sounding()).toBe('technical');
  });

  it.each(['cannot-save', 'not-taking-in', 'no-data', 'test-alert-missing'] as const)(
    'tells by it that the server says %s, and no more when that is over',
    async (kind) => {
      const sound = await opened();
      sound.switch(true);
      await pass(2);
      trouble = { kind, since: new Date().toISOString() };
      await pass(2);
      expect(sound.sounding()).toBe('technical');
      trouble = { kind: 'catching-up', since: new Date().toISOString() };
      await pass(2);
      expect(sound.sounding()).toBeNull();
    },
  );

  it('is silent of a ward that is not the reader’s to see any more', async () => {
    const sound = await opened(high);
    sound.switch(true);
    await pass(2);
    link.server.redraw('w1');
    link.lastJoin.answer({ ok: false, problem: 'That ward is not among yours.' });
    TestBed.tick();
    expect(sound.sounding()).toBeNull();
  });

  it('is silent when nobody is signed in any more', async () => {
    const sound = await opened(high);
    sound.switch(true);
    await pass(2);
    TestBed.inject(Session).lost();
    link.server.disconnected();
    TestBed.tick();
    expect(sound.sounding()).toBeNull();
  });

  it('never says that it is on while the device keeps it silent', async () => {
    const sound = await opened(high);
    sound.switch(true);
    await pass(2);
    expect(sound.state()).toBe('on');
    audio.suspend();
    await pass(2);
    expect([sound.state(), sound.sounding()]).toEqual(['waits', null]);
    audio.refuses = false;
    document.dispatchEvent(new Event('pointerdown'));
    await pass(1);
    expect([sound.state(), sound.sounding()]).toEqual(['on', 'high']);
  });

  it('plays pulses as scheduled: one after the other, soft at both ends, full of harmonics', async () => {
    const sound = await opened();
    await sound.listen('high');
    expect(heard()).toBe(10);
    const [first, second] = audio.pulses;
    expect((second?.start ?? 0) - (first?.start ?? 0)).toBeCloseTo(0.225);
    expect((first?.stop ?? 0) - (first?.start ?? 0)).toBeCloseTo(0.15);
    expect(first?.frequency).toBeCloseTo(523.25);
    expect(audio.gains[0]?.map(([value]) => value)).toEqual([0, 0.9, 0.9, 0]);
    expect(audio.partials).toBeGreaterThanOrEqual(5);
  });
});
