import type { ForecastReview } from '@endwatch/contracts';
import { NBSP, fixed, percent, whole } from '../../words/figures.ts';
import { forecasts, nOf } from '../counts.ts';
import type { Point } from '../ui/plot-scale.ts';
import { roundAxis } from '../ui/plot.ts';
import { type Section, plain } from '../quality/section.ts';

const asPercent = (value: number): string => `${String(Math.round(value * 100))}${NBSP}%`;

const THRESHOLD = $localize`:@@review-forecast.decision.threshold:Threshold`;
const BY_FORECAST = $localize`:@@review-forecast.decision.by-forecast:By the forecast`;
const EVERYBODY = $localize`:@@review-forecast.decision.everybody:Everybody`;
const NOBODY = $localize`:@@review-forecast.decision.nobody:Nobody`;

/** Thresholds that the folded table names; the curve has every per cent. */
const NAMED: ReadonlySet<number> = new Set([5, 10, 15, 20, 30, 40, 50]);
/** Fewer END make a curve of steps. */
const FEWEST_ENDS = 10;

export function decisionSection({ decisionCurve, overall, policy }: ForecastReview): Section {
  const section: Section = {
    heading: $localize`:@@review-forecast.decision.title:Is it worth acting on?`,
    n: nOf(forecasts(overall.forecasts)),
    counts: $localize`:@@review-forecast.decision.counts:All landmarks together. Net benefit of looking after whoever’s risk reaches the threshold: END found, minus those looked at for nothing, weighed by the threshold; per 100 patients. Above both thin lines the forecast is worth more than treating everybody alike. Today’s threshold: ${percent(policy.on)}:threshold:.`,
    table: {
      caption: $localize`:@@review-forecast.decision.table:Net benefit per 100 patients`,
      columns: [THRESHOLD, BY_FORECAST, EVERYBODY, NOBODY],
      rows: decisionCurve
        .filter(({ threshold }) => NAMED.has(Math.round(threshold * 100)))
        .map((point) => [
          plain(percent(point.threshold)),
          ...[point.model, point.everybody, point.nobody].map((benefit) =>
            plain(fixed(benefit * 100, 1)),
          ),
        ]),
      empty: $localize`:@@review-forecast.none-judged:No forecast can be judged yet.`,
    },
  };
  if (overall.ends < FEWEST_ENDS) {
    return {
      ...{ heading: section.heading, n: section.n, counts: section.counts },
      empty: $localize`:@@review-forecast.decision.too-few:Too few to judge: ${whole(overall.ends)}:ends: forecasts that END followed, fewer than ${String(FEWEST_ENDS)}:fewest:.`,
    };
  }
  const best = Math.max(...decisionCurve.map(({ model, everybody }) => Math.max(model, everybody)));
  const least = -best / 3;
  const of = (pick: 'model' | 'everybody' | 'nobody'): Point[] =>
    decisionCurve
      .filter((point) => point[pick] >= least)
      .map((point) => [point.threshold, point[pick] * 100]);
  const y = roundAxis($localize`:@@review-forecast.decision.axis:Net benefit per 100`, best * 100);
  return {
    ...section,
    plot: {
      summary: $localize`:@@review-forecast.decision.summary:Net benefit by threshold, 1 to 60 %. At today’s threshold of ${percent(policy.on)}:threshold: the forecast is worth ${benefitAt(decisionCurve, policy.on)}:benefit: per 100 patients.`,
      x: roundAxis(THRESHOLD, 0.6, { about: 6, words: asPercent }),
      y: { ...y, from: least * 100 },
      lines: [
        { name: EVERYBODY, look: 'guide', points: of('everybody') },
        { name: NOBODY, look: 'guide', points: of('nobody') },
        {
          ...{ name: $localize`:@@review-forecast.decision.today:Today`, look: 'limit' },
          points: [
            [policy.on, least * 100],
            [policy.on, y.to],
          ],
        },
        { name: BY_FORECAST, look: 'forecast', points: of('model') },
      ],
      ...{ marks: [], bars: [] },
    },
  };
}

function benefitAt(curve: ForecastReview['decisionCurve'], on: number): string {
  const nearest = curve.toSorted(
    (a, b) => Math.abs(a.threshold - on) - Math.abs(b.threshold - on),
  )[0];
  return fixed((nearest?.model ?? 0) * 100, 1);
}
