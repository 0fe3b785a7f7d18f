import type { CalibrationWeek, DriftReview, InputDriftView } from '@endwatch/contracts';
import { day } from '../../words/ages.ts';
import { inputWord } from '../../words/input-words.ts';
import { type PlotLine, namedAxis, roundAxis } from '../ui/plot.ts';
import { NONE, readRatio, sharePercent } from '../quality/readings.ts';
import {
  type Cell,
  type Section,
  type TableModel,
  cellOf,
  nOf,
  plain,
} from '../quality/section.ts';

/** Weeks side by side in a table; earlier ones are in the file to download. */
const WEEKS_SHOWN = 12;
const SHIFTED = 0.25;
const STABLE = 0.1;
/** A share missing that differs by more than this from what the model learned from is named. */
const OTHERWISE_MISSING = 0.15;
/** Of fewer no share missing is told. */
const FEWEST_PATIENTS = 20;

export function driftSections(review: DriftReview): readonly Section[] {
  return [chartSection(review), psiSection(review), missingSection(review)];
}

function chartSection({ calibration }: DriftReview): Section {
  const { weeks, limit, ratio, alarm } = calibration;
  const section: Section = {
    heading: 'Do as many END come as are forecast?',
    n: nOf(
      weeks.reduce((sum, { stays }) => sum + stays, 0),
      'stay',
    ),
    counts: `All admissions of the house by week of the forecast, followed for 7 days. Evidence grows while END come ${String(ratio)} times as often as forecast (or as much less often) and shrinks otherwise; at ${String(limit)} it is an alarm, administrators are told, and it begins at 0 again. ${alarmWords(alarm)}`,
    table: {
      caption: 'END observed and expected by week, and the control chart',
      columns: ['Week of', 'Stays', 'END', 'Expected', 'Observed to expected', 'More', 'Fewer'],
      rows: weeks.map(weekRow),
      empty: 'No week is followed for 7 days yet.',
    },
  };
  if (weeks.length === 0) return { ...section, empty: 'No week is followed for 7 days yet.' };
  const arm = (name: string, pick: 'more' | 'fewer'): PlotLine => ({
    name,
    look: pick === 'more' ? 'fact' : 'middle',
    points: weeks.map((week, n) => [n + 0.5, week[pick]]),
  });
  const most = Math.max(limit, ...weeks.flatMap(({ more, fewer }) => [more, fewer]));
  return {
    ...section,
    plot: {
      summary: `Control chart of ${String(weeks.length)} weeks. ${alarmWords(alarm)} Newest week: ${String(round(weeks.at(-1)?.more))} for more, ${String(round(weeks.at(-1)?.fewer))} for fewer, limit ${String(limit)}.`,
      x: namedAxis(
        'Week of the forecast',
        weeks.map(({ week }) => day(Date.parse(week))),
      ),
      y: roundAxis('Evidence', most * 1.1),
      lines: [
        {
          ...{ name: `Limit ${String(limit)}`, look: 'limit' },
          points: [
            [0, limit],
            [weeks.length, limit],
          ],
        },
        arm('Fewer than forecast', 'fewer'),
        arm('More than forecast', 'more'),
      ],
      marks: weeks.flatMap((week, n) => (week.alarm === null ? [] : [alarmMark(week, n)])),
      bars: [],
    },
  };
}

function alarmMark(week: CalibrationWeek, n: number) {
  const direction = week.alarm ?? 'more';
  return {
    ...{ look: 'fact' as const, x: n + 0.5, y: week[direction], name: 'Alarm' },
    words: `Week of ${day(Date.parse(week.week))}: alarm, ${direction} END than forecast`,
  };
}

function alarmWords(alarm: DriftReview['calibration']['alarm']): string {
  if (alarm === null) return 'There has been no alarm.';
  return `Newest alarm: ${alarm.direction} END than forecast, week of ${day(Date.parse(alarm.week))}.`;
}

function weekRow(week: CalibrationWeek): Cell[] {
  return [
    ...[plain(day(Date.parse(week.week))), plain(week.stays), plain(week.ends)],
    ...[plain(week.expected.toFixed(1)), cellOf(readRatio(week.observedToExpected))],
    ...(['more', 'fewer'] as const).map((direction) => ({
      text: week[direction].toFixed(2),
      ...(week.alarm === direction ? { small: 'Alarm' } : {}),
    })),
  ];
}

function psiSection(review: DriftReview): Section {
  return {
    heading: 'Are the patients still like those the model learned from?',
    n: nOf(review.weeks.length, 'week'),
    counts: `Shift of each input (population stability index) by week: below ${String(STABLE)} is usually read as stable, above ${String(SHIFTED)} as shifted. Nothing is said of fewer than 50 values. ${newestWords(review)}`,
    table: inputTable(review, 'Shift of each input by week', ({ psi }) => {
      if (psi === null) return { text: 'Too few', quiet: true };
      const word = psi > SHIFTED ? 'shifted' : psi >= STABLE ? 'moving' : undefined;
      return { text: psi.toFixed(2), ...(word ? { small: word } : {}) };
    }),
  };
}

function missingSection(review: DriftReview): Section {
  return {
    heading: 'Is more missing than there was?',
    n: nOf(review.weeks.length, 'week'),
    counts:
      'Share of forecasts without the input by week, beside the share among the patients the model learned from. Named where they are more than 15 points apart; nothing is said of fewer than 20 patients.',
    table: inputTable(review, 'Share missing of each input by week', (input) => {
      if (input.missing === null) return plain(NONE);
      if (input.patients < FEWEST_PATIENTS) return { text: 'Too few', quiet: true };
      const apart = input.missing - input.expectedMissing;
      const small = apart > 0 ? 'more' : 'fewer';
      return {
        text: sharePercent(input.missing),
        ...(Math.abs(apart) > OTHERWISE_MISSING ? { small } : {}),
      };
    }),
  };
}

function inputTable(
  { inputs, weeks }: DriftReview,
  caption: string,
  cell: (input: InputDriftView) => Cell,
): TableModel {
  const shown = weeks.slice(-WEEKS_SHOWN);
  const byFeature = Map.groupBy(inputs, ({ feature }) => feature);
  return {
    caption,
    columns: ['Input', 'Missing when learned', ...shown.map((week) => day(Date.parse(week)))],
    rows: [...byFeature].map(([feature, rows]) => [
      plain(inputWord(feature)),
      plain(sharePercent(rows[0]?.expectedMissing ?? 0)),
      ...shown.map((week) => {
        const row = rows.find((one) => one.week === week);
        return row ? cell(row) : plain(NONE);
      }),
    ]),
    empty: 'No week has been kept yet: inputs are compared once a week is over.',
  };
}

/** What the newest week says in one sentence. */
function newestWords({ inputs, weeks }: DriftReview): string {
  const known = inputs.filter(({ week, psi }) => week === weeks.at(-1) && psi !== null);
  if (known.length === 0) return 'In the newest week there are too few to tell.';
  const shifted = known.filter(({ psi }) => (psi ?? 0) > SHIFTED);
  if (shifted.length === 0) return 'In the newest week no input is shifted.';
  const names = shifted.map(({ feature }) => inputWord(feature)).join(', ');
  return `Shifted in the newest week: ${names}.`;
}

function round(value = 0): number {
  return Number(value.toFixed(2));
}
