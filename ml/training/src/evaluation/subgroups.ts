import type { AucEstimate, SubgroupAuc } from '@endwatch/statistics';
import { aucEstimate, subgroupAuc } from '@endwatch/statistics';
import type { Snapshot } from '../stay-rows.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { aucAxis } from './auc-axis.ts';
import type { Cell, Column, ForestFigure, Section, Table } from './document.ts';
import { isInterval } from './document.ts';
import type { Judgement, LiveJudgement } from './judgement.ts';
import { featureOf, judgedStayOf } from './judgement.ts';
import { missingInputsTable } from './missing-inputs.ts';
import { inHospital } from './strata.ts';
import type { Judged } from './performance.ts';
import { columnsOf, expectedToObserved } from './performance.ts';

interface Factor {
  readonly id: string;
  readonly with: string;
  readonly without: string;
  /** Null where not known. */
  readonly holds: (snapshot: Snapshot) => boolean | null;
}

function above(feature: string, limit: number): Factor['holds'] {
  return (snapshot) => {
    const value = featureOf(snapshot, feature);
    return value === null ? null : value >= limit;
  };
}

/** The paper's subgroups, and age and sex; limits were fixed before anybody was judged: D-dimer .5 mg/L FEU is the customary one. */
const FACTORS: readonly Factor[] = [
  {
    id: 'nihss',
    with: 'NIHSS ≥ 8',
    without: 'NIHSS < 8',
    holds: above('nihss-admission-total', 8),
  },
  {
    id: 'd-dimer',
    with: 'D-dimer ≥ 0.5 mg/L FEU',
    without: 'D-dimer < 0.5 mg/L FEU',
    holds: above('d-dimer', 0.5),
  },
  {
    id: 'hypertension',
    with: 'hypertension',
    without: 'no hypertension',
    holds: above('hypertension', 0.5),
  },
  {
    id: 'atrial-fibrillation',
    with: 'atrial fibrillation',
    without: 'no atrial fibrillation',
    holds: above('atrial-fibrillation', 0.5),
  },
  { id: 'diabetes', with: 'diabetes', without: 'no diabetes', holds: above('diabetes', 0.5) },
  { id: 'age', with: 'age ≥ 70', without: 'age < 70', holds: above('age', 70) },
  { id: 'sex', with: 'male', without: 'female', holds: above('sex-male', 0.5) },
];

/** A forecast with what was known of the patient then. */
export interface SeenForecast extends Judged {
  readonly snapshot: Snapshot;
}

/** Neither 0 nor 1, so that the statistics leave the patient out. */
const UNKNOWN = -1;

function membership(forecasts: readonly SeenForecast[], { holds }: Factor): number[] {
  return forecasts.map(({ snapshot }) => {
    const member = holds(snapshot);
    if (member === null) return UNKNOWN;
    return member ? 1 : 0;
  });
}

export function subgroupsOf(
  forecasts: readonly SeenForecast[],
): Readonly<Record<string, SubgroupAuc>> {
  const { y, p } = columnsOf(forecasts);
  const factors = Object.fromEntries(
    FACTORS.map((factor) => [factor.id, membership(forecasts, factor)]),
  );
  return subgroupAuc({ y, score: p }, factors);
}

const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'subgroup', format: 'text' },
  { key: 'n', label: 'n', format: 'count' },
  { key: 'events', label: 'END', format: 'count' },
  { key: 'auc', label: 'AUC', format: 'score' },
  { key: 'aucCi95', label: '95 % CI (DeLong)', format: 'score' },
  { key: 'eo', label: 'E:O', format: 'ratio' },
  { key: 'eoCi95', label: '95 % CI', format: 'ratio' },
  { key: 'difference', label: 'difference of the AUC', format: 'score' },
  { key: 'p', label: 'interaction p', format: 'p' },
  { key: 'pHolm', label: 'p, Holm', format: 'p' },
  { key: 'pBenjaminiHochberg', label: 'p, Benjamini-Hochberg', format: 'p' },
];

