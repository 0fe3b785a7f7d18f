import { aucAxis } from './auc-axis.ts';

describe('the axis of areas', () => {
  it.each([
    ['chance to 1', [{ auc: 0.7, aucCi95: [0.6, 0.8] as const }], 0.5],
    ['down to where an interval begins', [{ auc: 0.6, aucCi95: [0.38, 0.8] as const }, {}], 0.3],
    ['down to an area without an interval', [{ auc: 0.1 }], 0.1],
    ['chance to 1 of nothing', [], 0.5],
  ])('goes from %s', (_name, rows, from) => {
    expect(aucAxis(rows)).toMatchObject({ from, to: 1 });
  });
});
