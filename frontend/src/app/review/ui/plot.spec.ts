import fc from 'fast-check';
import { drawn, frameOf } from './plot-layout.ts';
import { readoutAt } from './plot-readout.ts';
import { type Plot, type PlotLine, namedAxis, roundAxis, steppedAxis, thinned } from './plot.ts';

const EMPTY: Plot = {
  ...{ summary: '', x: steppedAxis('Hours', 100, 20), y: roundAxis('Share', 10) },
  ...{ lines: [], marks: [], bars: [] },
};
const line = (
  name: string,
  points: PlotLine['points'],
  more: Partial<PlotLine> = {},
): PlotLine => ({
  ...{ name, look: 'fact', points, ...more },
});

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

  it('have a tick at every step', () => {
    expect(steppedAxis('', 14, 4).ticks.map(({ label }) => label)).toEqual(['0', '4', '8', '12']);
  });

  it('leave names out where there is no room for all', () => {
    const { ticks } = namedAxis('', ['0', '1', '2', '3', '4', '5']);
    expect(thinned(ticks, 60, 20).map(({ label }) => label)).toEqual(['0', '2', '4']);
    expect(thinned(ticks, 600, 20)).toHaveLength(6);
  });
});

describe('a picture in pixels', () => {
  it('keeps what lies outside its axes at the edge', () => {
    const plot = {
      ...EMPTY,
      lines: [
        line('a', [
          [0, -5],
          [200, 99],
        ]),
      ],
    };
    const frame = frameOf(plot, 600);
    expect(drawn(plot, frame).lines[0]?.dots).toEqual([
      { x: frame.left, y: frame.foot },
      { x: frame.right, y: frame.top },
    ]);
  });

  it('never lays two names of lines on each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 10 }), (ys) => {
        const plot = { ...EMPTY, lines: ys.map((y, n) => line(String(n), [[0, y]])) };
        const places = drawn(plot, frameOf(plot, 600)).labels.map(({ y }) => y);
        const gaps = places.toSorted((a, b) => a - b).map((y, n, all) => y - (all[n - 1] ?? -99));
        expect(gaps.every((gap) => gap >= 15)).toBe(true);
      }),
    );
  });

  it('keeps its width on a phone: long names stand within, over the ends of their lines', () => {
    const plot = {
      ...EMPTY,
      lines: [
        line('More than forecast', [
          [0, 1],
          [100, 9],
        ]),
        line('Fewer than forecast', [
          [0, 1],
          [100, 0],
        ]),
      ],
    };
    const [phone, desk] = [frameOf(plot, 326), frameOf(plot, 900)];
    expect((phone.right - phone.left) / 326).toBeGreaterThan(0.75);
    const { labels } = drawn(plot, phone);
    expect(labels.map(({ anchor }) => anchor)).toEqual(['end', 'end']);
    for (const { x, y } of labels) {
      expect(x).toBeLessThanOrEqual(phone.right);
      expect(y).toBeLessThan(phone.foot);
      expect(y).toBeGreaterThan(phone.top);
    }
    expect(drawn(plot, desk).labels.map(({ anchor }) => anchor)).toEqual(['start', 'start']);
  });

  it('lays a name within where it hides least of the lines', () => {
    // Rises to the limit and falls a little: over its end the name would hide the highest place.
    const rising = line('More than forecast', [
      [0, 0],
      [50, 4],
      [70, 9.8],
      [100, 9],
    ]);
    const plot = { ...EMPTY, lines: [rising] };
    const frame = frameOf(plot, 326);
    const [label] = drawn(plot, frame).labels;
    const end = frame.foot - 0.9 * (frame.foot - frame.top);
    expect(label?.y).toBeGreaterThan(end);
  });

  it('lets the name of a line end before that of a mark at its end, and begin a limit with its own', () => {
    const alarm = {
      look: 'fact' as const,
      x: 100,
      y: 9,
      name: 'Alarm',
      words: '',
      above: true as const,
    };
    const limit = line(
      'Limit 8',
      [
        [0, 8],
        [100, 8],
      ],
      { look: 'limit' },
    );
    const rising = line('More than forecast', [
      [0, 0],
      [100, 9],
    ]);
    const plot = { ...EMPTY, lines: [limit, rising], marks: [alarm] };
    const frame = frameOf(plot, 326);
    const labels = drawn(plot, frame).labels;
    const [first, second, third] = labels;
    expect(labels.map(({ name }) => name)).toEqual(['Limit 8', 'More than forecast', 'Alarm']);
    expect(first).toMatchObject({ anchor: 'start' });
    expect(first?.x).toBeLessThan(frame.left + 10);
    expect(second).toMatchObject({ anchor: 'end' });
    expect(second?.x).toBeLessThanOrEqual((third?.x ?? 0) - (5 * 7) / 2);
  });

  it('has room for the numbers under its axis, each under its place', () => {
    const counts = { heading: 'At risk', rows: [{ name: 'Low', values: [[20, 7]] as const }] };
    const [without, plot] = [frameOf(EMPTY, 600), { ...EMPTY, counts }];
    const frame = frameOf(plot, 600);
    const { counts: rows, xTicks } = drawn(plot, frame);
    expect(frame.height).toBeGreaterThan(without.height);
    expect(rows[0]?.values).toEqual([{ x: xTicks[1]?.x, count: 7 }]);
    expect(rows[0]?.y).toBeLessThan(frame.height);
  });

  it('tells at the pointer what each line says there, held values too', () => {
    const plot = {
      ...EMPTY,
      lines: [
        line('low', [
          [0, 1],
          [40, 3],
        ]),
        line(
          'high',
          [
            [0, 2],
            [30, 5],
          ],
          { step: true },
        ),
        line('none', [[40, 9]], { look: 'guide' }),
      ],
    };
    const frame = frameOf(plot, 600);
    const at = readoutAt(plot, frame, frame.left + 0.42 * (frame.right - frame.left));
    expect(at?.words).toEqual(['40', 'low 3', 'high 5']);
    expect(readoutAt(EMPTY, frame, 100)).toBeNull();
  });
});
