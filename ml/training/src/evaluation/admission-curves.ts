import {
  aucEstimate,
  decisionCurve,
  integratedCalibration,
  quantileEdges,
  reliability,
  rocCurve,
  treatAll,
  wilsonInterval,
  at,
} from '@endwatch/statistics';
import type { AdmissionForecast } from './admission-forecasts.ts';
import type { Axis, Figure, LineFigure, Point, Series } from './document.ts';
import { thinned } from './thinned.ts';
import type { Columns } from './performance.ts';
import { columnsOf } from './performance.ts';

const share = (label: string, to = 1): Axis => ({ label, from: 0, to, format: 'share' });

function rocSeries(name: string, { y, p }: Columns): Series[] {
  const curve = rocCurve(y, p);
  if (curve === null) return [];
  const auc = aucEstimate(y, p).auc?.toFixed(3) ?? '–';
  const points = curve.fpr.map((fpr, i): Point => [fpr, at(curve.tpr, i)]);
  return [{ name: `${name}, AUC ${auc}`, kind: 'line', points: thinned(points) }];
}

type About = Pick<LineFigure, 'n' | 'population'>;

function roc(forecasts: readonly AdmissionForecast[], about: About): LineFigure {
  const columns = columnsOf(forecasts);
  const live = { y: columns.y, p: forecasts.map((one) => one.live.by7d) };
  const oracle = forecasts.flatMap((one) => (one.oracle === null ? [] : [one.oracle]));
  return {
    id: 'admission-roc',
    kind: 'lines',
    title: 'ROC curve, END within 7 days',
    ...about,
    notes: [],
    x: share('1 − specificity'),
    y: share('sensitivity'),
    series: [
      ...rocSeries('admission model', columns),
      ...rocSeries('live model at the same hour', live),
      ...(oracle.length === forecasts.length
        ? rocSeries('true hazard', { y: columns.y, p: oracle })
        : []),
    ],
    diagonal: true,
  };
}

/** The smooth curve costs the square of the patients; beyond so many the tenths say it all. */
const MOST_SMOOTHED = 20_000;

function smooth({ y, p }: Columns): Series[] {
  if (p.length > MOST_SMOOTHED) return [];
  const { smoothed } = integratedCalibration(y, p);
  const order = p.map((_, i) => i).sort((i, j) => at(p, i) - at(p, j));
  const points = order.map((i): Point => [at(p, i), at(smoothed, i)]);
  return [{ name: 'smoothed (lowess)', kind: 'line', points: thinned(points) }];
}

export function calibrationFigure(
  columns: Columns,
  about: Omit<LineFigure, 'kind' | 'x' | 'y' | 'series' | 'diagonal'>,
): LineFigure {
  const { bins } = reliability(columns.y, columns.p, quantileEdges(columns.p, 10));
  return {
    ...about,
    kind: 'lines',
    x: share('forecast'),
    y: share('observed'),
    series: [
      {
        name: 'tenths of the patients, 95 % interval',
        kind: 'points',
        points: bins.map(({ meanPredicted, observed }) => [meanPredicted, observed]),
        limits: bins.map(({ observed, n }) => wilsonInterval(Math.round(observed * n), n)),
      },
      ...smooth(columns),
    ],
    diagonal: true,
  };
}

const THRESHOLDS = Array.from({ length: 71 }, (_, i) => i / 100);

function decision(forecasts: readonly AdmissionForecast[], about: About): LineFigure {
  const { y, p } = columnsOf(forecasts);
  const line = (name: string, netBenefit: readonly number[]): Series => ({
    name,
    kind: 'line',
    points: THRESHOLDS.map((t, i): Point => [t, at(netBenefit, i)]).filter(([, b]) => b >= LOWEST),
  });
  const live = forecasts.map((one) => one.live.by7d);
  return {
    id: 'admission-decision',
    kind: 'lines',
    title: 'Decision curve, END within 7 days',
    ...about,
    notes: [
      'Net benefit: true positives minus false ones weighted by the odds of the threshold, for each patient (Vickers & Elkin 2006). Nobody treated is 0.',
    ],
    x: share('threshold probability', 0.7),
    y: { label: 'net benefit', from: LOWEST, to: 0.4, format: 'ratio' },
    series: [
      line('admission model', decisionCurve(y, p, THRESHOLDS).netBenefit),
      line('live model at the same hour', decisionCurve(y, live, THRESHOLDS).netBenefit),
      line('everybody treated', treatAll(y, THRESHOLDS).netBenefit),
      line(
        'nobody treated',
        THRESHOLDS.map(() => 0),
      ),
    ],
    diagonal: false,
  };
}

/** Below it a curve is of no interest. */
const LOWEST = -0.05;

export function admissionCurves(
  forecasts: readonly AdmissionForecast[],
  population: string,
): Figure[] {
  if (forecasts.length === 0) return [];
  const about = { n: forecasts.length, population };
  return [
    roc(forecasts, about),
    calibrationFigure(columnsOf(forecasts), {
      id: 'admission-calibration',
      title: 'Calibration of the admission model',
      ...about,
      notes: [],
    }),
    decision(forecasts, about),
  ];
}
