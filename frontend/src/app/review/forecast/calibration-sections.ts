import type { ForecastReview } from '@endwatch/contracts';
import { NBSP, percent } from '../../words/figures.ts';
import type { Point } from '../ui/plot-scale.ts';
import { namedAxis, roundAxis } from '../ui/plot.ts';
import { readRatio, readShare } from '../quality/readings.ts';
import { type Section, cellOf, nOf, plain } from '../quality/section.ts';

const asPercent = (value: number): string => `${String(Math.round(value * 100))}${NBSP}%`;
const diagonal = (to: number): Point[] => [
  [0, 0],
  [to, to],
];

export function calibrationSection({
  calibration,
  horizonHours,
  overall,
}: ForecastReview): Section {
  const { bins } = calibration;
  // A tenth that says nothing is in the table, not in the picture.
  const read = bins.map((bin) => {
    const share = { k: bin.ends, n: bin.n, value: bin.observed, ci95: bin.ci95 };
    return { bin, reading: readShare(share) };
  });
  const shown = read.filter(({ reading }) => !reading.tooFew);
  const most = Math.max(0.1, ...shown.flatMap(({ bin }) => [bin.predicted, bin.ci95[1]]));
  const axis = (label: string) => roundAxis(label, most, { words: asPercent });
  const section: Section = {
    heading: 'Does what is forecast come?',
    n: nOf(overall.forecasts, 'forecast'),
    counts: `All landmarks together (${overall.forecasts.toLocaleString('en')} forecasts of ${overall.patients.toLocaleString('en')} patients: a patient counts once for each hour, so intervals look surer than they are), in tenths by risk. Filled: END that came within ${String(horizonHours)} h, with its 95 % interval. On the thin line as many came as were forecast.`,
    table: {
      caption: 'Forecast and observed, by tenth of the forecasts',
      columns: ['Forecast from', 'to', 'Mean forecast', 'Observed', 'Forecasts', 'END'],
      rows: read.map(({ bin, reading }) => [
        ...[plain(percent(bin.from)), plain(percent(bin.to)), plain(percent(bin.predicted))],
        ...[cellOf({ ...reading, basis: null }), plain(bin.n), plain(bin.ends)],
      ]),
      empty: 'No forecast can be judged yet.',
    },
  };
  if (shown.length === 0) return { ...section, empty: 'Too few to judge: no tenth has enough.' };
  return {
    ...section,
    plot: {
      summary: `Mean forecast against observed share: ${shown.map(({ bin, reading }) => `${percent(bin.predicted)} forecast, ${reading.text} observed`).join('; ')}.`,
      x: axis('Forecast'),
      y: axis('Observed'),
      lines: [{ name: 'As forecast', look: 'guide', points: diagonal(axis('').to) }],
      marks: shown.map(({ bin, reading }) => ({
        look: 'fact',
        ...{ x: bin.predicted, y: bin.observed, low: bin.ci95[0], high: bin.ci95[1] },
        words: `Forecast ${percent(bin.predicted)}, observed ${reading.text} (${reading.basis ?? ''})`,
      })),
      bars: [],
      square: true,
    },
  };
}

export function monthSection({ months: { hour, rows } }: ForecastReview): Section {
  const most = Math.max(1, ...rows.flatMap(({ ends, expected }) => [ends, expected]));
  const names = rows.map(({ month }) => monthWord(month));
  return {
    heading: 'Does it stay right? END by month of admission',
    n: nOf(
      rows.reduce((sum, { patients }) => sum + patients, 0),
      'patient',
    ),
    counts: `One forecast for each patient: the one known at ${String(hour)} h. Filled: END that came. Hatched: END that were forecast.`,
    ...(rows.length === 0
      ? { empty: 'No month has a forecast that can be judged.' }
      : {
          plot: {
            summary: `END that came and that were forecast: ${rows.map(({ ends, expected }, n) => `${names[n] ?? ''} ${String(ends)} and ${expected.toFixed(1)}`).join('; ')}.`,
            x: namedAxis('Month of admission', names),
            y: roundAxis('END', most),
            ...{ lines: [], marks: [] },
            bars: rows.flatMap(({ ends, expected }, n) => [
              {
                look: 'fact' as const,
                ...{ from: n + 0.14, to: n + 0.48, y: ends },
                words: `${names[n] ?? ''}: ${String(ends)} END came`,
              },
              {
                look: 'forecast' as const,
                ...{ from: n + 0.52, to: n + 0.86, y: expected },
                words: `${names[n] ?? ''}: ${expected.toFixed(1)} END forecast`,
              },
            ]),
          },
        }),
    table: {
      caption: 'END observed and expected by month',
      columns: ['Month', 'Patients', 'END', 'Expected', 'Observed to expected'],
      rows: rows.map((row, n) => [
        ...[plain(names[n] ?? ''), plain(row.patients), plain(row.ends)],
        ...[plain(row.expected.toFixed(1)), cellOf(readRatio(row.observedToExpected))],
      ]),
      empty: 'No month has a forecast that can be judged.',
    },
  };
}

const MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-03` → "Mar 2026". */
function monthWord(month: string): string {
  return MONTH.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** Thresholds that the folded table names; the curve has every per cent. */
const NAMED: ReadonlySet<number> = new Set([5, 10, 15, 20, 30, 40, 50]);
/** Fewer END make a curve of steps. */
const FEWEST_ENDS = 10;

export function decisionSection({ decisionCurve, overall, policy }: ForecastReview): Section {
  const section: Section = {
    heading: 'Is it worth acting on?',
    n: nOf(overall.forecasts, 'forecast'),
    counts: `All landmarks together. Net benefit of looking after whoever’s risk reaches the threshold: END found, minus those looked at for nothing, weighed by the threshold; per 100 patients. Above both thin lines the forecast is worth more than treating everybody alike. Today’s threshold: ${percent(policy.on)}.`,
    table: {
      caption: 'Net benefit per 100 patients',
      columns: ['Threshold', 'By the forecast', 'Everybody', 'Nobody'],
      rows: decisionCurve
        .filter(({ threshold }) => NAMED.has(Math.round(threshold * 100)))
        .map((point) => [
          plain(percent(point.threshold)),
          ...[point.model, point.everybody, point.nobody].map((benefit) =>
            plain((benefit * 100).toFixed(1)),
          ),
        ]),
      empty: 'No forecast can be judged yet.',
    },
  };
  if (overall.ends < FEWEST_ENDS) {
    return {
      ...{ heading: section.heading, n: section.n, counts: section.counts },
      empty: `Too few to judge: ${String(overall.ends)} forecasts that END followed, fewer than ${String(FEWEST_ENDS)}.`,
    };
  }
  const best = Math.max(...decisionCurve.map(({ model, everybody }) => Math.max(model, everybody)));
  const least = -best / 3;
  const of = (pick: 'model' | 'everybody' | 'nobody'): Point[] =>
    decisionCurve
      .filter((point) => point[pick] >= least)
      .map((point) => [point.threshold, point[pick] * 100]);
  const y = roundAxis('Net benefit per 100', best * 100);
  return {
    ...section,
    plot: {
      summary: `Net benefit by threshold, 1 to 60 %. At today’s threshold of ${percent(policy.on)} the forecast is worth ${benefitAt(decisionCurve, policy.on)} per 100 patients.`,
      x: roundAxis('Threshold', 0.6, { about: 6, words: asPercent }),
      y: { ...y, from: least * 100 },
      lines: [
        { name: 'Everybody', look: 'guide', points: of('everybody') },
        { name: 'Nobody', look: 'guide', points: of('nobody') },
        {
          ...{ name: 'Today', look: 'limit' },
          points: [
            [policy.on, least * 100],
            [policy.on, y.to],
          ],
        },
        { name: 'By the forecast', look: 'forecast', points: of('model') },
      ],
      ...{ marks: [], bars: [] },
    },
  };
}

function benefitAt(curve: ForecastReview['decisionCurve'], on: number): string {
  const nearest = curve.toSorted(
    (a, b) => Math.abs(a.threshold - on) - Math.abs(b.threshold - on),
  )[0];
  return ((nearest?.model ?? 0) * 100).toFixed(1);
}