function levelCells(estimate: AucEstimate, some: readonly SeenForecast[]): Record<string, Cell> {
  const eo = expectedToObserved(columnsOf(some));
  return {
    n: estimate.n,
    events: estimate.positives,
    auc: estimate.auc,
    aucCi95: estimate.ci95,
    eo: eo.ratio,
    eoCi95: eo.ci95,
  };
}

function rowsOf(
  forecasts: readonly SeenForecast[],
  subgroups: Readonly<Record<string, SubgroupAuc>>,
): Record<string, Cell>[] {
  return FACTORS.flatMap((factor) => {
    const result = subgroups[factor.id];
    if (result === undefined) return [];
    const part = (member: boolean): SeenForecast[] =>
      forecasts.filter(({ snapshot }) => factor.holds(snapshot) === member);
    const { difference, p, pHolm, pBenjaminiHochberg } = result;
    return [
      {
        name: factor.with,
        ...levelCells(result.with, part(true)),
        ...{ difference, p, pHolm, pBenjaminiHochberg },
      },
      { name: factor.without, ...levelCells(result.without, part(false)) },
    ];
  });
}

function forest(table: Table, reference: number | null): ForestFigure {
  const { n, population } = table;
  return {
    id: 'subgroups-forest',
    kind: 'forest',
    title: 'AUC by subgroup',
    n,
    population,
    notes: ['Lines: 95 % interval (DeLong). Dotted: all patients.'],
    x: aucAxis(table.rows),
    reference,
    rows: table.rows.map(({ name, n: own, auc, aucCi95 }) => ({
      label: String(name),
      n: Number(own),
      estimate: typeof auc === 'number' ? auc : null,
      ci95: isInterval(aucCi95) ? aucCi95 : null,
    })),
  };
}

function tableOf(
  forecasts: readonly SeenForecast[],
  about: Pick<Table, 'title' | 'population'>,
): Table {
  const subgroups = subgroupsOf(forecasts);
  const tests = Object.values(subgroups).filter(({ p }) => p !== null).length;
  return {
    id: 'subgroups-auc',
    ...about,
    n: forecasts.length,
    notes: [
      `Interaction: whether the two areas differ (independent groups). Adjusted over the ${String(tests)} tests that could be done by Holm (any false finding) and Benjamini-Hochberg (share of false findings).`,
      'Patients of whom the factor is not known are in neither group.',
    ],
    columns: COLUMNS,
    rows: rowsOf(forecasts, subgroups),
  };
}

function figuresOf(forecasts: readonly SeenForecast[], table: Table): ForestFigure[] {
  const { y, p } = columnsOf(forecasts);
  return forecasts.length === 0 ? [] : [forest(table, aucEstimate(y, p).auc)];
}

export function subgroupSection(judgement: Judgement): Section {
  const forecasts = admissionForecasts(judgement);
  const hour = String(SNAPSHOT_HOUR);
  const table = tableOf(forecasts, {
    title: `Admission model at ${hour} h: AUC by subgroup`,
    population: `${judgement.population}, still followed and without END at ${hour} h`,
  });
  return {
    id: 'subgroups',
    title: 'Subgroups and missing inputs',
    text: [],
    tables: [table, ...missingInputsTable(judgement)],
    figures: figuresOf(forecasts, table),
  };
}

/** The risk by 7 days that the board showed at the hour of the snapshot. */
export function shownSubgroupSection(judgement: LiveJudgement): Section {
  const hour = String(SNAPSHOT_HOUR);
  const forecasts = inHospital(judgement).flatMap(({ stay, snapshot, output }): SeenForecast[] => {
    const y = judgedStayOf(stay).outcome.event === 'end' ? 1 : 0;
    return output.by7d === null ? [] : [{ p: output.by7d, y, oracle: null, snapshot }];
  });
  const table = tableOf(forecasts, {
    title: `Risk by 7 days at ${hour} h: AUC by subgroup`,
    population: `${judgement.population}, in hospital and without END at ${hour} h; who left or died without counts as without`,
  });
  return {
    id: 'subgroups',
    title: 'Subgroups',
    text: [],
    tables: [table],
    figures: figuresOf(forecasts, table),
  };
}
