import { at, dailyMeans, fitMixedModel } from '@endwatch/statistics';
import type { Cell, LineFigure, Point, Table } from './document.ts';
import { TRAJECTORY_DAYS } from '@endwatch/clinical';
import type { Stratum } from './strata.ts';

interface About {
  readonly n: number;
  readonly population: string;
}

const NOTES = [
  'Of each day the charted total nearest to that many times 24 h after admission, not further from it than 12 h. Whoever died or left is no longer in the mean, so late days are those of the survivors in hospital.',
];

/** Mean NIHSS of each day with its 95 % interval (t distribution) and the number it rests on. */
function dailyTable(strata: readonly Stratum[], about: About): Table {
  const groups = strata.map(({ stays }) =>
    dailyMeans(
      TRAJECTORY_DAYS,
      stays.map(({ nihssByDay }) => nihssByDay),
    ),
  );
  return {
    id: 'trajectory-days',
    title: 'NIHSS over 14 days by band',
    ...about,
    notes: NOTES,
    columns: [
      { key: 'day', label: 'day', format: 'count' },
      ...strata.flatMap(({ name }) => [
        { key: `${name}N`, label: `${name}: n`, format: 'count' } as const,
        { key: `${name}Mean`, label: 'mean', format: 'points' } as const,
        { key: `${name}Ci95`, label: '95 % CI', format: 'points' } as const,
      ]),
    ],
    rows: TRAJECTORY_DAYS.map((day, i) => ({
      day,
      ...Object.fromEntries<Cell>(
        strata.flatMap(({ name }, group): [string, Cell][] => {
          const { n, mean, lower, upper } = at(at(groups, group), i);
          const ci95 = lower === null || upper === null ? null : ([lower, upper] as const);
          return [
            [`${name}N`, n],
            [`${name}Mean`, mean],
            [`${name}Ci95`, ci95],
          ];
        }),
      ),
    })),
  };
}

const TERM_WORDS = {
  intercept: 'low band on day 0',
  day: 'low band, change each day',
  highRisk: 'medium or high band, more on day 0',
  dayByHighRisk: 'medium or high band, further change each day',
} as const;

/** A patient's measurements are not independent: the mixed model says whether the groups' courses differ. */
function mixedTable(strata: readonly Stratum[], about: About): Table[] {
  const patients = strata.flatMap(({ name, stays }) =>
    stays.map((stay) => ({ high: name === 'low' ? 0 : 1, nihss: stay.nihssByDay })),
  );
  const groups = new Set(patients.map(({ high }) => high));
  if (groups.size < 2) return [];
  const data = {
    days: TRAJECTORY_DAYS,
    highRisk: patients.map(({ high }) => high),
    nihss: patients.map(({ nihss }) => nihss),
  };
  const fit = fitMixedModel(data, { randomSlope: true });
  if (fit === null) return [];
  const terms = Object.entries(TERM_WORDS) as [keyof typeof TERM_WORDS, string][];
  return [
    {
      id: 'trajectory-model',
      title: 'NIHSS over 14 days: linear mixed model',
      ...about,
      notes: [
        'NIHSS = day + group + day × group, each patient with an intercept and a slope of its own; restricted maximum likelihood. A straight line over 14 days is coarse: read it beside the means.',
      ],
      columns: [
        { key: 'term', label: 'term', format: 'text' },
        { key: 'estimate', label: 'NIHSS points', format: 'ratio' },
        { key: 'ci95', label: '95 % CI', format: 'ratio' },
        { key: 'p', label: 'p', format: 'p' },
      ],
      rows: terms.map(([key, term]) => {
        const { estimate, ci95, p } = fit.fixed[key];
        return { term, estimate, ci95, p };
      }),
    },
  ];
}

export function trajectoryTables(strata: readonly Stratum[], about: About): Table[] {
  return [dailyTable(strata, about), ...mixedTable(strata, about)];
}

export function trajectoryFigure(strata: readonly Stratum[], about: About): LineFigure {
  const series = strata.map(({ name, stays }) => {
    const days = dailyMeans(
      TRAJECTORY_DAYS,
      stays.map(({ nihssByDay }) => nihssByDay),
    ).flatMap(({ day, mean, lower, upper }) =>
      mean === null ? [] : [{ point: [day, mean] as Point, lower, upper }],
    );
    return {
      name: `${name} (n = ${String(stays.length)} on day 0)`,
      kind: 'line' as const,
      points: days.map(({ point }) => point),
      limits: days.map(({ lower, upper }) =>
        lower === null || upper === null ? null : ([lower, upper] as const),
      ),
    };
  });
  const highest = Math.max(10, ...series.flatMap(({ points }) => points.map(([, y]) => y)));
  return {
    id: 'trajectory-curve',
    kind: 'lines',
    title: 'Mean NIHSS over 14 days by band',
    ...about,
    notes: ['Bands: 95 % interval of the mean.'],
    x: { label: 'days since admission', from: 0, to: 14, format: 'count', step: 2 },
    y: { label: 'NIHSS', from: 0, to: Math.ceil(highest / 5) * 5, format: 'count' },
    series,
    diagonal: false,
  };
}
