import { join } from 'node:path';
import { aucEstimate } from '@endwatch/statistics';
import { readComparators } from '../comparators/comparator-files.ts';
import { comparatorRisks } from '../comparators/comparator-logits.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { byLandmark } from './by-landmark.ts';
import type { BarOfCohort, BarRow } from './quality-bar.ts';
import { barOfCohort, qualityBar } from './quality-bar.ts';
import { qualityBarText } from './quality-bar-text.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

const FOLDER = join(__dirname, '../../../artefacts', DEFAULT_SETTINGS.version);

const row = (auc: number, slope: number, eo: number): BarRow => ({
  ...{ horizon: 'next24h', hour: 6, auc, oracleAuc: 0.8, slope, eo, events: 50 },
});
const cohort = (seed: number, one: BarRow, p: number): BarOfCohort => ({
  ...{ seed, patients: 100, rows: [one] },
  rivals: [{ rival: 'structured-only', difference: 0.02, p }],
});

describe('the quality bar', () => {
  it('is met by the mean over cohorts, and by the worst p', () => {
    const met = qualityBar([
      cohort(1, row(0.78, 0.95, 1.02), 1e-5),
      cohort(2, row(0.8, 1.1, 0.99), 1e-4),
    ]);
    const [line] = met.lines;
    expect(line).toMatchObject({ hour: 6, events: 100 });
    expect(line?.ranges).toEqual({
      ...{ auc: [0.78, 0.8], oracleAuc: [0.8, 0.8], slope: [0.95, 1.1], eo: [0.99, 1.02] },
    });
    expect(line?.attained).toBeCloseTo(0.29 / 0.3, 10);
    expect(line?.slope).toBeCloseTo(1.025, 10);
    expect(line?.met).toEqual({ attained: true, slope: true, eo: true });
    expect(met.rivals).toEqual([
      {
        ...{ rival: 'structured-only', difference: 0.02, range: [0.02, 0.02] },
        ...{ greatestP: 1e-4, met: true },
      },
    ]);
  });

  it('says beside each mean how far the cohorts lie apart', () => {
    const cohorts = [
      cohort(1, row(0.78, 0.95, 1.02), 1e-5),
      cohort(2, row(0.8, 1.1, 0.99), 1e-4),
      cohort(3, row(0.79, 1.01, 1), 1e-4),
    ];
    const bar = qualityBar(cohorts);
    const text = qualityBarText(bar, { statement: 'Simulated.', command: 'npm run x', cohorts });
    expect(text).toContain(
      '| next 24 h | 6 | 150 | 0.790 (0.780–0.800) | 0.800 | 0.97 | 1.02 (0.95–1.10) | 1.00 (0.99–1.02) |',
    );
  });

  it('says which part is missed', () => {
    const cohorts = [cohort(1, row(0.7, 1.3, 0.9), 0.02)];
    const missed = qualityBar(cohorts);
    expect(missed.lines[0]?.met).toEqual({ attained: false, slope: false, eo: false });
    expect(missed.rivals[0]?.met).toBe(false);
    const text = qualityBarText(missed, { statement: 'Simulated.', command: 'npm run x', cohorts });
    expect(text).toContain('| next 24 h | 6 | 50 | 0.700 | 0.800 | 0.67 ✗ | 1.30 ✗ | 0.90 ✗ |');
    expect(text).toContain('| structured-only | 0.020 | 2.0e-2 ✗ |');
  });

  it('judges the shipped model at each hour of each horizon, and its comparators', async () => {
    const judgement = await shippedJudgement(500, 41);
    const set = await readComparators(FOLDER);
    const found = barOfCohort(judgement, 41, set);
    const hours = (horizon: string) =>
      found.rows.filter((one) => one.horizon === horizon).map(({ hour }) => hour);
    expect(hours('next24h')).toEqual([3, 6, 12, 24, 36, 48, 72, 96, 120, 'all']);
    expect(hours('by48h')).toEqual([3, 6, 12, 24, 36, 'all']);
    const all = found.rows.find(({ hour }) => hour === 'all');
    expect(all?.auc).toBeGreaterThan(0.7);
    expect(all?.oracleAuc).toBeGreaterThan(0.7);
    // Held against the bar is what keeps those whose follow-up stopped before the horizon.
    const table = byLandmark(judgement).tables.find(({ id }) => id === 'landmark-by7d')!;
    const told = (hour: number) => table.rows.find((one) => one['hour'] === hour)!;
    const held = (hour: number) =>
      found.rows.find((one) => one.horizon === 'by7d' && one.hour === hour)!;
    for (const hour of [6, 48]) {
      const { weightedEo, weightedAuc, eo } = told(hour);
      expect(held(hour)).toMatchObject({ eo: weightedEo, auc: weightedAuc });
      expect(held(hour).eo).not.toBe(eo);
    }
    expect(found.rivals.map(({ rival }) => rival)).toEqual(['structured-only', 'report-only']);
    const forecasts = admissionForecasts(judgement);
    const risks = comparatorRisks(
      set!,
      forecasts.map(({ snapshot }) => snapshot),
    );
    const auc = (id: string): number =>
      aucEstimate(
        forecasts.map(({ y }) => y),
        risks.find(({ comparator }) => comparator.id === id)!.risks,
      ).auc!;
    for (const { rival, difference, p } of found.rivals) {
      expect(difference).toBeCloseTo(auc('concat-fusion') - auc(rival), 12);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThan(1);
    }
    expect(found.rivals[1]?.difference).toBeGreaterThan(0.05);
  }, 60_000);
});
