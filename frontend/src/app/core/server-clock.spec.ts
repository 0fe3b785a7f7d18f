import { TestBed } from '@angular/core/testing';
import { NOON } from '../testing/a-row.ts';
import { ServerClock } from './server-clock.ts';

const MINUTE = 60_000;

/** The viewer's clock says noon; `at` gives the server's time, so many minutes off. */
describe('ServerClock', () => {
  let clock: ServerClock;
  const at = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();
  const off = (): number => Math.round((clock.read() - Date.now()) / MINUTE);

  beforeEach(() => {
    jest.useFakeTimers({ now: NOON });
    clock = TestBed.inject(ServerClock);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([10, -10])('follows the server where the viewer’s clock is %p min off', (minutes) => {
    clock.correct(at(minutes));
    expect(off()).toBe(minutes);
    expect(clock.now()).toBe(NOON + minutes * MINUTE);
    jest.advanceTimersByTime(2 * MINUTE);
    expect(clock.now()).toBe(NOON + (minutes + 2) * MINUTE);
  });

  it('takes the time of an answer until the live channel has spoken', () => {
    clock.hint(at(10));
    expect(off()).toBe(10);
    clock.correct(at(4));
    clock.hint(at(10));
    clock.hint(null);
    expect(off()).toBe(4);
  });

  it('does not move when the viewer’s clock is set back', () => {
    clock.correct(at(0));
    jest.setSystemTime(NOON - 10 * MINUTE);
    expect(clock.read()).toBe(NOON);
    jest.advanceTimersByTime(MINUTE);
    expect(clock.now()).toBe(NOON + MINUTE);
  });

  it('looks too late rather than too early when it is set forward, until messages agree', () => {
    clock.correct(at(0));
    jest.setSystemTime(NOON + 10 * MINUTE);
    expect(clock.read()).toBe(NOON + 10 * MINUTE);
    for (let beat = 1; beat <= 3; beat++) {
      clock.correct(at(-10));
      jest.advanceTimersByTime(5_000);
    }
    expect(off()).toBe(-10);
  });

  it('does not believe one late message, nor a burst of them', () => {
    clock.correct(at(0));
    for (let beat = 0; beat < 20; beat++) clock.correct(at(-10 + beat * 0.1));
    jest.advanceTimersByTime(5_000);
    expect(off()).toBe(0);
    expect(clock.correct(at(-3))).toBe(clock.elapsed() - 3 * MINUTE);
    expect(clock.correct(at(0))).toBe(clock.elapsed());
    expect(off()).toBe(0);
  });

  it('wakes with the right time', () => {
    clock.correct(at(0));
    jest.setSystemTime(NOON + 30 * MINUTE);
    clock.tick();
    expect(clock.now()).toBe(NOON + 30 * MINUTE);
  });
});
