import { HOUR } from '@endwatch/clinical';
import { isByMachine, NO_PERSON } from '@endwatch/contracts';
import type {
  EndDefinitionSetting,
  OutcomeIncidence,
  OutcomeSubgroups,
  OutcomeTrajectories,
  ReviewStayRow,
  SavedCohort,
  StayHistory,
} from '@endwatch/contracts';
import { OLDEST } from '../export/de-identify.ts';

export type Cell = string | number | boolean | null;

/** A view as lines of cells. Who it was is not in it: numbers of the export for ids, hours since admission for times. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function hoursSince(admittedAt: string, at: string | null): number | null {
  if (at === null) return null;
  return Math.round(((Date.parse(at) - Date.parse(admittedAt)) / HOUR) * 100) / 100;
}

function cutAge(age: number | null): number | null {
  return age === null ? null : Math.min(age, OLDEST);
}

/** "total 2 or motor 1 within 168 h": rises over the admission examination. */
export function definitionText({ total, motor, windowHours }: EndDefinitionSetting): string {
  const rise = `total ${String(total)}${motor === null ? '' : ` or motor ${String(motor)}`}`;
  return `${rise} within ${String(windowHours)} h`;
}

/** @param rows in an order that says nothing of when they came */
export function staysCsv(rows: readonly ReviewStayRow[]): CsvTable {
  return {
    columns: [
      ...['stay', 'ward', 'age', 'sex', 'discharged_hours', 'died', 'conditions', 'treatments'],
      ...['admission_nihss', 'end_status', 'end_type', 'end_rule', 'end_hours', 'end_known_hours'],
      ...['judged_by', 'model_versions', 'out_of_population', 'examinations', 'scores', 'alerts'],
      'loaded_afterwards',
    ],
    rows: rows.map((row, n) => [
      ...[n + 1, row.ward, cutAge(row.age), row.sex],
      ...[hoursSince(row.admittedAt, row.dischargedAt), row.died],
      ...[row.conditions.join(';'), row.treatments.join(';'), row.admissionNihss],
      ...[row.end.status, row.end.type, row.end.rule, hoursSince(row.admittedAt, row.end.at)],
      // Of what was loaded afterwards it would tell when: hours before a known day.
      row.loadedAfterwards ? null : hoursSince(row.admittedAt, row.end.knownAt),
      row.end.judgedBy ? definitionText(row.end.judgedBy) : null,
      ...[row.modelVersions.join(';'), row.outOfPopulation.join(';')],
      ...[row.examinations, row.scores, row.alerts, row.loadedAfterwards],
    ]),
  };
}

export function cohortsCsv(cohorts: readonly SavedCohort[]): CsvTable {
  return {
    columns: ['name', 'created_at', 'created_by', 'stays'],
    rows: cohorts.map(({ name, createdAt, createdBy, stays }) => [
      ...[name, createdAt, createdBy, stays],
    ]),
  };
}

const ends = (interval: readonly [number, number] | null): readonly [Cell, Cell] =>
  interval ?? [null, null];

export function trajectoriesCsv({ bands, curves }: OutcomeTrajectories): CsvTable {
  if (curves !== null) {
    return {
      columns: ['stay', 'band', 'hours', 'nihss'],
      rows: curves.flatMap(({ band, points }, n) =>
        points.map(([hours, total]): Cell[] => [
          ...[n + 1, band, Math.round(hours * 100) / 100, total],
        ]),
      ),
    };
  }
  return {
    columns: [
      ...['band', 'stays', 'day', 'n', 'mean', 'mean_ci_lower', 'mean_ci_upper'],
      ...['median', 'quartile_1', 'quartile_3'],
    ],
    rows: bands.flatMap(({ band, stays, days }) =>
      days.map((one): Cell[] => [
        ...[band, stays, one.day, one.n, one.mean, ...ends(one.ci95)],
        ...[one.median, ...ends(one.quartiles)],
      ]),
    ),
  };
}

