import { END_PAPER, endThresholds, HOUR, type EpochMs } from '@endwatch/clinical';
import { definitionText } from '../review/csv-tables.ts';
import { departureOf, forecastEndAtOf } from '../review/follow-up.ts';
import { outcomeAfter } from '../review/forecast/judge-forecasts.ts';
import type { ReviewScore, ReviewStay } from '../review/review-stay.ts';

type Type = 'STRING' | 'DOUBLE' | 'TIMESTAMP';
type Value = string | number | Date | null;

/** As the dictionary of seismometer has it. */
export interface Described {
  readonly name: string;
  readonly dtype: string;
  readonly definition: string;
}

/** A column of a table as seismometer reads it. */
export interface TableColumn extends Described {
  readonly type: Type;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Value[])[];
}

/** As Parquet and as the dictionary of seismometer have it. */
const KINDS = {
  id: { type: 'STRING', dtype: 'object' },
  group: { type: 'STRING', dtype: 'category' },
  time: { type: 'TIMESTAMP', dtype: 'datetime64[ns]' },
  number: { type: 'DOUBLE', dtype: 'float64' },
} as const;

const column = (name: string, kind: keyof typeof KINDS, definition: string): TableColumn => ({
  ...{ name, ...KINDS[kind], definition },
});
const ID = column('patient_id', 'id', 'Patient, a number of this export');
const STAY = column('encounter_id', 'id', 'Stay, a number of this export');

export const PREDICTION_COLUMNS: readonly TableColumn[] = [
  ...[ID, STAY],
  column('predict_time', 'time', 'When the board showed the forecast'),
  column('risk_next24h', 'number', 'Risk of END within the next 24 h, 0 to 1'),
  column('risk_by48h', 'number', 'Risk of END by 48 h from admission; empty after that'),
  column('risk_by7d', 'number', 'Risk of END by 7 days from admission'),
  column('hours_since_admission', 'number', 'Hours from admission to the forecast'),
  column('age_group', 'group', 'Age on admission'),
  column('sex', 'group', 'Sex'),
  column('ward', 'group', 'Ward of the patient'),
  column('nihss_group', 'group', 'NIHSS of the admission examination'),
  column('treatment', 'group', 'Reperfusion treatment'),
  column('population', 'group', 'Whether the model knows patients like this one'),
  column('model_version', 'group', 'Version of the model'),
];
/** Not that of the house, which may be another: forecasts can only be judged by what they speak of. */
const FORECAST_END = `NIHSS rising by ${definitionText(endThresholds(END_PAPER))} of admission`;

export const EVENT_COLUMNS: readonly TableColumn[] = [
  ...[ID, STAY],
  column(
    'type',
    'group',
    `What happened. END, EarlyEND, LateEND: the END that is forecast, ${FORECAST_END}, whatever definition the house has set`,
  ),
  column('event_time', 'time', 'When; END as charted'),
  column('value', 'number', '1 = it happened'),
];

const happened = (name: string, definition: string): Described => ({
  ...{ name, dtype: KINDS.number.dtype, definition },
});
const EARLY = `${String(END_PAPER.earlyHours)} h from admission`;

/** What column `type` may have. */
export const EVENT_TYPES: readonly Described[] = [
  happened('END', `The END that is forecast, ${FORECAST_END}`),
  happened('EarlyEND', `That END, up to ${EARLY}`),
  happened('LateEND', `That END, after ${EARLY}`),
  happened('Death', 'Death in hospital'),
  happened('Discharge', 'Discharge alive'),
  happened('RiskAlert', 'A risk alert rang'),
];

/** Every forecast that the board showed before END and departure, as far as it is known whether END followed within 24 h. */
export function predictionRows(stay: ReviewStay): readonly (readonly Value[])[] {
  return stay.scores.flatMap((score): readonly (readonly Value[])[] => {
    const at = shownAt(score);
    const over = Math.min(forecastEndAtOf(stay) ?? Infinity, departureOf(stay));
    if (at >= over || at < stay.admittedAt || isGone(score)) return [];
    if (outcomeAfter(stay, at) === null) return [];
    return [
      [
        ...[stay.patientId, stay.encounterId, new Date(at)],
        ...[score.next24h, score.by48h, score.by7d, (at - stay.admittedAt) / HOUR],
        ...groupsOf(stay, score),
      ],
    ];
  });
}

function shownAt({ asOf, knownAt }: ReviewScore): EpochMs {
  return Math.max(asOf, knownAt);
}

/** Nobody saw what was replaced in the moment it became known. */
function isGone(score: ReviewScore): boolean {
  return score.supersededAt !== null && score.supersededAt <= shownAt(score);
}

function groupsOf(stay: ReviewStay, { outOfPopulation, modelVersion }: ReviewScore): Value[] {
  const { age, sex, ward, admissionNihss, treatments } = stay;
  return [
    group(age, [65, 80], ['under 65', '65 to 79', '80 and over']),
    ...[sex, ward ?? 'unassigned'],
    group(admissionNihss, [5, 16], ['0 to 4', '5 to 15', '16 and over']),
    treatments.length === 0 ? 'neither' : treatments.join(' and '),
    outOfPopulation.length === 0 ? 'known to the model' : 'out of population',
    modelVersion,
  ];
}

function group(value: number | null, limits: readonly number[], names: readonly string[]): string {
  if (value === null) return 'unknown';
  return names[limits.filter((limit) => value >= limit).length] ?? 'unknown';
}

/** END as charted, death, discharge, and risk alerts as they rang. */
export function eventRows(stay: ReviewStay): readonly (readonly Value[])[] {
  const of = (type: string, at: EpochMs | null): readonly (readonly Value[])[] =>
    at === null ? [] : [[stay.patientId, stay.encounterId, type, new Date(at), 1]];
  const { diedAt, dischargedAt, admittedAt } = stay;
  const endAt = forecastEndAtOf(stay);
  const early = endAt !== null && endAt <= admittedAt + END_PAPER.earlyHours * HOUR;
  return [
    ...of('END', endAt),
    ...of(early ? 'EarlyEND' : 'LateEND', endAt),
    ...of('Death', diedAt),
    ...of('Discharge', diedAt === null ? dischargedAt : null),
    ...stay.alerts
      .filter(({ kind }) => kind === 'risk-high' || kind === 'risk-rising')
      .flatMap(({ raisedAt }) => of('RiskAlert', raisedAt)),
  ];
}
