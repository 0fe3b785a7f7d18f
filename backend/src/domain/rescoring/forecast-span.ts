import {
  BEFORE_ADMISSION,
  BY_PAPER,
  detectEnd,
  FORECAST_END_HOURS,
  HOUR,
  type DefinitionAt,
  largestRise,
  type EndFinding,
  type EndRise,
  type EpochMs,
  type NihssAssessment,
  type Stay,
} from '@endwatch/clinical';
import type { PatientState } from '../patient-state/patient-state.ts';

/** Moments at which a forecast makes sense: `from` inclusive to `until` exclusive; empty where `from >= until`. */
export interface ForecastSpan {
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** As the house defines it. */
  readonly end: EndFinding;
  /** The END that is forecast: by the paper's definition, whatever the house has. */
  readonly forecastEnd: EndFinding;
  /** How far it has got worse since, as the house defines it; null without a confirmed END. */
  readonly rise: EndRise | null;
  /** Effective time of the first thing charted for this stay; null when there is none. */
  readonly firstChartedAt: EpochMs | null;
}

export interface SpanQuestion {
  readonly state: PatientState;
  readonly stay: Stay;
  readonly moment: EpochMs;
  /** Of the house. */
  readonly definitionAt: DefinitionAt;
}

/**
 * The forecast is of the first END as the model has learned it: from admission (or the first thing charted) to that END, discharge, or 168 h,
 * whichever comes first. No score depends on what a house calls END. An END confirmed at a moment was not confirmed before it, so one finding answers
 * for every `asOf`.
 */
export function forecastSpan({ state, stay, moment, definitionAt }: SpanQuestion): ForecastSpan {
  const { admittedAt, dischargedAt } = stay;
  const { assessments } = state.timeline;
  const { end, forecastEnd, rise } = endsOf({ assessments, admittedAt, definitionAt, moment });
  const confirmedAt = forecastEnd.status === 'confirmed' ? forecastEnd.at : null;
  const firstChartedAt = state.firstChartedSince(admittedAt - BEFORE_ADMISSION);
  return {
    from: firstChartedAt === null ? Infinity : Math.max(admittedAt, firstChartedAt),
    until: Math.min(
      admittedAt + FORECAST_END_HOURS * HOUR,
      dischargedAt ?? Infinity,
      confirmedAt ?? Infinity,
    ),
    end,
    forecastEnd,
    rise,
    firstChartedAt,
  };
}

export function withinSpan(span: ForecastSpan, asOf: EpochMs): boolean {
  return asOf >= span.from && asOf < span.until;
}

interface EndQuestion extends Pick<SpanQuestion, 'moment' | 'definitionAt'> {
  readonly assessments: readonly NihssAssessment[];
  readonly admittedAt: EpochMs;
}

type Ends = Pick<ForecastSpan, 'end' | 'forecastEnd' | 'rise'>;

/** A timeline keeps its list of examinations while none arrives: the findings of all of them are then the same. */
const findings = new WeakMap<readonly NihssAssessment[], EndQuestion & Ends>();

function endsOf(question: EndQuestion): Ends {
  const { assessments, admittedAt, definitionAt, moment } = question;
  const known = findings.get(assessments);
  const newest = assessments.at(-1)?.at ?? -Infinity;
  const sees = moment >= newest;
  if (sees && known?.admittedAt === admittedAt && known.definitionAt === definitionAt) return known;
  const seen = {
    assessments: assessments.filter((one) => one.at >= admittedAt - BEFORE_ADMISSION),
    ...{ admittedAt, asOf: moment },
  };
  const end = detectEnd({ ...seen, definitionAt });
  const rise = end.status === 'confirmed' ? largestRise({ ...seen, definitionAt }) : null;
  const ends = { end, rise, forecastEnd: definitionAt === BY_PAPER ? end : detectEnd(seen) };
  if (sees) findings.set(assessments, { ...question, ...ends });
  return ends;
}
