import { MINUTE } from '@endwatch/clinical';
import { GapWatch } from './gap-watch.ts';

const NOW = Date.UTC(2026, 0, 5, 8);

describe('a process that could not work for a while', () => {
  it('knows from when to when, once', () => {
    const watch = new GapWatch();
    watch.well(NOW);
    const after = NOW + 20 * MINUTE;
    expect(watch.endedAt(after)).toEqual({ from: NOW, to: after });
    // Until it is written down.
    expect(watch.endedAt(after + MINUTE)).toEqual({ from: NOW, to: after + MINUTE });
    watch.well(after + MINUTE);
    expect(watch.endedAt(after + 2 * MINUTE)).toBeNull();
  });

  it('has none at its first start, nor of some minutes', () => {
    const watch = new GapWatch();
    expect(watch.endedAt(NOW)).toBeNull();
    watch.well(NOW);
    expect(watch.endedAt(NOW + 5 * MINUTE)).toBeNull();
  });
});
