import type { Artefact } from '@endwatch/ml-model';
import type { HouseStyle } from '@endwatch/simulation';
import { compareAucPaired } from '@endwatch/statistics';
import { scoreStays } from '../score-stays.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { aucAxis } from './auc-axis.ts';
import { HORIZONS, judgedAt } from './horizon.ts';
import type { Cell, ForestFigure, Section, Table } from './document.ts';
import { isInterval } from './document.ts';
import type { JudgedStay } from './evaluation-cohort.ts';
import { numberText } from './html/cell-text.ts';
import type { Judgement } from './judgement.ts';
import type { Judged } from './performance.ts';
import { PERFORMANCE_COLUMNS, performanceCells } from './performance.ts';

export const HOUSES_TABLE = 'transport-houses';

/** A model that has read the reports of one house only. */
export interface HouseModel {
  readonly style: HouseStyle;
  readonly artefact: Artefact;
  /** Simulated patients it was trained on. */
  readonly patients: number;
  readonly command: string;
}

/** The same patients in the words of one house, seen at the hour of the snapshot. */
export interface HouseCohort {
  readonly style: HouseStyle;
  readonly stays: readonly JudgedStay[];
}

export interface Transport {
  readonly models: readonly HouseModel[];
  readonly cohorts: readonly HouseCohort[];
}

interface Trained {
  readonly name: string;
  /** Whose words alone it knows; null = the model that is judged. */
  readonly style: HouseStyle | null;
  readonly artefact: Artefact;
}

const FORECASTS = [
  'live model, END within the next 24 h',
  'admission model, END by 7 days',
] as const;
type Forecasts = Readonly<Record<(typeof FORECASTS)[number], readonly Judged[]>>;

function forecastsOf(
  judgement: Judgement,
  { artefact }: Trained,
  { stays, withReports }: { stays: readonly JudgedStay[]; withReports: boolean },
): Forecasts {
  const scored = scoreStays(artefact, stays, withReports);
  const [next24h] = HORIZONS;
  const live = scored.landmarks.filter(({ snapshot }) => snapshot.hour === SNAPSHOT_HOUR);
  const there = { ...judgement, artefact, cohort: { ...judgement.cohort, stays }, scored };
  return {
    [FORECASTS[0]]: next24h ? judgedAt(live, next24h) : [],
    [FORECASTS[1]]: admissionForecasts(there),
  };
}

const risks = (judged: readonly Judged[]): number[] => judged.map(({ p }) => p);

/** The same patients in its own house's words, minus in these. */
function lost(own: readonly Judged[], here: readonly Judged[]): Record<string, Cell> {
  const y = here.map((one) => one.y);
  const ends = y.filter((one) => one === 1).length;
  if (ends < 2 || y.length - ends < 2) return {};
  const { difference, ci95, p } = compareAucPaired(y, risks(own), risks(here));
  return { lost: difference, lostCi95: ci95, p };
}

function rowsOf(
  judgement: Judgement,
  trained: Trained,
  cohorts: readonly HouseCohort[],
): Record<string, Cell>[] {
  const [first] = cohorts;
  if (!first) return [];
  const inWords = cohorts.map(({ style, stays }) => ({
    style,
    forecasts: forecastsOf(judgement, trained, { stays, withReports: true }),
  }));
  const bare = forecastsOf(judgement, trained, { stays: first.stays, withReports: false });
  const own = inWords.find(({ style }) => style === trained.style);
  return FORECASTS.flatMap((forecast) =>
    inWords.map(({ style, forecasts }) => {
      const here = forecasts[forecast];
      return {
        forecast,
        trained: trained.name,
        judged: style,
        ...performanceCells(here, true),
        bareAuc: performanceCells(bare[forecast], true)['auc'] ?? null,
        ...(own && own.style !== style ? lost(own.forecasts[forecast], here) : {}),
      };
    }),
  );
}

function forest({ n, population, rows }: Table): ForestFigure {
  return {
    id: 'transport-forest',
    kind: 'forest',
    title: 'AUC in the words of each house',
    n,
    population,
    notes: ['Lines: 95 % interval (DeLong).'],
    x: aucAxis(rows),
    reference: null,
    rows: rows.map(({ forecast, trained, judged, n: own, auc, aucCi95 }) => ({
      label: `${String(forecast).split(',')[0] ?? ''}: ${String(trained)} → ${String(judged)}`,
      n: Number(own),
      estimate: typeof auc === 'number' ? auc : null,
      ci95: isInterval(aucCi95) ? aucCi95 : null,
    })),
  };
}

/** E:O says what calibration in the large would, and the loss should be on the page. */
const LEFT_OUT = new Set(['attained', 'oracleAuc', 'inTheLarge', 'brier']);

function tableOf(judgement: Judgement, { models, cohorts }: Transport): Table {
  const { artefact } = judgement;
  const trained: Trained[] = [
    ...models.map((one) => ({ ...one, name: one.style })),
    { name: artefact.config.version, style: null, artefact },
  ];
  const rows = trained
    .flatMap((one) => rowsOf(judgement, one, cohorts))
    .sort(
      (a, b) =>
        FORECASTS.findIndex((f) => f === a['forecast']) -
        FORECASTS.findIndex((f) => f === b['forecast']),
    );
  return {
    id: HOUSES_TABLE,
    title: `Forecasts at ${String(SNAPSHOT_HOUR)} h in the words of either house`,
    n: cohorts[0]?.stays.length ?? 0,
    population: `${judgement.population}; the same patients twice, their reports written as each of two houses writes them`,
    notes: [
      ...models.map(
        ({ style, patients, command }) =>
          `Trained in ${style}: ${command}, ${numberText(patients, 'count')} simulated patients.`,
      ),
      'Lost: AUC in the words that the model learned minus AUC in these, paired DeLong on the same patients. Without reports: the same model shown none.',
    ],
    columns: [
      { key: 'forecast', label: 'forecast', format: 'text' },
      { key: 'trained', label: 'trained in', format: 'text' },
      { key: 'judged', label: 'judged in', format: 'text' },
      ...PERFORMANCE_COLUMNS.filter(({ key }) => !LEFT_OUT.has(key)),
      { key: 'bareAuc', label: 'AUC without reports', format: 'score' },
      { key: 'lost', label: 'lost', format: 'score' },
      { key: 'lostCi95', label: '95 % CI', format: 'score' },
      { key: 'p', label: 'p', format: 'p' },
    ],
    rows,
  };
}

/** Trained in the words of one house, judged in those of the other. */
export function transportSection(judgement: Judgement, transport: Transport): Section {
  const table = tableOf(judgement, transport);
  return {
    id: 'transport',
    title: 'Reports of another house',
    text: [
      'Radiologists of another hospital say the same in other words, in another order, with other abbreviations. Where a model has learned the words of one house, this is what it knows of the reports of another.',
    ],
    tables: [table],
    figures: [forest(table)],
  };
}
