import type { ResponseReview } from '@endwatch/contracts';
import { measured, whole } from '../../words/figures.ts';
import { LOCALE } from '../../words/locale.ts';
import { inSentence } from '../../words/locale.ts';
import { serverWords } from '../../words/server-words.ts';
import { alerts as alertsOf, nOf } from '../counts.ts';
import { type Plot, namedAxis, roundAxis } from '../ui/plot.ts';
import { FEWEST_VALUES, readMinutes, readShare } from '../quality/readings.ts';
import { type Section, cellOf, plain } from '../quality/section.ts';
import { ANSWERED, answeredCells } from './answered.ts';

const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' });
/** Monday first: 1 January 2024 was one. */
export const WEEKDAYS: readonly string[] = Array.from({ length: 7 }, (_, n) =>
  WEEKDAY.format(Date.UTC(2024, 0, 1 + n)),
);
const HOUR = $localize`:@@review-response.hour.axis:Hour of the day`;
const DAY = $localize`:@@review-response.weekday.axis:Day of the week`;

export function hourSection({ byHour, overall, timeZone }: ResponseReview): Section {
  const names = byHour.map(({ hour }) => `${String(hour).padStart(2, '0')}:00`);
  return {
    heading: $localize`:@@review-response.hour.title:By hour of the day`,
    n: nOf(alertsOf(overall.alerts)),
    counts: $localize`:@@review-response.hour.counts:When they rang, by the clock on the wall (${timeZone}:timeZone:).`,
    ...alertBars(
      HOUR,
      byHour.map(({ hour, alerts }) => ({ name: String(hour), alerts })),
    ),
    table: {
      caption: $localize`:@@review-response.hour.table:How alerts were answered by hour of the day`,
      columns: [$localize`:@@review-response.hour:Hour`, ...ANSWERED],
      rows: byHour.map((row, n) => [plain(names[n] ?? ''), ...answeredCells(row)]),
      empty: '',
    },
  };
}

export function weekdaySection({ byWeekday, overall, timeZone }: ResponseReview): Section {
  const nameOf = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';
  return {
    heading: $localize`:@@review-response.weekday.title:By day of the week`,
    n: nOf(alertsOf(overall.alerts)),
    counts: $localize`:@@review-response.weekday.counts:When they rang (${timeZone}:timeZone:).`,
    ...alertBars(
      DAY,
      byWeekday.map(({ weekday, alerts }) => ({ name: nameOf(weekday), alerts })),
    ),
    table: {
      caption: $localize`:@@review-response.weekday.table:How alerts were answered by day of the week`,
      columns: [$localize`:@@review-response.day:Day`, ...ANSWERED],
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
  if (most === 0)
    return {
      empty: $localize`:@@review-response.none:No alert was raised in the stays that are counted.`,
    };
  const peak = bars.find(({ alerts }) => alerts === most);
  return {
    plot: {
      summary: $localize`:@@review-response.bars:Alerts by ${inSentence(label)}:axis:; most at ${peak?.name ?? ''}:peak:: ${whole(most)}:most:.`,
      x: namedAxis(
        label,
        bars.map(({ name }) => name),
      ),
      y: roundAxis($localize`:@@review-response.alerts:Alerts`, most, { about: Math.min(4, most) }),
      ...{ lines: [], marks: [] },
      bars: bars.map(({ name, alerts }, n) => ({
        look: 'fact',
        ...{ from: n + 0.14, to: n + 0.86, y: alerts, words: `${name}: ${whole(alerts)}` },
      })),
    },
  };
}

export function fatigueSection({ fatigue, overall }: ResponseReview): Section {
  const names = fatigue.map(({ before }) => serverWords(before));
  const section: Section = {
    heading: $localize`:@@review-response.fatigue.title:Are we slower when many ring?`,
    n: nOf(alertsOf(overall.alerts)),
    counts: $localize`:@@review-response.fatigue.counts:Time to acknowledge an alert, by how many others had rung on the same ward in the 2 h before it. Dot: the middle; bar: the middle half.`,
    table: {
      caption: $localize`:@@review-response.fatigue.table:Response by the number of alerts in the 2 h before`,
      columns: [
        $localize`:@@review-response.fatigue.before:Alerts before`,
        $localize`:@@review-response.alerts:Alerts`,
        $localize`:@@review-response.time:Time to acknowledge`,
        $localize`:@@review-response.within-15:Within 15 min`,
      ],
      rows: fatigue.map((row) => [
        ...[plain(serverWords(row.before)), plain(row.alerts)],
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
            words: $localize`:@@review-response.fatigue.mark:${serverWords(before)}:count: before: ${measured(median)}:median: min (${measured(quartiles[0])}:low:–${measured(quartiles[1])}:high:)`,
          },
        ],
  );
  if (marks.length === 0)
    return {
      ...section,
      empty: $localize`:@@review-response.fatigue.too-few:Too few acknowledged alerts to judge.`,
    };
  return {
    ...section,
    plot: {
      summary: $localize`:@@review-response.fatigue.summary:Minutes to acknowledge by alerts in the 2 h before: ${marks.map(({ words }) => words).join('; ')}:marks:.`,
      x: namedAxis(
        $localize`:@@review-response.fatigue.axis:Alerts on the ward in the 2 h before`,
        names,
      ),
      y: roundAxis(
        $localize`:@@review-response.fatigue.minutes:Minutes`,
        Math.max(...marks.map(({ high }) => high)),
      ),
      ...{ lines: [], marks, bars: [] },
    },
  };
}
