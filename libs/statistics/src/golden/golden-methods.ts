import { quantileEdges, reliability, uniformEdges } from '../calibration/bins.ts';
import { hosmerLemeshow } from '../calibration/hosmer-lemeshow.ts';
import { calibrationRegression } from '../calibration/regression.ts';
import { forecastScores, logLoss } from '../calibration/scores.ts';
import { aucEstimate, compareAucPaired, compareAucUnpaired } from '../discrimination/delong.ts';
import { averagePrecision, rocCurve } from '../discrimination/roc.ts';
import { conditionalRisk, cumulativeRisk } from '../hazard/conditional-risk.ts';
import {
  hazardNegativeLogLikelihood,
  landmarkNegativeLogLikelihood,
} from '../hazard/negative-log-likelihood.ts';
import { hazardTable, landmarkPersonPeriod, personPeriod } from '../hazard/person-period.ts';
import { fitIsotonic, isotonicValue } from '../recalibration/isotonic.ts';
import { fitPlatt, fitPlattSmoothed, fitTemperature, plattValue } from '../recalibration/platt.ts';
import { logit, sigmoid } from '../regression/logistic-line.ts';
import { at } from '../sequence.ts';
import { benjaminiHochberg, bonferroni, holm } from '../subgroup/multiplicity.ts';
import { subgroupAuc } from '../subgroup/subgroup-auc.ts';
import { confusionAt, thresholdIntervals, thresholdMetrics } from '../threshold/confusion.ts';
import { wilsonInterval } from '../threshold/wilson.ts';
import { youdenThreshold } from '../threshold/youden.ts';
import type { GoldenCase } from './compare-golden.ts';
import { comparisonMethods, trajectoryMethods } from './comparison-methods.ts';
import type { Column, GoldenMethods } from './golden-inputs.ts';
import { survivalMethods } from './survival-methods.ts';

/** Inputs of all methods together; each method reads those it is defined on. */
interface GoldenInputs {
  readonly y: Column;
  readonly score: Column;
  readonly scoreA: Column;
  readonly scoreB: Column;
  readonly a: { readonly y: Column; readonly score: Column };
  readonly b: { readonly y: Column; readonly score: Column };
  readonly p: Column;
  readonly bins: number;
  readonly groups: number;
  readonly query: Column;
  readonly thresholds: Column;
  readonly rows: readonly { readonly k: number; readonly n: number; readonly level: number }[];
  readonly factors: Readonly<Record<string, Column>>;
  readonly alpha: number;
  readonly edges: Column;
  readonly hazards: readonly Column[];
  readonly t: Column;
  readonly time: Column;
  readonly event: Column;
  readonly logits: readonly Column[];
  readonly landmarks: Column;
}

type GoldenMethod = (inputs: GoldenInputs) => unknown;

const followUps = ({ time, event }: GoldenInputs): { time: number; event: boolean }[] =>
  time.map((value, i) => ({ time: value, event: at(event, i) === 1 }));

const adjusted = (values: Column, alpha: number): { adjusted: Column; reject: boolean[] } => ({
  adjusted: values,
  reject: values.map((value) => value <= alpha),
});

const discrimination: Record<string, GoldenMethod> = {
  'discrimination.roc': ({ y, score }) => ({
    ...aucEstimate(y, score),
    averagePrecision: averagePrecision(y, score),
    rocCurve: rocCurve(y, score),
  }),
  'discrimination.delongPaired': ({ y, scoreA, scoreB }) => compareAucPaired(y, scoreA, scoreB),
  'discrimination.delongUnpaired': ({ a, b }) => compareAucUnpaired(a, b),
  'subgroup.auc': ({ y, score, factors }) => subgroupAuc({ y, score }, factors),
  'subgroup.multiplicity': ({ p, alpha }) => ({
    holm: adjusted(holm(p), alpha),
    benjaminiHochberg: adjusted(benjaminiHochberg(p), alpha),
    bonferroni: adjusted(bonferroni(p), alpha),
  }),
};

