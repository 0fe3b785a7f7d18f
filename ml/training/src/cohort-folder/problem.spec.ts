import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowProblem } from './problem.ts';
import { ProblemList } from './problem-list.ts';
import { ProblemTeller } from './problem-teller.ts';

const at = (line: number, field: string | null, reason: string): RowProblem => ({
  ...{ file: 'observations.csv', line, field, reason },
});
const PROBLEMS = [
  at(2, 'unit', 'unit-missing: 8867-4 (heart rate): 88 has no unit'),
  at(3, 'unit', 'unit-missing: 8867-4 (heart rate): 90 has no unit'),
  at(4, 'value', '"88,5" is not a number'),
  at(9, null, '2 cells under 5 columns'),
];

describe('what is not used', () => {
  it('is told one by one up to a number, and all of it summed up', () => {
    const said: string[] = [];
    const teller = new ProblemTeller(2, (line) => said.push(line));
    for (const problem of PROBLEMS) teller.tell(problem);
    teller.sum();
    expect(said).toEqual([
      'observations.csv:2, unit: unit-missing: 8867-4 (heart rate): 88 has no unit',
      'observations.csv:3, unit: unit-missing: 8867-4 (heart rate): 90 has no unit',
      '4 rows or fields of the cohort are not used:',
      '       2  observations.csv, unit, unit-missing',
      '       1  observations.csv, value',
      '       1  observations.csv',
    ]);
  });

  it('is not mentioned where there is none', () => {
    const said: string[] = [];
    new ProblemTeller(2, (line) => said.push(line)).sum();
    expect(said).toEqual([]);
  });

  it('is listed as a file that any reader of CSV takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'endwatch-problems-'));
    try {
      const list = await ProblemList.open(join(folder, 'new', 'problems.csv'));
      for (const problem of PROBLEMS) list.add(problem);
      await list.close();
      const text = readFileSync(join(folder, 'new', 'problems.csv'), 'utf8').split('\n');
      expect(text[0]).toBe('file,line,field,reason');
      expect(text[3]).toBe('observations.csv,4,value,"""88,5"" is not a number"');
      expect(text).toHaveLength(6);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
