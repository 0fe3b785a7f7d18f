import type { ForecastReview } from '@endwatch/contracts';
import { fixed, whole } from '../../words/figures.ts';
import { LOCALE } from '../../words/locale.ts';
import { nOf, patients as patientsOf } from '../counts.ts';
import { namedAxis, roundAxis } from '../ui/plot.ts';
import { type Reading, readRatio } from '../quality/readings.ts';
import { type Section, cellOf, plain } from '../quality/section.ts';
import { EXPECTED, OBSERVED_TO_EXPECTED, PATIENTS } from './figures-tables.ts';

type Row = ForecastReview['months']['rows'][number];

export function monthSection({ months: { hour, rows } }: ForecastReview): Section {
  const most = Math.max(1, ...rows.flatMap(({ ends, expected }) => [ends, expected]));
  const names = rows.map(({ month }) => monthWord(month));
  return {
    heading: $localize`:@@review-forecast.month.title:Does it stay right? END by month of admission`,
    n: nOf(patientsOf(rows.reduce((sum, { patients }) => sum + patients, 0))),
    counts: $localize`:@@review-forecast.month.counts:One forecast for each patient: the one known at ${String(hour)}:hour: h. Filled: END that came. Hatched: END that were forecast.`,
    ...(rows.length === 0
      ? {
          empty: $localize`:@@review-forecast.month.none:No month has a forecast that can be judged.`,
        }
      : {
          plot: {
            summary: summaryOf(rows.map((row, n) => bothWords(names[n] ?? '', row))),
            x: namedAxis($localize`:@@review-forecast.month.axis:Month of admission`, names),
            y: roundAxis('END', most),
            ...{ lines: [], marks: [] },
            bars: rows.flatMap(({ ends, expected }, n) => [
              {
                look: 'fact' as const,
                ...{ from: n + 0.14, to: n + 0.48, y: ends },
                words: $localize`:@@review-forecast.month.came:${names[n] ?? ''}:month:: ${whole(ends)}:ends: END came`,
              },
              {
                look: 'forecast' as const,
                ...{ from: n + 0.52, to: n + 0.86, y: expected },
                words: $localize`:@@review-forecast.month.forecast:${names[n] ?? ''}:month:: ${fixed(expected, 1)}:ends: END forecast`,
              },
            ]),
          },
        }),
    table: {
      caption: $localize`:@@review-forecast.month.table:END observed and expected by month`,
      columns: [
        ...[$localize`:@@review-forecast.month.month:Month`, PATIENTS, 'END', EXPECTED],
        OBSERVED_TO_EXPECTED,
      ],
      rows: rows.map((row, n) => [
        ...[plain(names[n] ?? ''), plain(row.patients), plain(row.ends)],
        ...[plain(fixed(row.expected, 1)), cellOf(ratioOf(row))],
      ]),
      empty: $localize`:@@review-forecast.month.none:No month has a forecast that can be judged.`,
    },
  };
}

function ratioOf({ observedToExpected, ends, patients }: Row): Reading {
  return readRatio(observedToExpected, { ends, others: patients - ends });
}

function bothWords(month: string, { ends, expected }: Row): string {
  return $localize`:@@review-forecast.month.both:${month}:month: ${whole(ends)}:came: and ${fixed(expected, 1)}:forecast:`;
}

function summaryOf(months: readonly string[]): string {
  return $localize`:@@review-forecast.month.summary:END that came and that were forecast: ${months.join('; ')}:months:.`;
}

const MONTH = new Intl.DateTimeFormat(LOCALE, {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-03` → "Mar 2026". */
function monthWord(month: string): string {
  return MONTH.format(Date.parse(`${month}-01T00:00:00Z`));
}
