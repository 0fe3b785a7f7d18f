import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type {
  ForecastReview,
  OutcomeIncidence,
  OutcomeSubgroups,
  OutcomeTrajectories,
} from '@endwatch/contracts';
import { ROOT } from '../harness/child.ts';

const run = promisify(execFile);

type Cell = string | number | readonly [number, number] | null;
type Row = Readonly<Record<string, Cell>>;

interface Evaluation {
  readonly run: { readonly cohort: { readonly stays: number } };
  readonly sections: readonly {
    readonly tables: readonly { readonly id: string; readonly rows: readonly Row[] }[];
  }[];
}

/**
 * A figure of the review beside the same one of the evaluation. Not paired, because they are different figures on purpose (docs/review-figures.md):
 * lead times, alerts and their PPV (what rang or would have rung with every score; the evaluation looks at landmark hours), forecasts by group and
 * by missing input at 6 h (the next 24 h by groups of the ward's; the evaluation has the 7 days by the paper's), Kaplan-Meier (the evaluation
 * has Aalen-Johansen alone) and months.
 */
export interface Pair {
  readonly figure: string;
  readonly review: number | null;
  readonly evaluation: number | null;
}

/** `npm run export-cohort` from the database of a home, then `npm run evaluate` on the folder with the forecasts that the board showed. */
export class ExportedCohort {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  #tables: ReadonlyMap<string, readonly Row[]> = new Map();
  stays = 0;

  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#env = env;
  }

  async evaluate(): Promise<void> {
    const [cohort, out] = [join(this.#folder, 'cohort'), join(this.#folder, 'evaluation')];
    await this.#command('export-cohort.cli.js', ['--out', cohort]);
    const model = join(ROOT, 'ml/artefacts/fusion-sim-8');
    await this.#command('evaluate.cli.js', [
      ...['--model', model, '--cohort', cohort, '--forecasts', 'stored', '--strict', '--out', out],
    ]);
    const { run: of, sections } = JSON.parse(
      await readFile(join(out, 'evaluation.json'), 'utf8'),
    ) as Evaluation;
    this.stays = of.cohort.stays;
    this.#tables = new Map(
      sections.flatMap(({ tables }) => tables.map(({ id, rows }) => [id, rows] as const)),
    );
  }

  row(table: string, key: string, value: Cell): Row {
    const found = this.#tables.get(table)?.find((row) => row[key] === value);
    if (!found) throw new Error(`${table} has no row with ${key} = ${String(value)}`);
    return found;
  }

  /** How many rows a table has. */
  rows(table: string): number {
    return this.#tables.get(table)?.length ?? 0;
  }

  async #command(program: string, args: readonly string[]): Promise<void> {
    const env = { ...process.env, ...this.#env };
    await run(process.execPath, [join(ROOT, 'ml/training/dist', program), ...args], {
      ...{ env, maxBuffer: 1 << 24 },
    });
  }
}

export const number = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' ? cell : null;

type Ends = readonly [number, number] | null | undefined;

function ends(cell: Cell | undefined): Ends {
  return Array.isArray(cell) ? (cell as readonly [number, number]) : null;
}

export function limits(figure: string, review: Ends, evaluation: Cell | undefined): Pair[] {
  const other = ends(evaluation);
  return [0, 1].map((end) => ({
    figure: `${figure}, limit ${String(end)}`,
    review: review?.[end] ?? null,
    evaluation: other?.[end] ?? null,
  }));
}

/** Of each landmark and of all together: the forecast of the next 24 h. */
export function forecastPairs(review: ForecastReview, cohort: ExportedCohort): Pair[] {
  const rows = [
    ...review.landmarks.map((one) => [one.hour, one] as const),
    ['all', review.overall] as const,
  ];
  return rows.flatMap(([hour, one]) => {
    const row = cohort.row('landmark-next24h', 'hour', hour);
    const of = (name: string, value: number | null, cell: Cell | undefined): Pair => ({
      ...{ figure: `${name} at ${String(hour)}`, review: value, evaluation: number(cell) },
    });
    const { value: ratio, ci95 } = one.observedToExpected;
    const eo = number(row['eo']);
    const [low, high] = ends(row['eoCi95']) ?? [];
    return [
      of('forecasts', one.forecasts, row['n']),
      of('END', one.ends, row['events']),
      of('AUC', one.auc.value, row['auc']),
      ...limits(`AUC at ${String(hour)}`, one.auc.ci95, row['aucCi95']),
      of('Brier', one.brier, row['brier']),
      of('slope', one.calibrationSlope, row['slope']),
      of('O:E', ratio === 0 ? null : ratio, eo === null ? null : 1 / eo),
      ...limits(
        `O:E at ${String(hour)}`,
        ratio === 0 ? null : ci95,
        low === undefined || high === undefined ? null : [1 / high, 1 / low],
      ),
    ];
  });
}

