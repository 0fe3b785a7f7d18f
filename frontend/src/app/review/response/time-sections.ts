import type { ResponseReview } from '@endwatch/contracts';
import { measured } from '../../words/figures.ts';
import { type Plot, namedAxis, roundAxis } from '../ui/plot.ts';
import { FEWEST_VALUES, readMinutes, readShare } from '../quality/readings.ts';
import { type Section, cellOf, nOf, plain } from '../quality/section.ts';
import { ANSWERED, answeredCells } from './answered.ts';

export const WEEKDAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function hourSection({ byHour, overall, timeZone }: ResponseReview): Section {
  const names = byHour.map(({ hour }) => `${String(hour).padStart(2, '0')}:00`);
  return {
    heading: 'By hour of the day',
    n: nOf(overall.alerts, 'alert'),
    counts: `When they rang, by the clock on the wall (${timeZone}).`,
    ...alertBars(
      'Hour of the day',
      byHour.map(({ hour, alerts }) => ({ name: String(hour), alerts })),
    ),
    table: {
      caption: 'How alerts were answered by hour of the day',
      columns: ['Hour', ...ANSWERED],
      rows: byHour.map((row, n) => [plain(names[n] ?? ''), ...answeredCells(row)]),
      empty: '',
    },
  };
}

export function weekdaySection({ byWeekday, overall, timeZone }: ResponseReview): Section {
  const nameOf = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';
  return {
    heading: 'By day of the week',
    n: nOf(overall.alerts, 'alert'),
    counts: `When they rang (${timeZone}).`,
    ...alertBars(
      'Day of the week',
      byWeekday.map(({ weekday, alerts }) => ({ name: nameOf(weekday), alerts })),
    ),
    table: {
      caption: 'How alerts were answered by day of the week',
      columns: ['Day', ...ANSWERED],
      rows: byWeekday.map((row) => [plain(nameOf(row.weekday)), ...answeredCells(row)]),
      empty: '',
    },
  };
}

type Bars = readonly { readonly name: string; readonly alerts: number }[];

function alertBars(
  label: string,
  bars: Bars,
): { readonly plot: Plot } | { readonly empty: string } {
  const most = Math.max(0, ...bars.map(({ alerts }) => alerts));
  if (most === 0) return { empty: 'No alert was raised in the stays that are counted.' };
  const peak = bars.find(({ alerts }) => alerts === most);
  return {
    plot: {
      summary: `Alerts by ${label.toLowerCase()}; most at ${peak?.name ?? ''}: ${String(most)}.`,
      x: namedAxis(
        label,
        bars.map(({ name }) => name),
      ),
      y: roundAxis('Alerts', most, { about: Math.min(4, most) }),
      ...{ lines: [], marks: [] },
      bars: bars.map(({ name, alerts }, n) => ({
        look: 'fact',
        ...{ from: n + 0.14, to: n + 0.86, y: alerts, words: `${name}: ${String(alerts)}` },
      })),
    },
  };
}

export function fatigueSection({ fatigue, overall }: ResponseReview): Section {
  const names = fatigue.map(({ before }) => before);
  const section: Section = {
    heading: 'Are we slower when many ring?',
    n: nOf(overall.alerts, 'alert'),
    counts:
      'Time to acknowledge an alert, by how many others had rung on the same ward in the 2 h before it. Dot: the middle; bar: the middle half.',
    table: {
      caption: 'Response by the number of alerts in the 2 h before',
      columns: ['Alerts before', 'Alerts', 'Time to acknowledge', 'Within 15 min'],
      rows: fatigue.map((row) => [
        ...[plain(row.before), plain(row.alerts)],
        ...[cellOf(readMinutes(row.minutes)), cellOf(readShare(row.within15))],
      ]),
      empty: '',
    },
  };
  const marks = fatigue.flatMap(({ before, minutes: { n, median, quartiles } }, index) =>
    median === null || quartiles === null || n < FEWEST_VALUES
      ? []
      : [
          {
            look: 'fact' as const,
            ...{ x: index + 0.5, y: median, low: quartiles[0], high: quartiles[1] },
            words: `${before} before: ${measured(median)} min (${measured(quartiles[0])}–${measured(quartiles[1])})`,
          },
        ],
  );
  if (marks.length === 0) return { ...section, empty: 'Too few acknowledged alerts to judge.' };
  return {
    ...section,
    plot: {
      summary: `Minutes to acknowledge by alerts in the 2 h before: ${marks.map(({ words }) => words).join('; ')}.`,
      x: namedAxis('Alerts on the ward in the 2 h before', names),
      y: roundAxis('Minutes', Math.max(...marks.map(({ high }) => high))),
      ...{ lines: [], marks, bars: [] },
    },
  };
}
