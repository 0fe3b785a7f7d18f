import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anEncounter, anExamination, aPatient, hour, T0 } from '@endwatch/clinical/testing';
import type { RowProblem } from './problem.ts';
import { readCohort } from './read-cohort.ts';
import { writeCohort, type WrittenForecast } from './write-cohort.ts';

const shown = (asOf: number, more: Partial<WrittenForecast> = {}): WrittenForecast => ({
  ...{ asOf: hour(asOf), knownAt: hour(asOf), supersededAt: null, modelVersion: 'm1' },
  ...{ next24h: 0.1 + 1e-17, by48h: 1 / 3, by7d: null, ...more },
});

describe('forecasts in a cohort folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'endwatch-forecasts-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('come back to the last bit and in order; what cannot be is told and left out', async () => {
    const forecasts = [shown(5, { supersededAt: hour(6) }), shown(3)];
    const exam = anExamination({ at: hour(1), total: 4 });
    const records = [aPatient(), anEncounter(), exam];
    await writeCohort(folder, [{ patientId: 'p1', admittedAt: T0, records, forecasts }], {
      ...{ kind: 'site', name: null },
    });
    const at = '2026-03-02T06:00:00Z';
    await appendFile(join(folder, 'forecasts.csv'), `p1,${at},1.5,,,,m1,${at}\n`);
    const problems: RowProblem[] = [];
    const onProblem = (problem: RowProblem): unknown => problems.push(problem);
    const read: unknown[] = [];
    for await (const stay of readCohort({ folder, strict: false, onProblem })) {
      read.push(stay.forecasts);
    }
    const [late, early] = forecasts.map(({ modelVersion: _, ...rest }) => rest);
    expect(read).toEqual([[early, late]]);
    expect(problems).toEqual([
      { file: 'forecasts.csv', line: 4, field: 'next24h', reason: '1.5 is not from 0 to 1' },
    ]);
  });
});