/** Cumulative incidence by band at 6 h, and whether the bands differ. */
export function incidencePairs(review: OutcomeIncidence, cohort: ExportedCohort): Pair[] {
  const tests = [
    [48, review.logRank.to48h],
    [168, review.logRank.to7d],
  ] as const;
  return [
    ...review.bands
      .filter(({ stays }) => stays > 0)
      .flatMap((one) => {
        const row = cohort.row('strata-incidence', 'name', one.band);
        const { at48h, at7d } = one.aalenJohansen;
        return [
          { figure: `${one.band}: stays`, review: one.stays, evaluation: number(row['n']) },
          {
            ...{ figure: `${one.band}: END`, evaluation: number(row['events']) },
            review: one.end.early + one.end.late,
          },
          {
            ...{ figure: `${one.band}: END by 48 h`, evaluation: number(row['by48h']) },
            review: at48h?.value ?? null,
          },
          ...limits(`${one.band}: END by 48 h`, at48h?.ci95, row['by48hCi95']),
          {
            ...{ figure: `${one.band}: END by 7 d`, evaluation: number(row['by168h']) },
            review: at7d?.value ?? null,
          },
          ...limits(`${one.band}: END by 7 d`, at7d?.ci95, row['by168hCi95']),
        ];
      }),
    ...tests.flatMap(([until, test]) => {
      const row = cohort.row('strata-log-rank', 'until', until);
      return (['chiSquare', 'df', 'p'] as const).map((key) => ({
        figure: `log-rank ${key} to ${String(until)} h`,
        review: test[key],
        evaluation: number(row[key]),
      }));
    }),
  ];
}

/** Mean NIHSS of each day by band at 6 h, and the difference of the slopes. */
export function trajectoryPairs(review: OutcomeTrajectories, cohort: ExportedCohort): Pair[] {
  const slope = cohort.row(
    ...(['trajectory-model', 'term', 'medium or high band, further change each day'] as const),
  );
  return [
    ...review.bands
      .filter(({ stays }) => stays > 0)
      .flatMap(({ band, days }) =>
        days.flatMap(({ day, n, mean, ci95 }) => {
          const row = cohort.row('trajectory-days', 'day', day);
          const figure = `${band}: NIHSS on day ${String(day)}`;
          return [
            { figure: `${figure}, n`, review: n, evaluation: number(row[`${band}N`]) },
            { figure, review: mean, evaluation: number(row[`${band}Mean`]) },
            ...limits(figure, ci95, row[`${band}Ci95`]),
          ];
        }),
      ),
    {
      ...{ figure: 'difference of slopes', evaluation: number(slope['estimate']) },
      review: review.slope?.difference ?? null,
    },
    ...limits('difference of slopes', review.slope?.ci95, slope['ci95']),
    {
      ...{ figure: 'difference of slopes, p', evaluation: number(slope['p']) },
      review: review.slope?.p ?? null,
    },
  ];
}

/** How well the risk by 7 days at 6 h ranked, by subgroup. Not by age: an exported birth date is cut to its month. */
export function subgroupPairs(review: OutcomeSubgroups, cohort: ExportedCohort): Pair[] {
  return review.factors
    .filter(({ key }) => key !== 'age')
    .flatMap(({ with: present, without, p }) =>
      [present, without].flatMap(({ label, stays, ends, auc, aucCi95 }, level) => {
        const row = cohort.row('subgroups-auc', 'name', lowered(label));
        return [
          { figure: `${label}: stays`, review: stays, evaluation: number(row['n']) },
          { figure: `${label}: END`, review: ends, evaluation: number(row['events']) },
          { figure: `${label}: AUC`, review: auc, evaluation: number(row['auc']) },
          ...limits(`${label}: AUC`, aucCi95, row['aucCi95']),
          ...(level === 0
            ? [{ figure: `${label}: interaction`, review: p, evaluation: number(row['p']) }]
            : []),
        ];
      }),
    );
}

/** The review writes a level like the start of a sentence. */
function lowered(label: string): string {
  return label.startsWith('NIHSS') ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Those further apart than rounding explains. */
export function apart(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ review, evaluation }) =>
    review === null || evaluation === null
      ? review !== evaluation
      : Math.abs(review - evaluation) > 1e-9,
  );
}
