import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aucEstimate, compareAucPaired } from '@endwatch/statistics';
import { simulateCohorts } from '../cohort.ts';
import { admissionForecasts } from '../evaluation/admission-forecasts.ts';
import { comparisonSection } from '../evaluation/comparison.ts';
import { shippedJudgement } from '../evaluation/testing/shipped-judgement.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { readComparators, writeComparators } from './comparator-files.ts';
import { comparatorRisks } from './comparator-logits.ts';
import type { ComparatorSet } from './comparator.ts';
import { packWeights, unpackWeights } from './comparator.ts';
import { fitComparators } from './fit-comparators.ts';

const settings = {
  ...DEFAULT_SETTINGS,
  patients: { train: 200, calibrate: 100, test: 1 },
  admissionFit: { ...DEFAULT_SETTINGS.admissionFit, mostEpochs: 4, staysPerStep: 16 },
};

async function fittedSet(): Promise<ComparatorSet> {
  const cohorts = simulateCohorts(settings);
  const fitted = await fitComparators({ cohorts, settings, say: () => undefined });
  const patients = { train: 200, calibrate: 100 };
  const source = { command: 'npm run train', commit: 'abc', seed: settings.seed, patients };
  return { format: 1, source, ...fitted };
}

describe('comparators', () => {
  let set: ComparatorSet;
  beforeAll(async () => {
    set = await fittedSet();
  }, 180_000);

  it('are the models of the paper and the floor below them', () => {
    expect(set.comparators.map(({ id }) => id)).toEqual([
      'concat-fusion',
      'gated-fusion',
      'structured-only',
      'report-only',
      'late-fusion',
      'logistic',
      'bag-of-words',
    ]);
    for (const { training } of set.comparators) expect(training.auc).toBeGreaterThan(0.55);
  });

  it('come back from their file as they were', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'comparators-'));
    expect(await readComparators(folder)).toBeNull();
    await writeComparators(folder, set);
    expect(await readComparators(folder)).toEqual(set);
    await writeComparators(folder, { ...set, featureSet: 'another' });
    await expect(readComparators(folder)).rejects.toThrow('feature set another');
    const weights = Float32Array.of(1.5, -0.1, 3e-8);
    expect(unpackWeights(packWeights(weights))).toEqual(weights);
  });

  it('look at nothing they are not meant to see', async () => {
    const { scored } = await shippedJudgement(40);
    const snapshots = scored.admission
      .filter(({ snapshot }) => snapshot.hour === 6)
      .map(({ snapshot }) => snapshot);
    const risksOf = (some: typeof snapshots) =>
      new Map(comparatorRisks(set, some).map(({ comparator, risks }) => [comparator.id, risks]));
    const before = risksOf(snapshots);
    const otherText = risksOf(snapshots.map((one) => ({ ...one, reports: ['Proximal M1.'] })));
    const otherValues = risksOf(
      snapshots.map((one, i) => ({ ...one, features: snapshots.at(i - 1)!.features })),
    );
    expect(otherText.get('structured-only')).toEqual(before.get('structured-only'));
    expect(otherText.get('logistic')).toEqual(before.get('logistic'));
    expect(otherText.get('concat-fusion')).not.toEqual(before.get('concat-fusion'));
    expect(otherValues.get('bag-of-words')).toEqual(before.get('bag-of-words'));
    expect(otherValues.get('gated-fusion')).not.toEqual(before.get('gated-fusion'));
  });

  it('are compared on the same patients, pair by pair', async () => {
    const judgement = await shippedJudgement(150, 8);
    const forecasts = admissionForecasts(judgement);
    const y = forecasts.map((one) => one.y);
    const risks = comparatorRisks(
      set,
      forecasts.map(({ snapshot }) => snapshot),
    ).map((one) => one.risks);
    const [table] = comparisonSection(judgement, set).tables;
    expect(table!.rows).toHaveLength(8);
    expect(table!.notes.join()).toContain('on 200 simulated patients (seed');
    const site = { ...set, source: { ...set.source, trainedOn: 'site' as const } };
    const [ofSite] = comparisonSection(judgement, site).tables;
    expect(ofSite!.notes.join()).toContain("on 200 of a site's own patients (seed");
    expect(table!.rows[2]).toMatchObject({
      n: y.length,
      auc: aucEstimate(y, risks[2]!).auc,
      p: compareAucPaired(y, risks[0]!, risks[2]!).p,
    });
    const logits = risks.map((own) => own.map((p) => Math.log(p / (1 - p))));
    // A calibration line does not change the ranking: late fusion ranks as the mean of the two it joins, before theirs.
    const line = (id: number, i: number): number => {
      const { intercept, slope } = set.comparators[id]!.calibration;
      return (logits[id]![i]! - intercept) / slope;
    };
    const joined = y.map((_, i) => (line(2, i) + line(3, i)) / 2);
    expect(aucEstimate(y, joined).auc).toBeCloseTo(aucEstimate(y, risks[4]!).auc!, 6);
  }, 120_000);
});
