import type { ForecastReview } from '@endwatch/contracts';
import { percent } from '../../words/figures.ts';
import { nOf, patients } from '../counts.ts';
import { readAuc, readRatio, readShare } from '../quality/readings.ts';
import type { Fact, Section } from '../quality/section.ts';
import { WHEN_KNOWN } from './when-known.ts';

type Landmark = ForecastReview['landmarks'][number];

/** The figures of the page in one row: at the landmark of the groups, or of all landmarks where there is no such one. */
export function shortSection(review: ForecastReview): Section {
  const { landmarks, overall, groupsHour, policy } = review;
  const landmark = landmarks.find(({ hour }) => hour === groupsHour);
  const on = percent(policy.on);
  return {
    heading: $localize`:@@review.in-short:In short`,
    n: nOf(patients(landmark?.patients ?? overall.patients)),
    counts: landmark
      ? $localize`:@@review-forecast.short.counts-at:Ranking, observed to expected, sensitivity and PPV: the forecast of each patient at ${groupsHour}:hour: h, operating point ${on}:threshold: (today’s threshold of the high-risk alert). Warned and lead time: alerts that really rang. ${WHEN_KNOWN}:known:`
      : $localize`:@@review-forecast.short.counts:Ranking, observed to expected, sensitivity and PPV: the forecast of each patient, operating point ${on}:threshold: (today’s threshold of the high-risk alert). Warned and lead time: alerts that really rang. ${WHEN_KNOWN}:known:`,
    facts: [...forecastFacts(review, landmark), ...alertFacts(review)],
  };
}

function forecastFacts({ overall }: ForecastReview, landmark: Landmark | undefined): Fact[] {
  const { auc, ends, forecasts, observedToExpected, sensitivity, ppv } = landmark ?? overall;
  const of = { ends, others: forecasts - ends };
  const names = landmark ? namesAt(landmark.hour) : NAMES;
  return [
    { name: names.auc, reading: readAuc(auc, of) },
    { name: names.ratio, reading: readRatio(observedToExpected, of) },
    { name: names.sensitivity, reading: readShare(sensitivity) },
    { name: names.ppv, reading: readShare(ppv) },
  ];
}

const NAMES = {
  auc: $localize`:@@review-forecast.ranking:Ranking (AUC)`,
  ratio: $localize`:@@review-forecast.short.ratio:END observed to expected`,
  sensitivity: $localize`:@@review-forecast.sensitivity:Sensitivity`,
  ppv: $localize`:@@review-forecast.short.ppv:Right when above the threshold (PPV)`,
};

function namesAt(hour: number): typeof NAMES {
  return {
    auc: $localize`:@@review-forecast.short.auc-at:Ranking at ${hour}:hour: h (AUC)`,
    ratio: $localize`:@@review-forecast.short.ratio-at:END observed to expected at ${hour}:hour: h`,
    sensitivity: $localize`:@@review-forecast.short.sensitivity-at:Sensitivity at ${hour}:hour: h`,
    ppv: $localize`:@@review-forecast.short.ppv-at:Right when above the threshold (PPV) at ${hour}:hour: h`,
  };
}

function alertFacts({ warning }: ForecastReview): Fact[] {
  return [
    {
      name: $localize`:@@review-forecast.short.warned:END that an alert came before`,
      reading: readShare(warning.warned),
    },
    {
      name: $localize`:@@review-forecast.short.followed:Alerts that END followed within 24 h`,
      reading: readShare(warning.followed),
    },
  ];
}
