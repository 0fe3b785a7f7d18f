import {
  BEFORE_ADMISSION,
  detectEnd,
  FORECAST_END_HOURS,
  HOUR,
  type EndDefinition,
  type EndFinding,
  type EpochMs,
  type NihssAssessment,
  type Stay,
} from '@endwatch/clinical';
import type { PatientState } from '../patient-state/patient-state.ts';

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
  const end = endOf({ assessments: state.timeline.assessments, admittedAt, definition, moment });
  const confirmedAt = end.status === 'confirmed' ? end.at : null;
  const firstChartedAt = state.firstChartedSince(admittedAt - BEFORE_ADMISSION);
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

interface EndQuestion extends Pick<SpanQuestion, 'moment' | 'definition'> {
  readonly assessments: readonly NihssAssessment[];
  readonly admittedAt: EpochMs;
}

/** A timeline keeps its list of examinations while none arrives: the finding of all of them is then the same. */
const findings = new WeakMap<readonly NihssAssessment[], EndQuestion & { end: EndFinding }>();

function endOf(question: EndQuestion): EndFinding {
  const { assessments, admittedAt, definition, moment } = question;
  const known = findings.get(assessments);
  const newest = assessments.at(-1)?.at ?? -Infinity;
  const sees = moment >= newest;
  if (sees && known?.admittedAt === admittedAt && known.definition === definition) return known.end;
  const end = detectEnd({
    assessments: assessments.filter((one) => one.at >= admittedAt - BEFORE_ADMISSION),
    admittedAt,
    definition,
    asOf: moment,
  });
  if (sees) findings.set(assessments, { ...question, end });
  return end;
}
