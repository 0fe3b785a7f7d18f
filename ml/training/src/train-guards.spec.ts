import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cohorts } from './cohort.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import { refuseOtherPatients, refuseOtherSettings, refuseTooFew } from './train-guards.ts';
import { trainRequest } from './train-request.ts';
import { UsageError } from './usage-error.ts';
import { readArtefact } from './artefact-files.ts';
import { writeComparators } from './comparators/comparator-files.ts';

const SHIPPED = join(__dirname, '../../artefacts', DEFAULT_SETTINGS.version);

describe('the folder of a shipped model', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'train-guards-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not written over by models of other settings, unless it is named', async () => {
    for (const model of ['fusion', 'comparators']) {
      const asked = trainRequest(['--patients', '100', '--model', model]);
      expect(asked.out).toBe(SHIPPED);
      await expect(refuseOtherSettings(asked)).rejects.toThrow('trained with other settings');
    }
    await refuseOtherSettings(trainRequest([]));
    await refuseOtherSettings(trainRequest(['--patients', '100', '--version', 'other']));
    await refuseOtherSettings(trainRequest(['--patients', '100', '--out', SHIPPED]));
  });

  it('is not written over by one of other patients', async () => {
    const { provenance } = await readArtefact(SHIPPED);
    const asked = trainRequest([]);
    await refuseOtherPatients(asked, String(provenance['dataFingerprint']));
    await expect(refuseOtherPatients(asked, 'others')).rejects.toThrow('trained on other patients');
  });

  it('keeps comparators of another run, where they stand alone', async () => {
    const patients = { train: 100, calibrate: 3000 };
    const source = { command: 'npm run train', commit: 'abc', seed: 7, patients };
    const none = { featureSet: 'f', scales: [], vocabulary: [], comparators: [] };
    await writeComparators(folder, { format: 1, source, ...none });
    const asked = { ...trainRequest([]), out: folder };
    await expect(refuseOtherSettings(asked)).rejects.toThrow('comparators.json of others');
    await refuseOtherSettings({
      ...asked,
      settings: { ...asked.settings, patients: { ...patients, test: 1 } },
    });
  });
});

describe('words that training does not know', () => {
  it.each([
    ['an option', ['--pateints', '3']],
    ['a model', ['--model', 'best']],
    ['patients beside a folder', ['--cohort', tmpdir(), '--patients', '3']],
    ['a house style beside a folder', ['--cohort', tmpdir(), '--house-style', 'prose']],
    ['a strict reading of no folder', ['--strict']],
  ])('are refused with the usage: %s', (_name, args) => {
    let thrown: unknown;
    try {
      trainRequest(args);
    } catch (error) {
      thrown = error;
    }
    const parse = (thrown as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
    expect(thrown instanceof UsageError || parse).toBe(true);
  });
});

describe('too few patients', () => {
  const stays = (ends: number, without: number): readonly Stay[] =>
    Array.from({ length: ends + without }, (_, i) => ({
      ...{ followUp: { time: 100, event: i < ends }, trueHazards: null, snapshots: [] },
    }));
  const cohorts = (calibrate: readonly Stay[]): Cohorts => ({
    train: { patients: 20, stays: stays(10, 10) },
    calibrate: { patients: calibrate.length, stays: calibrate },
    test: { patients: 20, stays: stays(10, 10) },
  });

  it('are named by part and number', () => {
    expect(() => refuseTooFew(cohorts(stays(4, 90)))).toThrow(
      'the part "calibrate" has 4 with END and 90 without, it needs at least 5 of either',
    );
    expect(() => refuseTooFew(cohorts([]))).toThrow('0 with END and 0 without');
    refuseTooFew(cohorts(stays(5, 5)));
  });
});
