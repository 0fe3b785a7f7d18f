import type {
  AdjudicationReview,
  ForecastReview,
  MonthReport,
  ResponseReview,
} from '@endwatch/contracts';

/** What a ward is called here. The server keeps figures by the ward's id: a name is a setting and may change. */
type NameOf = (id: string) => string;

export function forecastNamed(review: ForecastReview, nameOf: NameOf): ForecastReview {
  return {
    ...review,
    unwarned: named(review.unwarned, nameOf),
    falseAlarms: named(review.falseAlarms, nameOf),
    subgroups: review.subgroups.map((group) =>
      group.factor === 'Ward' ? { ...group, level: nameOf(group.level) } : group,
    ),
  };
}

export function judgedNamed(review: AdjudicationReview, nameOf: NameOf): AdjudicationReview {
  return { ...review, waiting: named(review.waiting, nameOf) };
}

export function responseNamed(review: ResponseReview, nameOf: NameOf): ResponseReview {
  const { list, ...ends } = review.endToAcknowledged;
  return { ...review, endToAcknowledged: { ...ends, list: named(list, nameOf) } };
}

export function reportNamed(report: MonthReport, nameOf: NameOf): MonthReport {
  return { ...report, forecast: forecastNamed(report.forecast, nameOf) };
}

function named<Stay extends { ward: string | null }>(
  stays: readonly Stay[],
  nameOf: NameOf,
): Stay[] {
  return stays.map((stay) => ({ ...stay, ward: stay.ward === null ? null : nameOf(stay.ward) }));
}
