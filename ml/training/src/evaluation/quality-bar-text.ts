import type { BarOfCohort, QualityBar, Range } from './quality-bar.ts';
import { BARS } from './quality-bar.ts';

const digits = (value: number | null, n = 3): string => value?.toFixed(n) ?? '–';
const mark = (met: boolean): string => (met ? '' : ' ✗');

/** Mean, and in brackets least and greatest; of one cohort there is no range. */
function spread(value: number | null, range: Range, n = 3): string {
  if (range === null || range[0] === range[1]) return digits(value, n);
  return `${digits(value, n)} (${range.map((one) => digits(one, n)).join('–')})`;
}

const TITLES = { next24h: 'next 24 h', by48h: 'by 48 h', by7d: 'by 7 days' } as const;

/** The bar as Markdown: a table that a person reads, `✗` behind what is not met. */
export function qualityBarText(
  bar: QualityBar,
  about: {
    readonly statement: string;
    readonly command: string;
    readonly cohorts: readonly BarOfCohort[];
  },
): string {
  const { cohorts } = about;
  const lines = bar.lines.map(
    ({ horizon, hour, events, auc, oracleAuc, attained, slope, eo, ranges, met }) =>
      `| ${TITLES[horizon]} | ${String(hour)} | ${String(events)} | ${spread(auc, ranges.auc)} | ${spread(oracleAuc, ranges.oracleAuc)} | ${digits(attained, 2)}${mark(met.attained)} | ${spread(slope, ranges.slope, 2)}${mark(met.slope)} | ${spread(eo, ranges.eo, 2)}${mark(met.eo)} |`,
  );
  const rivals = bar.rivals.map(
    ({ rival, difference, range, greatestP, met }) =>
      `| ${rival} | ${spread(difference, range)} | ${greatestP?.toExponential(1) ?? '–'}${mark(met)} |`,
  );
  const patients = cohorts.map((one) => one.patients);
  return [
    '# What the model reaches on patients it never saw',
    '',
    `${String(cohorts.length)} cohorts of ${String(Math.min(...patients))} patients and more, seeds ${cohorts.map(({ seed }) => seed).join(', ')}. ${about.statement}`,
    '',
    `\`${about.command}\``,
    '',
    `Means over the cohorts, which are what is held against the bar; in brackets least and greatest. Wanted: of the attainable, (AUC − .5) / (AUC of the true hazard − .5), ${String(BARS.leastAttained)} or more; calibration slope ${BARS.slope.join('–')}; expected over observed ${BARS.expectedToObserved.join('–')}. ✗ = not met. Areas and E:O are weighted for follow-up that stopped before the horizon (Uno 2007; Kaplan-Meier); the slope is of those whose outcome is known.`,
    '',
    '| END | hour | END, all cohorts | AUC | true hazard | of the attainable | slope | E:O |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    ...(rivals.length === 0
      ? []
      : [
          '',
          `Concat-Fusion against one kind of input alone, at admission; wanted: greatest p of the paired DeLong tests below ${String(BARS.p)}.`,
          '',
          '| against | difference of AUC | greatest p |',
          '| --- | --- | --- |',
          ...rivals,
        ]),
    '',
  ].join('\n');
}
