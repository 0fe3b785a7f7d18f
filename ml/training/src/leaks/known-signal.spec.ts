import { buildVocabulary } from '@endwatch/ml-model';
import { seededRng, simulateCohort } from '@endwatch/simulation';
import type { FeatureRows } from '@endwatch/statistics';
import {
  aucEstimate,
  compareAucPaired,
  cumulativeRisk,
  fitPenalisedLogistic,
  mean,
  penalisedLogisticRisk,
} from '@endwatch/statistics';
import { bagOfWords, tellingWords } from '../comparators/seen-inputs.ts';
import { SNAPSHOT_HOUR, VOCABULARY_LIMITS } from '../settings.ts';
import type { Snapshot } from '../stay-rows.ts';
import { stayOfRecords } from '../stay-rows.ts';

const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
const TRAIN = 500;
const TEST = 1500;
const SHUFFLES = 30;

interface Row {
  readonly snapshot: Snapshot;
  readonly y: number;
  /** The generator's own risk of END by 7 days, at admission. */
  readonly oracle: number;
}

function draw(seed: string, patients: number): Row[] {
  const stays = simulateCohort({ seed, patients, admittedAt: ADMITTED_AT, hours: 192 });
  return [...stays].flatMap((simulated): Row[] => {
    const stay = stayOfRecords(simulated, [SNAPSHOT_HOUR]);
    const snapshot = stay?.snapshots[0];
    if (!stay || !snapshot) return [];
    const oracle = cumulativeRisk(simulated.trueHazards).at(-1) ?? 0;
    return [{ snapshot, y: stay.followUp.event ? 1 : 0, oracle }];
  });
}

const train = draw('leaks/train', TRAIN);
const test = draw('leaks/test', TEST);
const texts = new Set(train.flatMap(({ snapshot }) => snapshot.reports));
const vocabulary = buildVocabulary(texts, VOCABULARY_LIMITS);
const words = tellingWords(
  train.map(({ snapshot }) => snapshot),
  vocabulary,
);
type Inputs = (snapshot: Snapshot) => (number | null)[];
const values: Inputs = ({ features }) =>
  Array.from(features.values, (value, i) => (features.missing[i] === 1 ? null : value));
const reports: Inputs = (snapshot) => bagOfWords(snapshot, { words, vocabulary });
const both: Inputs = (snapshot) => [...values(snapshot), ...reports(snapshot)];

function matrix(rows: readonly Row[], inputs: Inputs): FeatureRows {
  return rows.map(({ snapshot }) => inputs(snapshot));
}

/** Risks of the test patients by a regression fitted to the others. */
function risks(x: FeatureRows, y: readonly number[], asked: FeatureRows): number[] {
  const fit = fitPenalisedLogistic(x, y);
  return asked.map((row) => penalisedLogisticRisk(fit, row));
}

function shuffled<T>(items: readonly T[], seed: string): T[] {
  const rng = seededRng(seed);
  return items
    .map((item) => ({ item, key: rng.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const outcomes = test.map(({ y }) => y);
const oracle = test.map((row) => row.oracle);

describe(`${String(TRAIN)} patients fitted, ${String(TEST)} others judged, at ${String(SNAPSHOT_HOUR)} h`, () => {
  it('shuffled outcomes are not to be forecast', () => {
    // Of both parts: the forecasts of a fit to chance alone may still agree with true outcomes by chance.
    const all = [...train, ...test].map(({ y }) => y);
    const [x, asked] = [matrix(train, values), matrix(test, values)];
    const estimates = Array.from({ length: SHUFFLES }, (_, i) => {
      const y = shuffled(all, `shuffle ${String(i)}`);
      return aucEstimate(y.slice(train.length), risks(x, y.slice(0, train.length), asked));
    });
    const cover = estimates.filter(({ ci95 }) => ci95 && ci95[0] <= 0.5 && ci95[1] >= 0.5);
    const average = mean(estimates.map(({ auc }) => auc ?? NaN));
    process.stdout.write(
      `shuffled: mean AUC ${average.toFixed(3)}, ${String(cover.length)} of ${String(SHUFFLES)} intervals contain .5\n`,
    );
    // Each misses once in twenty: fewer than 25 of 30 happens three times in a thousand.
    expect(cover.length).toBeGreaterThanOrEqual(25);
    expect(Math.abs(average - 0.5)).toBeLessThan(0.03);
  });

  // Words alone say too little here to be told from chance; libs/simulation asks the generator itself what text can tell.
  it.each([
    ['values', values, true],
    ['reports', reports, false],
    ['both', both, true],
  ] as const)('a forecast from %s is below the true hazard', (name, of, telling) => {
    const y = train.map((row) => row.y);
    const forecast = risks(matrix(train, of), y, matrix(test, of));
    const { auc, ci95 } = aucEstimate(outcomes, forecast);
    const best = aucEstimate(outcomes, oracle).auc ?? NaN;
    const { p } = compareAucPaired(outcomes, oracle, forecast);
    process.stdout.write(
      `${name}: AUC ${auc?.toFixed(3) ?? '–'}, true hazard ${best.toFixed(3)}, p of the difference ${p?.toExponential(1) ?? '–'}\n`,
    );
    if (telling) expect(ci95?.[0]).toBeGreaterThan(0.5);
    expect(auc).toBeLessThan(best);
    expect(p).toBeLessThan(0.05);
  });
});
