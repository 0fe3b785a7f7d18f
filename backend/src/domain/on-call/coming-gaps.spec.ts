import { HOUR } from '@endwatch/clinical';
import { comingGaps } from './coming-gaps.ts';
import type { Shift } from './rota.ts';

function shift(ward: string | null, from: number, to: number): Shift {
  return {
    ...{ id: `${String(ward)}${from}`, ward, duty: 'first-on-call', username: 'ada' },
    ...{ from: from * HOUR, to: to * HOUR, origin: 'planned', replaces: null },
  };
}
function found(wards: readonly string[], ...shifts: readonly Shift[]): unknown[] {
  return comingGaps({
    ...{ duties: ['first-on-call'], wards, shiftsFor: () => shifts, from: 0, to: 24 * HOUR },
  }).map(({ ward, from, to }) => [ward, from / HOUR, to / HOUR]);
}

describe('gaps of the rota that are coming', () => {
  it('are told once where they are so on every ward', () => {
    expect(found(['w1', 'w2'], shift(null, -2, 8), shift(null, 20, 30))).toEqual([[null, 8, 20]]);
  });

  it('are of the ward that has no shift of its own then', () => {
    expect(found(['w1', 'w2'], shift(null, 8, 24), shift('w1', 0, 8))).toEqual([['w2', 0, 8]]);
  });

  it('come in order, and are of the house where there is no ward yet', () => {
    expect(found([], shift('w1', 0, 24))).toEqual([[null, 0, 24]]);
    expect(found(['w1', 'w2'], shift('w1', 0, 6), shift(null, 10, 24))).toEqual([
      ...[
        ['w2', 0, 10],
        ['w1', 6, 10],
      ],
    ]);
  });
});