const calibration: Record<string, GoldenMethod> = {
  'calibration.scores': ({ y, p }) => forecastScores(y, p),
  'calibration.regression': ({ y, p }) => calibrationRegression(y, p),
  'calibration.bins': ({ y, p, bins }) => ({
    uniform: reliability(y, p, uniformEdges(bins)),
    quantile: reliability(y, p, quantileEdges(p, bins)),
  }),
  'calibration.hosmerLemeshow': ({ y, p, groups }) => hosmerLemeshow(y, p, groups),
  'recalibration.isotonic': ({ p, y, query }) => {
    const curve = fitIsotonic(p, y);
    return { ...curve, predictions: query.map((value) => isotonicValue(curve, value)) };
  },
  'recalibration.plattAndTemperature': ({ p, y }) => {
    const platt = fitPlatt(p, y);
    const temperature = fitTemperature(p, y);
    if (platt === null || temperature === null) return null;
    const platted = p.map((value) => plattValue(platt, value));
    const tempered = p.map((value) => sigmoid(logit(value) / temperature));
    return {
      platt: { ...platt, logLoss: logLoss(y, platted) },
      plattSmoothed: fitPlattSmoothed(p, y),
      temperature: { temperature, logLoss: logLoss(y, tempered) },
      before: { logLoss: logLoss(y, p) },
    };
  },
};

const threshold: Record<string, GoldenMethod> = {
  'threshold.confusion': ({ y, score, thresholds }) => ({
    rows: thresholds.map((value) => {
      const confusion = confusionAt(y, score, value);
      const metrics = thresholdMetrics(confusion);
      const zeroDivision0 = Object.fromEntries(
        Object.entries(metrics).map(([name, metric]: [string, number | null]) => [
          name,
          metric ?? 0,
        ]),
      );
      const wilson95 = thresholdIntervals(confusion);
      return { threshold: value, ...confusion, metrics, zeroDivision0, wilson95 };
    }),
  }),
  'threshold.wilson': ({ rows }) => ({
    rows: rows.map(({ k, n, level }) => {
      const interval = wilsonInterval(k, n, level);
      return { lower: interval?.[0] ?? null, upper: interval?.[1] ?? null };
    }),
  }),
  'threshold.youden': ({ y, score }) => youdenThreshold(y, score),
};

const hazard: Record<string, GoldenMethod> = {
  'hazard.conditionalRisk': ({ edges, hazards, t }) => ({
    subjects: hazards.map((row) => ({
      cumulative: cumulativeRisk(row),
      at: t.map((hour) => ({ t: hour, ...conditionalRisk(row, hour, edges) })),
    })),
  }),
  'hazard.personPeriod': (inputs) => {
    const rows = personPeriod(followUps(inputs), inputs.edges);
    return { rows, ...hazardTable(rows, inputs.edges.length - 1) };
  },
  'hazard.negativeLogLikelihood': (inputs) =>
    hazardNegativeLogLikelihood(inputs.logits, followUps(inputs), inputs.edges),
  'hazard.landmarkPersonPeriod': (inputs) => {
    const rows = landmarkPersonPeriod(followUps(inputs), inputs.landmarks, inputs.edges);
    return { rows, negativeLogLikelihood: landmarkNegativeLogLikelihood(rows, inputs.hazards) };
  },
};

const METHODS: GoldenMethods = {
  ...discrimination,
  ...calibration,
  ...threshold,
  ...hazard,
  ...survivalMethods,
  ...comparisonMethods,
  ...trajectoryMethods,
};

export const GOLDEN_METHODS: readonly string[] = Object.keys(METHODS);

/** What this library gives for a golden case; undefined where the method is not among `GOLDEN_METHODS`. */
export function runGoldenCase({ method, inputs }: Pick<GoldenCase, 'method' | 'inputs'>): unknown {
  return METHODS[method]?.(inputs as never);
}
