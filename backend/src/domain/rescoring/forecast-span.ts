import {
  BEFORE_ADMISSION,
  detectEnd,
  FORECAST_END_HOURS,
  HOUR,
  type EndDefinition,
  type EndFinding,
  type EpochMs,
  type Stay,
} from '@endwatch/clinical';
import { isCharted, type PatientState } from '../patient-state/patient-state.ts';

/** Moments at which a forecast makes sense: `from` inclusive to `until` exclusive; empty where `from >= until`. */
export interface ForecastSpan {
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly end: EndFinding;
  /** Effective time of the first thing charted for this stay; null when there is none. */
  readonly firstChartedAt: EpochMs | null;
}

export interface SpanQuestion {
  readonly state: PatientState;
  readonly stay: Stay;
  readonly moment: EpochMs;
  readonly definition: EndDefinition;
}

/**
 * The forecast is of the first END: from admission (or the first thing charted) to the confirmed END, discharge, or 168 h, whichever comes
 * first. An END confirmed at a moment was not confirmed before it, so one finding answers for every `asOf`.
 */
export function forecastSpan({ state, stay, moment, definition }: SpanQuestion): ForecastSpan {
  const { admittedAt, dischargedAt } = stay;
  const end = detectEnd({
    assessments: state.timeline.assessments.filter(
      (one) => one.at >= admittedAt - BEFORE_ADMISSION,
    ),
    admittedAt,
    definition,
    asOf: moment,
  });
  const confirmedAt = end.status === 'confirmed' ? end.at : null;
  const firstChartedAt = firstCharted(state, admittedAt);
  return {
    from: firstChartedAt === null ? Infinity : Math.max(admittedAt, firstChartedAt),
    until: Math.min(
      admittedAt + FORECAST_END_HOURS * HOUR,
      dischargedAt ?? Infinity,
      confirmedAt ?? Infinity,
    ),
    end,
    firstChartedAt,
  };
}

export function withinSpan(span: ForecastSpan, asOf: EpochMs): boolean {
  return asOf >= span.from && asOf < span.until;
}

function firstCharted(state: PatientState, admittedAt: EpochMs): EpochMs | null {
  let first: EpochMs | null = null;
  for (const record of state.facts.newest.values()) {
    if (record.retracted || !isCharted(record)) continue;
    const at = record.times.effectiveAt;
    if (at < admittedAt - BEFORE_ADMISSION) continue;
    if (first === null || at < first) first = at;
  }
  return first;
}
