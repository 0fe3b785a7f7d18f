import { HOUR, MINUTE, SECOND } from '@endwatch/clinical';
import { restOf, toFreshness } from './freshness.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const told = (waiting: number, countedTo: number | null) =>
  toFreshness({ summarisedAt: NOW, waiting, countedTo }, NOW);

describe('how far the review is behind', () => {
  it('is not said of a ward where somebody always has changed a moment ago', () => {
    expect(told(35, NOW - 25 * SECOND).behind).toBe(false);
    expect(told(500, NOW - 4.2 * MINUTE).behind).toBe(false);
  });

  it('is said where something waits for longer, with since when', () => {
    expect(told(3, NOW - 2 * MINUTE)).toEqual({
      ...{ summarisedAt: '2026-06-01T12:00:00.000Z', waiting: 3 },
      ...{ countedTo: '2026-06-01T11:58:00.000Z', behind: true },
    });
    expect(told(10_000, NOW - 6 * MINUTE).behind).toBe(true);
    expect(told(1, null)).toMatchObject({ countedTo: null, behind: true });
  });

  it('is over when nothing waits, however long nothing was looked for', () => {
    expect(told(0, NOW - 8 * HOUR).behind).toBe(false);
    expect(told(0, null).behind).toBe(false);
  });

  it('goes by how long somebody is left alone: 20 s, more where many wait, 5 min at most', () => {
    expect([0, 40, 100, 10_000].map(restOf)).toEqual([
      ...[20 * SECOND, 20 * SECOND, 50 * SECOND, 5 * MINUTE],
    ]);
  });
});
