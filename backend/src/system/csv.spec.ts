import { toCsv } from './csv.ts';

describe('CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    [null, ''],
    [-1.5, '-1.5'],
    [true, 'true'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =cmd', "' =cmd"],
    ['\t=cmd', "'\t=cmd"],
    ['＝1', "'＝1"],
  ])('writes %j as %j', (cell, written) => {
    expect(toCsv({ columns: ['a'], rows: [[cell, 'x']] })).toBe(`a\r\n${written},x\r\n`);
  });
});
