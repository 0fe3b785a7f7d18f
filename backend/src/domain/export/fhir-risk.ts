import { DAY, FORECAST_END_HOURS, HOUR, type EpochMs } from '@endwatch/clinical';
import { isoTime } from '../board/iso-time.ts';
import type { DisguisedStay } from './disguised-stay.ts';
import type { Resource, Writing } from './fhir-resources.ts';

/** A score as a RiskAssessment: what it forecasts, for when, by which model, and when it was known. */
export function riskOf(
  score: DisguisedStay['course']['scores'][number],
  admittedAt: EpochMs,
  write: Writing,
): Resource {
  const { asOf, knownAt, modelVersion, next24h, by48h, by7d } = score;
  const horizon = admittedAt + FORECAST_END_HOURS * HOUR;
  const predictions = [
    { probability: next24h, end: Math.min(asOf + DAY, horizon) },
    { probability: by48h, end: admittedAt + 48 * HOUR },
    { probability: by7d, end: horizon },
  ];
  return {
    ...{ resourceType: 'RiskAssessment', id: write.id(), status: 'final' },
    ...{ ...write.subject, ...write.encounter, meta: { lastUpdated: isoTime(knownAt) } },
    occurrenceDateTime: isoTime(asOf),
    method: { text: `Endwatch, model ${modelVersion}` },
    prediction: predictions.flatMap(({ probability, end }) =>
      probability === null
        ? []
        : [
            {
              outcome: { text: 'Early neurological deterioration' },
              probabilityDecimal: probability,
              whenPeriod: { start: isoTime(asOf), end: isoTime(end) },
            },
          ],
    ),
  };
}
