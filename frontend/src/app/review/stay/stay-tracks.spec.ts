import { HOUR } from '@endwatch/clinical';
import { heldUntil } from './stay-tracks.ts';

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
