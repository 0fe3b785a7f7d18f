import { apart, areaOf, pathOf, place } from './plot-scale.ts';
import { toCsv } from './frame-table.ts';

describe('the scale of a plot', () => {
  it('keeps a value within the plot', () => {
    const scale = { min: 0, max: 10, from: 100, to: 0 };
    expect([-5, 0, 5, 10, 20].map((value) => place(scale, value))).toEqual([100, 100, 50, 0, 0]);
  });

  it('moves labels apart and keeps their order', () => {
    expect(apart([50, 52, 10], 15, 100)).toEqual([50, 65, 10]);
    expect(apart([98, 99], 15, 100)).toEqual([85, 100]);
  });

  it('holds a value until the next one where it is asked to', () => {
    const points = [
      [0, 1],
      [10, 5],
    ] as const;
    expect(pathOf(points)).toBe('M0 1L10 5');
    expect(pathOf(points, true)).toBe('M0 1H10V5');
    expect(
      areaOf([
        [0, 1, 3],
        [10, 2, 4],
      ]),
    ).toBe('M0 3L10 4L10 2L0 1Z');
  });
});

describe('a table as CSV', () => {
  it('quotes what needs it, disarms formulas, leaves numbers and what is not known', () => {
    const rows = [
      ['=1+1', -2, null],
      ['a,"b"', 0.5, '-x'],
    ];
    expect(toCsv({ columns: ['a', 'b', 'c'], rows })).toBe(
      `a,b,c\r\n'=1+1,-2,\r\n"a,""b""",0.5,'-x\r\n`,
    );
  });
});
