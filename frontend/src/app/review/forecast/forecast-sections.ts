import type { ForecastReview } from '@endwatch/contracts';
import { counted, percent } from '../../words/figures.ts';
import { namedAxis, roundAxis } from '../ui/plot.ts';
import { readAuc, readRatio, readShare } from '../quality/readings.ts';
import { type Section, nOf } from '../quality/section.ts';
import { calibrationSection, decisionSection, monthSection } from './calibration-sections.ts';
import { landmarkTable, missingSection, subgroupSection } from './figures-tables.ts';
import { leadSections } from './lead-sections.ts';
import { shadowSection } from './shadow-section.ts';
import { falseAlarmSection, unwarnedSection } from './warning-lists.ts';

const WHEN_KNOWN =
  'Only the forecast that the board showed at that moment counts, and only what came after it.';

/** The whole page, in the order in which it is read. */
export function forecastSections(review: ForecastReview): readonly Section[] {
  return [
    ...[shortSection(review), landmarkSection(review), calibrationSection(review)],
    ...[monthSection(review), decisionSection(review), operatingSection(review)],
    ...leadSections(review),
    ...[unwarnedSection(review), falseAlarmSection(review)],
    ...[subgroupSection(review), missingSection(review), shadowSection(review)],
  ];
}

function shortSection({
  landmarks,
  overall,
  groupsHour,
  policy,
  warning,
}: ForecastReview): Section {
  const landmark = landmarks.find(({ hour }) => hour === groupsHour);
  const { auc, ends, forecasts, observedToExpected, sensitivity, ppv } = landmark ?? overall;
  const at = landmark ? ` at ${String(groupsHour)} h` : '';
  return {
    heading: 'In short',
    n: nOf(landmark?.patients ?? overall.patients, 'patient'),
    counts: `Ranking, observed to expected, sensitivity and PPV: the forecast of each patient${at}, operating point ${percent(policy.on)} (today’s threshold of the high-risk alert). Warned and lead time: alerts that really rang. ${WHEN_KNOWN}`,
    facts: [
      { name: `Ranking${at} (AUC)`, reading: readAuc(auc, { ends, others: forecasts - ends }) },
      { name: `END observed to expected${at}`, reading: readRatio(observedToExpected) },
      { name: `Sensitivity${at}`, reading: readShare(sensitivity) },
      { name: `Right when above the threshold (PPV)${at}`, reading: readShare(ppv) },
      { name: 'END that an alert came before', reading: readShare(warning.warned) },
      { name: 'Alerts that END followed within 24 h', reading: readShare(warning.followed) },
    ],
  };
}

function landmarkSection(review: ForecastReview): Section {
  const judged = review.landmarks.map((landmark) => {
    const { auc, ends, forecasts } = landmark;
    return { landmark, reading: readAuc(auc, { ends, others: forecasts - ends }) };
  });
  const shown = judged.filter(({ reading, landmark }) => !reading.tooFew && landmark.auc.value);
  const names = review.landmarks.map(({ hour }) => `${String(hour)} h`);
  const section: Section = {
    heading: `Does it rank patients rightly? (AUC, ${String(review.horizonHours)} h ahead)`,
    n: nOf(review.overall.patients, 'patient'),
    counts: `One forecast for each patient and landmark. ${WHEN_KNOWN} An AUC of 0.5 is what chance does; the bars are 95 % intervals.`,
    table: landmarkTable(review),
  };
  if (shown.length === 0) return { ...section, empty: nothingShown(review.overall.ends) };
  return {
    ...section,
    plot: {
      summary: `AUC at ${String(shown.length)} of ${String(names.length)} landmarks, from ${judged.find((one) => one === shown[0])?.reading.text ?? ''} on; the others have too few END. The figures are in the table below.`,
      x: namedAxis('Hours after admission', names),
      y: roundAxis('AUC', 1, { from: 0.4, about: 3, words: (value) => value.toFixed(1) }),
      lines: [
        {
          ...{ name: 'Chance', look: 'guide' },
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
        words: `${String(hour)} h: ${reading.text} (${reading.interval ?? 'no interval'})`,
      })),
      bars: [],
    },
  };
}

function nothingShown(ends: number): string {
  return ends === 0
    ? 'No END followed any forecast that can be judged: there is nothing to rank yet.'
    : `Too few to judge: only ${counted(ends, 'END', 'END')} in all.`;
}

function operatingSection(review: ForecastReview): Section {
  return {
    heading: 'At the operating point, hour by hour',
    n: nOf(review.overall.patients, 'patient'),
    counts: `Operating point ${percent(review.policy.on)}: sensitivity is the share of END whose forecast was at or above it, PPV the share of forecasts at or above it that END followed within ${String(review.horizonHours)} h. ${WHEN_KNOWN} Slope below 1: forecasts too extreme. Left out: END before that hour, not there, no forecast on the board, or nobody examined late enough to know.`,
    table: landmarkTable(review),
  };
}
