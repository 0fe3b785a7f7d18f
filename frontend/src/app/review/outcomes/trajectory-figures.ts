import type { OutcomeTrajectories } from '@endwatch/contracts';
import { BAND_WORD } from '../../words/patient-words.ts';
import { signedFixed } from '../../words/figures.ts';
import { fromTo } from '../counts.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import {
  type Plot,
  type PlotAxis,
  type PlotCounts,
  type PlotLine,
  roundAxis,
  steppedAxis,
} from '../ui/plot.ts';
import {
  BAND_LOOK,
  CI_FROM,
  CI_TO,
  HOURS_A_DAY,
  RISK_BAND,
  STAYS,
  pWords,
  rounded,
} from './outcome-words.ts';

export type Middle = 'mean' | 'median';
const DAYS = 14;
/** NIHSS goes no further. */
const WORST = 42;

type Day = OutcomeTrajectories['bands'][number]['days'][number];

/** The lines of the bands with their intervals or quartiles; single courses behind them, where they were asked for. */
export function trajectoryPlot(view: OutcomeTrajectories, middle: Middle): Plot {
  const lines = trajectoryLines(view, middle);
  return {
    summary: $localize`:@@review-outcomes.nihss.picture:NIHSS by day and risk band; the table has the figures`,
    x: steppedAxis($localize`:@@review-outcomes.days:Days from admission`, DAYS, 2),
    y: trajectoryAxis(lines),
    ...{ lines, marks: [], bars: [], counts: trajectoryCounts(view) },
  };
}

function trajectoryLines(
  { bands, curves }: OutcomeTrajectories,
  middle: Middle,
): readonly PlotLine[] {
  const singles = (curves ?? []).map(({ points }): PlotLine => ({
    ...{ name: '', look: 'single' },
    points: points.map(([hours, total]) => [hours / HOURS_A_DAY, total]),
  }));
  const groups = bands.map(({ band, days }): PlotLine => {
    const known = days.filter((day) => valueOf(day, middle) !== null);
    return {
      ...{ name: BAND_WORD[band], look: BAND_LOOK[band] },
      points: known.map((day) => [day.day, valueOf(day, middle) ?? 0]),
      around: known.flatMap((day) => {
        const around = aroundOf(day, middle);
        return around ? [[day.day, around[0], around[1]] as const] : [];
      }),
    };
  });
  return [...singles, ...groups.filter(({ points }) => points.length > 0)];
}

/** From 0 to some air above the highest that is drawn. */
function trajectoryAxis(lines: readonly PlotLine[]): PlotAxis {
  const values = lines.flatMap(({ points, around = [] }) => [
    ...points.map(([, y]) => y),
    ...around.map(([, , high]) => high),
  ]);
  const axis = roundAxis(
    $localize`:@@review-outcomes.nihss-total:NIHSS total`,
    Math.min(WORST, Math.max(10, ...values)),
    { about: 5 },
  );
  return {
    ...{ ...axis, to: Math.min(WORST, axis.to) },
    ticks: axis.ticks.filter(({ at }) => at <= WORST),
  };
}

function trajectoryCounts({ bands }: OutcomeTrajectories): PlotCounts {
  return {
    heading: $localize`:@@review-outcomes.examined:Stays examined that day`,
    rows: bands.map(({ band, days }) => ({
      name: BAND_WORD[band],
      values: days.filter(({ day }) => day % 2 === 0).map(({ day, n }) => [day, n]),
    })),
  };
}

export function trajectoryTable({ bands }: OutcomeTrajectories): FrameTable {
  return {
    columns: [
      ...[RISK_BAND, $localize`:@@review-outcomes.day:Day`, STAYS],
      ...[$localize`:@@review-outcomes.mean:Mean`, CI_FROM, CI_TO],
      $localize`:@@review-outcomes.median:Median`,
      $localize`:@@review-outcomes.quartile-1:Quartile 1`,
      $localize`:@@review-outcomes.quartile-3:Quartile 3`,
    ],
    rows: bands.flatMap(({ band, days }) =>
      days.map(({ day, n, mean, ci95, median, quartiles }) => [
        ...[BAND_WORD[band], day, n, rounded(mean), rounded(ci95?.[0]), rounded(ci95?.[1])],
        ...[rounded(median), rounded(quartiles?.[0]), rounded(quartiles?.[1])],
      ]),
    ),
  };
}

/** How much faster those with a medium or high risk change than those with a low one. */
export function slopeWords({ slope }: OutcomeTrajectories): string {
  if (slope === null) {
    return $localize`:@@review-outcomes.slope.unknown:Whether the bands change at different speeds cannot be told: too few stays in one of them.`;
  }
  const { difference, ci95, p } = slope;
  const [by, range] = [
    signedFixed(difference, 2),
    fromTo(signedFixed(ci95[0], 2), signedFixed(ci95[1], 2)),
  ];
  return p < 0.05
    ? $localize`:@@review-outcomes.slope:Medium and high bands change by ${by}:by: points a day compared with the low band (95 % ${range}:range:, ${pWords(p)}:p:; linear mixed model).`
    : $localize`:@@review-outcomes.slope-not-shown:Medium and high bands change by ${by}:by: points a day compared with the low band (95 % ${range}:range:, ${pWords(p)}:p:; linear mixed model). No difference can be shown.`;
}

function valueOf({ mean, median }: Day, middle: Middle): number | null {
  return middle === 'mean' ? mean : median;
}

function aroundOf({ ci95, quartiles }: Day, middle: Middle): readonly [number, number] | null {
  return middle === 'mean' ? ci95 : quartiles;
}
