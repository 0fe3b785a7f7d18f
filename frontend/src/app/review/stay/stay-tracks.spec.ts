import { HOUR } from '@endwatch/clinical';
import { heldUntil } from './stay-tracks.ts';
import { hourTicks } from './track-layout.ts';

const NOW = Date.UTC(2026, 2, 1, 12);
const iso = (at: number): string => new Date(at).toISOString();

describe('what was last known of a stay', () => {
  it.each([
    ['that goes on', null, null, NOW],
    ['that is over', iso(NOW - 5 * HOUR), null, NOW - 5 * HOUR],
    ['as it was known earlier', null, iso(NOW - 9 * HOUR), NOW - 9 * HOUR],
    ['that shall end tomorrow', iso(NOW + 9 * HOUR), null, NOW],
  ])('%s is drawn as far as that, and not into the future', (_, dischargedAt, knownAt, until) => {
    expect(heldUntil({ dischargedAt, knownAt }, NOW)).toBe(until);
  });
});

describe('the axis of what is saved', () => {
  it('counts round hours from admission, whatever the clock said then', () => {
    const ticks = (admittedAt: number): readonly string[] =>
      hourTicks({ from: admittedAt - 2 * HOUR, to: admittedAt + 50 * HOUR }, admittedAt, 700).map(
        ({ words }) => words,
      );
    expect(ticks(NOW)).toEqual(['0 h', '6 h', '12 h', '18 h', '24 h', '30 h', '36 h', '42 h', '48 h']);
    expect(ticks(NOW + 1.37 * HOUR)).toEqual(ticks(NOW));
  });
});
