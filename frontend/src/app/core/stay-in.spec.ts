import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from './session.ts';
import { StayIn } from './stay-in.ts';

const HOUR = 3_600_000;

describe('StayIn', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows up every hour while a screen on the wall is signed in, for nobody else', () => {
    const isWall = signal(false);
    const showUp = jest.fn().mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [{ provide: Session, useValue: { isWall, showUp } }],
    });
    TestBed.inject(StayIn);
    TestBed.tick();
    jest.advanceTimersByTime(24 * HOUR);
    expect(showUp).not.toHaveBeenCalled();
    isWall.set(true);
    TestBed.tick();
    jest.advanceTimersByTime(7 * 24 * HOUR);
    expect(showUp).toHaveBeenCalledTimes(7 * 24);
    isWall.set(false);
    TestBed.tick();
    jest.advanceTimersByTime(24 * HOUR);
    expect(showUp).toHaveBeenCalledTimes(7 * 24);
  });
});
