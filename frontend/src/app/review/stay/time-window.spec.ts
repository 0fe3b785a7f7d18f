import { HOUR } from '@endwatch/clinical';
import * as fc from 'fast-check';
import { CLOSEST, fitted, moved, stretched, zoomed } from './time-window.ts';

const bounds = { from: 0, to: 100 * HOUR };

describe('what of a stay is in sight', () => {
  it('is moved, zoomed and stretched within the stay', () => {
    const window = { from: 10 * HOUR, to: 30 * HOUR };
    expect(moved(window, 90 * HOUR, bounds)).toEqual({ from: 80 * HOUR, to: 100 * HOUR });
    expect(zoomed(window, { factor: 0.5, at: 20 * HOUR }, bounds)).toEqual({
      ...{ from: 15 * HOUR, to: 25 * HOUR },
    });
    expect(stretched(window, 'from', 40 * HOUR)).toEqual({ from: 30 * HOUR, to: 40 * HOUR });
  });

  it('never leaves the stay and is never too close, whatever is asked for', () => {
    const time = fc.integer({ min: -500 * HOUR, max: 500 * HOUR });
    fc.assert(
      fc.property(time, time, (from, to) => {
        const shown = fitted({ from, to }, bounds);
        expect(shown.from).toBeGreaterThanOrEqual(bounds.from);
        expect(shown.to).toBeLessThanOrEqual(bounds.to);
        expect(shown.to - shown.from).toBeGreaterThanOrEqual(CLOSEST);
      }),
    );
  });
});