export function incidenceCsv({ bands }: OutcomeIncidence): CsvTable {
  return {
    columns: ['band', 'stays', 'curve', 'hours', 'value', 'ci_lower', 'ci_upper'],
    rows: bands.flatMap(({ band, stays, aalenJohansen, kaplanMeier, atRisk }) => {
      const curves = [
        ['end', aalenJohansen.end],
        ['death', aalenJohansen.death],
        ['discharge', aalenJohansen.discharge],
        ['kaplan-meier', kaplanMeier.survival],
      ] as const;
      return [
        ...curves.flatMap(([name, steps]) =>
          steps.map((one): Cell[] => [
            ...[band, stays, name, one.hours, one.value, ...ends(one.ci95)],
          ]),
        ),
        ...atRisk.map((one): Cell[] => [
          ...[band, stays, 'at-risk', one.hours, one.stays, null, null],
        ]),
      ];
    }),
  };
}

export function subgroupsCsv({ overall, factors }: OutcomeSubgroups): CsvTable {
  const levels = [
    { key: 'all', level: overall, p: null, pHolm: null },
    ...factors.flatMap(({ key, with: present, without, p, pHolm }) => [
      ...[
        { key, level: present, p, pHolm },
        { key, level: without, p, pHolm },
      ],
    ]),
  ];
  return {
    columns: [
      ...['factor', 'level', 'stays', 'ends', 'share', 'share_ci_lower', 'share_ci_upper'],
      ...['auc', 'auc_ci_lower', 'auc_ci_upper', 'interaction_p', 'interaction_p_holm'],
    ],
    rows: levels.map(({ key, level, p, pHolm }) => [
      ...[key, level.label, level.stays, level.ends, level.share, ...ends(level.ci95)],
      ...[level.auc, ...ends(level.aucCi95), p, pHolm],
    ]),
  };
}

/** One line for each thing on the time axis. Texts and names of people, who may be told by them, stay here. */
export function historyCsv(history: StayHistory): CsvTable {
  const since = (at: string | null): number | null => hoursSince(history.admittedAt, at);
  const known = (at: string): number | null => (history.loadedAfterwards ? null : since(at));
  const { risk } = history;
  const scores = [
    ...risk.knownThen.map((one) => ['risk-then', one] as const),
    ...risk.knownNow.map((one) => ['risk-now', one] as const),
  ];
  return {
    columns: ['hours', 'known_hours', 'kind', 'name', 'value', 'unit', 'detail'],
    rows: [
      ...history.examinations.flatMap(({ at, knownAt, total, items }): Cell[][] => [
        [since(at), known(knownAt), 'examination', 'total', total, null, null],
        ...Object.entries(items).map(([item, score]): Cell[] => [
          ...[since(at), known(knownAt), 'examination', `item ${item}`, score, null, null],
        ]),
      ]),
      ...history.due.map(({ dueAt, doneAt }): Cell[] => [
        ...[since(dueAt), since(doneAt), 'examination-due', null, null, null, null],
      ]),
      ...history.measurements.flatMap(({ name, kind, unit, points }) =>
        points.map((one): Cell[] => [
          ...[since(one.at), known(one.knownAt), kind, name, one.value, unit, one.comparator],
        ]),
      ),
      ...history.reports.map((one): Cell[] => [
        ...[since(one.at), known(one.knownAt), 'report', null, null, null, one.status],
      ]),
      ...history.treatments.map((one): Cell[] => [
        ...[since(one.at), known(one.knownAt), 'treatment', one.treatment, null, null, null],
      ]),
      ...scores.map(([kind, one]): Cell[] => [
        ...[since(one.asOf), known(one.knownAt), kind, one.modelVersion, one.next24h, null],
        one.band,
      ]),
      ...history.adjudications.map((one): Cell[] => [
        ...[since(one.at), since(one.decidedAt), 'judged', one.judgement, null, null],
        one.cause ?? one.reason,
      ]),
      ...history.alerts.flatMap(({ kind, transitions }) =>
        transitions.map((one): Cell[] => [
          ...[since(one.at), since(one.at), 'alert', kind, one.to, null],
          isByMachine(one) ? NO_PERSON : 'person',
        ]),
      ),
    ],
  };
}
