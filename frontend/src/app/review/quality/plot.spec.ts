import fc from 'fast-check';
import { placeLabels } from './place-labels.ts';
import { type Frame, type Plot, namedAxis, roundAxis, thinned, xAt, yAt } from './plot.ts';

describe('the axes of a picture', () => {
  it('end at a round number', () => {
    const { to, ticks } = roundAxis('', 37);
    expect(to).toBe(40);
    expect(ticks.map(({ at }) => at)).toEqual([0, 10, 20, 30, 40]);
    expect(roundAxis('', 1, { from: 0.4, about: 3 }).ticks.map(({ at }) => at)).toEqual([
      ...[0.4, 0.6, 0.8, 1],
    ]);
  });

  it('hold what is drawn, with few ticks, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (most) => {
        const { to, ticks } = roundAxis('', most);
        expect(to).toBeGreaterThanOrEqual(most * 0.999);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('keep what lies outside at the edge', () => {
    const plot: Plot = {
      ...{ summary: '', x: namedAxis('', ['a', 'b']), y: roundAxis('', 10) },
      ...{ lines: [], marks: [], bars: [] },
    };
    const frame: Frame = { width: 120, height: 120, left: 10, right: 10, top: 10, bottom: 10 };
    expect([xAt(plot, frame, 0), xAt(plot, frame, 2)]).toEqual([10, 110]);
    expect([yAt(plot, frame, 0), yAt(plot, frame, 99), yAt(plot, frame, -5)]).toEqual([
      ...[110, 10, 110],
    ]);
  });

  it('leave names out where there is no room for all', () => {
    const { ticks } = namedAxis('', ['0', '1', '2', '3', '4', '5']);
    expect(thinned(ticks, 60, 20).map(({ label }) => label)).toEqual(['0', '2', '4']);
    expect(thinned(ticks, 600, 20)).toHaveLength(6);
  });

  it('never lay two names of lines on each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 })), (ys) => {
        const placed = placeLabels(ys.map((y, n) => ({ name: String(n), x: 0, y })));
        const gaps = placed.slice(1).map((one, n) => one.y - (placed[n]?.y ?? 0));
        expect(gaps.every((gap) => gap >= 15)).toBe(true);
      }),
    );
  });
});
