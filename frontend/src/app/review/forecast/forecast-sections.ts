import type { ForecastReview } from '@endwatch/contracts';
import { fixed, percent } from '../../words/figures.ts';
import { ends as endsOf, nOf, patients } from '../counts.ts';
import { namedAxis, roundAxis } from '../ui/plot.ts';
import { NO_INTERVAL, readAuc } from '../quality/readings.ts';
import type { Section } from '../quality/section.ts';
import { calibrationSection } from './calibration-sections.ts';
import { decisionSection } from './decision-section.ts';
import { landmarkTable, missingSection, subgroupSection } from './figures-tables.ts';
import { leadSections } from './lead-sections.ts';
import { monthSection } from './month-section.ts';
import { shadowSection } from './shadow-section.ts';
import { shortSection } from './short-section.ts';
import { falseAlarmSection, unwarnedSection } from './warning-lists.ts';
import { WHEN_KNOWN } from './when-known.ts';

/** The whole page, in the order in which it is read. */
export function forecastSections(review: ForecastReview): readonly Section[] {
  return [
    ...judgedSections(review),
    ...[unwarnedSection(review), falseAlarmSection(review)],
    ...groupSections(review),
  ];
}

/** Without what lists single stays. */
export function forecastFigures(review: ForecastReview): readonly Section[] {
  return [...judgedSections(review), ...groupSections(review)];
}

function judgedSections(review: ForecastReview): readonly Section[] {
  return [
    ...[shortSection(review), landmarkSection(review), calibrationSection(review)],
    ...[monthSection(review), decisionSection(review), operatingSection(review)],
    ...leadSections(review),
  ];
}

function groupSections(review: ForecastReview): readonly Section[] {
  return [subgroupSection(review), missingSection(review), shadowSection(review)];
}

function landmarkSection(review: ForecastReview): Section {
  const judged = review.landmarks.map((landmark) => {
    const { auc, ends, forecasts } = landmark;
    return { landmark, reading: readAuc(auc, { ends, others: forecasts - ends }) };
  });
  const shown = judged.filter(({ reading, landmark }) => !reading.tooFew && landmark.auc.value);
  const names = review.landmarks.map(({ hour }) => `${String(hour)} h`);
  const section: Section = {
    heading: $localize`:@@review-forecast.auc.title:Does it rank patients rightly? (AUC, ${String(review.horizonHours)}:hours: h ahead)`,
    n: nOf(patients(review.overall.patients)),
    counts: $localize`:@@review-forecast.auc.counts:One forecast for each patient and landmark. ${WHEN_KNOWN}:known: An AUC of 0.5 is what chance does; the bars are 95 % intervals.`,
    table: landmarkTable(review),
  };
  if (shown.length === 0) return { ...section, empty: nothingShown(review.overall.ends) };
  return {
    ...section,
    plot: {
      summary: $localize`:@@review-forecast.auc.summary:AUC at ${String(shown.length)}:shown: of ${String(names.length)}:all: landmarks, from ${judged.find((one) => one === shown[0])?.reading.text ?? ''}:first: on; the others have too few END. The figures are in the table below.`,
      x: namedAxis($localize`:@@review-forecast.auc.axis:Hours after admission`, names),
      y: roundAxis('AUC', 1, { from: 0.4, about: 3, words: (value) => fixed(value, 1) }),
      lines: [
        {
          ...{ name: $localize`:@@review-forecast.auc.chance:Chance`, look: 'guide' },
          points: [
            [0, 0.5],
            [names.length, 0.5],
          ],
        },
      ],
      marks: shown.map(({ landmark: { hour, auc }, reading }) => ({
        look: 'forecast',
        x: names.indexOf(`${String(hour)} h`) + 0.5,
        y: auc.value ?? 0,
        ...(auc.ci95 ? { low: auc.ci95[0], high: auc.ci95[1] } : {}),
        words: `${String(hour)} h: ${reading.text} (${reading.interval ?? NO_INTERVAL})`,
      })),
      bars: [],
    },
  };
}

function nothingShown(ends: number): string {
  return ends === 0
    ? $localize`:@@review-forecast.auc.nothing:No END followed any forecast that can be judged: there is nothing to rank yet.`
    : $localize`:@@review-forecast.auc.too-few:Too few to judge: only ${endsOf(ends)}:ends: in all.`;
}

function operatingSection(review: ForecastReview): Section {
  return {
    heading: $localize`:@@review-forecast.operating.title:At the operating point, hour by hour`,
    n: nOf(patients(review.overall.patients)),
    counts: $localize`:@@review-forecast.operating.counts:Operating point ${percent(review.policy.on)}:threshold:: sensitivity is the share of END whose forecast was at or above it, PPV the share of forecasts at or above it that END followed within ${String(review.horizonHours)}:hours: h. ${WHEN_KNOWN}:known: Slope below 1: forecasts too extreme. Left out: END before that hour, not there, no forecast on the board, or nobody examined late enough to know.`,
    table: landmarkTable(review),
  };
}
