import {
  fitPenalisedLogistic,
  penalisedLogisticRisk,
  type FeatureRows,
} from '../baseline/penalised-logistic.ts';
import { integratedCalibration } from '../calibration/integrated-calibration.ts';
import { brierScore } from '../calibration/scores.ts';
import { chiSquareTest, type ContingencyTable } from '../comparison/chi-square.ts';
import { kappa } from '../comparison/kappa.ts';
import { mannWhitney } from '../comparison/mann-whitney.ts';
import {
  standardisedMeanDifference,
  standardisedShareDifference,
} from '../comparison/standardised-mean-difference.ts';
import { decisionCurve, treatAll, treatNone } from '../decision-curve/decision-curve.ts';
import { aucEstimate } from '../discrimination/delong.ts';
import { kolmogorovSmirnov } from '../drift/kolmogorov-smirnov.ts';
import { populationStability } from '../drift/population-stability.ts';
import { dailyMeans } from '../trajectory/daily-means.ts';
import type { TrajectoryData } from '../trajectory/design.ts';
import { fitGee } from '../trajectory/gee.ts';
import { fitMixedModel } from '../trajectory/mixed-model.ts';
import { at } from '../sequence.ts';
import type { Column, GoldenMethods } from './golden-inputs.ts';

interface Samples {
  readonly x: Column;
  readonly y: Column;
}

interface Labelled {
  readonly x: FeatureRows;
  readonly y: Column;
}

export const comparisonMethods: GoldenMethods = {
  'comparison.chiSquare': ({ tables }: { tables: readonly ContingencyTable[] }) => ({
    results: tables.map((table) => chiSquareTest(table)),
  }),
  'comparison.kappa': (inputs: { a: Column; b: Column; categories: Column }) => ({
    unweighted: kappa(inputs, inputs.categories, 'unweighted'),
    linear: kappa(inputs, inputs.categories, 'linear'),
    quadratic: kappa(inputs, inputs.categories, 'quadratic'),
  }),
  'comparison.mannWhitney': ({ x, y }: Samples) => mannWhitney(x, y),
  'comparison.standardisedMeanDifference': ({
    x,
    y,
    binary,
  }: Samples & { binary: { k1: number; n1: number; k2: number; n2: number } }) => ({
    continuous: standardisedMeanDifference(x, y),
    binary: standardisedShareDifference(
      { k: binary.k1, n: binary.n1 },
      { k: binary.k2, n: binary.n2 },
    ),
  }),
  'calibration.ici': ({ y, p, fraction }: { y: Column; p: Column; fraction: number }) =>
    integratedCalibration(y, p, fraction),
  'decisionCurve.binary': ({
    y,
    a,
    b,
    thresholds,
  }: {
    y: Column;
    a: Column;
    b: Column;
    thresholds: Column;
  }) => ({
    a: decisionCurve(y, a, thresholds),
    b: decisionCurve(y, b, thresholds),
    all: treatAll(y, thresholds),
    none: treatNone(y, thresholds),
  }),
  'drift.kolmogorovSmirnov': ({ x, y }: Samples) => kolmogorovSmirnov(x, y),
  'drift.populationStabilityIndex': (inputs: { reference: Column; current: Column }) =>
    populationStability(inputs.reference, inputs.current),
  'baseline.logistic': ({ train, test }: { train: Labelled; test: Labelled }) => {
    const model = fitPenalisedLogistic(train.x, train.y);
    const testProbabilities = test.x.map((row) => penalisedLogisticRisk(model, row));
    return {
      ...model,
      testProbabilities,
      testAuc: aucEstimate(test.y, testProbabilities).auc,
      testBrier: brierScore(test.y, testProbabilities),
    };
  },
};

export const trajectoryMethods: GoldenMethods = {
  'trajectory.dailyMeans': ({ days, highRisk, nihss }: TrajectoryData) => {
    const group = (code: 0 | 1): unknown =>
      dailyMeans(
        days,
        nihss.filter((_, patient) => at(highRisk, patient) === code),
      );
    return { groups: { lowRisk: group(0), highRisk: group(1) } };
  },
  'trajectory.gee': (data: TrajectoryData) => fitGee(data),
  'trajectory.mixedModel': (data: TrajectoryData & { randomSlope: boolean }) =>
    fitMixedModel(data, data),
};
