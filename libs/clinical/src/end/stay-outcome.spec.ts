import { hour, T0 } from '../testing/index.ts';
import { stayOutcome, type StayOutcome, type WatchedStay } from './stay-outcome.ts';

const watched = (changes: Partial<WatchedStay>): WatchedStay => ({
  ...{ admittedAt: T0, endAt: null, left: null, seenUntil: hour(150), ...changes },
});

describe('how a stay went', () => {
  it.each<[string, Partial<WatchedStay>, StayOutcome]>([
    ['END', { endAt: hour(30), left: { at: hour(60), died: true } }, { hours: 30, event: 'end' }],
    ['END before admission counts from it', { endAt: hour(-1) }, { hours: 0, event: 'end' }],
    ['death competes', { left: { at: hour(80), died: true } }, { hours: 80, event: 'death' }],
    [
      'so does discharge',
      { left: { at: hour(90), died: false } },
      { hours: 90, event: 'discharge' },
    ],
    [
      'not after the window: what came after the last examination nobody saw',
      { left: { at: hour(168), died: true } },
      { hours: 150, event: 'none' },
    ],
    ['examined to the end', { seenUntil: hour(200) }, { hours: 168, event: 'none' }],
    ['never examined', { seenUntil: null }, { hours: 0, event: 'none' }],
  ])('%s', (_name, changes, expected) => {
    expect(stayOutcome(watched(changes))).toEqual(expected);
  });
});
