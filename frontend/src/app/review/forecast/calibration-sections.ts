import type { ForecastReview } from '@endwatch/contracts';
import { NBSP, percent } from '../../words/figures.ts';
import { forecasts, nOf, patients } from '../counts.ts';
import { type Reading, readShare } from '../quality/readings.ts';
import { type Section, cellOf, plain } from '../quality/section.ts';
import type { Point } from '../ui/plot-scale.ts';
import { roundAxis } from '../ui/plot.ts';

const asPercent = (value: number): string => `${String(Math.round(value * 100))}${NBSP}%`;
const diagonal = (to: number): Point[] => [
  [0, 0],
  [to, to],
];

const COLUMNS: readonly string[] = [
  $localize`:@@review-forecast.calibration.from:Forecast from`,
  $localize`:@@review-forecast.calibration.to:to`,
  $localize`:@@review-forecast.calibration.mean:Mean forecast`,
  $localize`:@@review-forecast.calibration.observed:Observed`,
  ...[$localize`:@@review-forecast.calibration.forecasts:Forecasts`, 'END'],
];

export function calibrationSection({
  calibration,
  horizonHours,
  overall,
}: ForecastReview): Section {
  const { bins } = calibration;
  // A tenth that says nothing is in the table, not in the picture.
  const read = bins.map((bin) => {
    const share = { k: bin.ends, n: bin.n, value: bin.observed, ci95: bin.ci95 };
    return { bin, reading: readShare(share) };
  });
  const shown = read.filter(({ reading }) => !reading.tooFew);
  const most = Math.max(
    0.1,
    ...shown.flatMap(({ bin }) => [bin.predicted, bin.ci95?.[1] ?? bin.observed]),
  );
  const axis = (label: string) => roundAxis(label, most, { words: asPercent });
  const section: Section = {
    heading: $localize`:@@review-forecast.calibration.title:Does what is forecast come?`,
    n: nOf(forecasts(overall.forecasts)),
    counts: $localize`:@@review-forecast.calibration.counts:All landmarks together (${forecasts(overall.forecasts)}:forecasts: of ${patients(overall.patients)}:patients:: a patient counts once for each hour), in tenths by risk. Filled: END that came within ${horizonHours}:hours: h, with its 95 % interval where patients do not come several times. On the thin line as many came as were forecast.`,
    table: {
      caption: $localize`:@@review-forecast.calibration.table:Forecast and observed, by tenth of the forecasts`,
      columns: COLUMNS,
      rows: read.map(({ bin, reading }) => [
        ...[plain(percent(bin.from)), plain(percent(bin.to)), plain(percent(bin.predicted))],
        ...[cellOf({ ...reading, basis: null }), plain(bin.n), plain(bin.ends)],
      ]),
      empty: $localize`:@@review-forecast.none-judged:No forecast can be judged yet.`,
    },
  };
  if (shown.length === 0)
    return {
      ...section,
      empty: $localize`:@@review-forecast.calibration.too-few:Too few to judge: no tenth has enough.`,
    };
  return {
    ...section,
    plot: {
      summary: summaryOf(shown.map(({ bin, reading }) => pairWords(bin.predicted, reading))),
      x: axis($localize`:@@review-forecast.calibration.forecast:Forecast`),
      y: axis($localize`:@@review-forecast.calibration.observed:Observed`),
      lines: [
        {
          name: $localize`:@@review-forecast.calibration.as-forecast:As forecast`,
          look: 'guide',
          points: diagonal(axis('').to),
        },
      ],
      marks: shown.map(({ bin, reading }) => ({
        look: 'fact',
        ...{ x: bin.predicted, y: bin.observed },
        ...(bin.ci95 ? { low: bin.ci95[0], high: bin.ci95[1] } : {}),
        words: `${pairWords(bin.predicted, reading)} (${reading.basis ?? ''})`,
      })),
      bars: [],
      square: true,
    },
  };
}

function pairWords(predicted: number, { text }: Reading): string {
  return $localize`:@@review-forecast.calibration.pair:${percent(predicted)}:forecast: forecast, ${text}:observed: observed`;
}

function summaryOf(pairs: readonly string[]): string {
  return $localize`:@@review-forecast.calibration.summary:Mean forecast against observed share: ${pairs.join('; ')}:pairs:.`;
}
