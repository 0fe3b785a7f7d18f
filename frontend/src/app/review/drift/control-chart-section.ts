import type { CalibrationWeek, DriftReview } from '@endwatch/contracts';
import { day } from '../../words/ages.ts';
import { fixed, measured, whole } from '../../words/figures.ts';
import { nOf, stays as staysOf, weeks as weeksOf } from '../counts.ts';
import { type PlotLine, namedAxis, roundAxis } from '../ui/plot.ts';
import { readRatio } from '../quality/readings.ts';
import { type Cell, type Fact, type Section, cellOf, plain } from '../quality/section.ts';

const NO_WEEK = $localize`:@@review-drift.chart.no-week:No week is followed for 7 days yet.`;
const ALARM = $localize`:@@review-drift.chart.alarm:Alarm`;

/** END by week beside those forecast, and the evidence that they part. */
export function chartSection({ calibration }: DriftReview): Section {
  const { weeks, limit, ratio, alarm } = calibration;
  const section: Section = {
    facts: alarmFacts(calibration),
    heading: $localize`:@@review-drift.chart.title:Do as many END come as are forecast?`,
    n: nOf(staysOf(weeks.reduce((sum, { stays }) => sum + stays, 0))),
    counts: $localize`:@@review-drift.chart.counts:All admissions of the house by week of the forecast, followed for 7 days. Evidence grows while END come ${measured(ratio)}:ratio: times as often as forecast (or as much less often) and shrinks otherwise; at ${measured(limit)}:limit: it is an alarm, administrators are told, and it begins at 0 again. ${alarmWords(alarm)}:alarm:`,
    table: {
      caption: $localize`:@@review-drift.chart.table:END observed and expected by week, and the control chart`,
      columns: [
        $localize`:@@review-drift.chart.week:Week of`,
        ...[$localize`:@@review-drift.chart.stays:Stays`, 'END'],
        $localize`:@@review-forecast.expected:Expected`,
        $localize`:@@review-forecast.observed-to-expected:Observed to expected`,
        $localize`:@@review-drift.chart.more:More`,
        $localize`:@@review-drift.chart.fewer:Fewer`,
      ],
      rows: weeks.map(weekRow),
      empty: NO_WEEK,
    },
  };
  if (weeks.length === 0) return { ...section, empty: NO_WEEK };
  const arm = (name: string, pick: 'more' | 'fewer'): PlotLine => ({
    name,
    look: pick === 'more' ? 'fact' : 'middle',
    points: weeks.map((week, n) => [n + 0.5, week[pick]]),
  });
  const most = Math.max(limit, ...weeks.flatMap(({ more, fewer }) => [more, fewer]));
  return {
    ...section,
    plot: {
      summary: summaryOf(calibration),
      x: namedAxis(
        $localize`:@@review-drift.chart.axis:Week of the forecast`,
        weeks.map(({ week }) => day(Date.parse(week))),
      ),
      y: roundAxis($localize`:@@review-drift.chart.evidence:Evidence`, most * 1.1),
      lines: [
        {
          ...{
            name: $localize`:@@review-drift.chart.limit:Limit ${measured(limit)}:limit:`,
            look: 'limit',
          },
          points: [
            [0, limit],
            [weeks.length, limit],
          ],
        },
        arm($localize`:@@review-drift.chart.fewer-than:Fewer than forecast`, 'fewer'),
        arm($localize`:@@review-drift.chart.more-than:More than forecast`, 'more'),
      ],
      marks: weeks.flatMap((week, n) => (week.alarm === null ? [] : [alarmMark(week, n)])),
      bars: [],
    },
  };
}

/** The newest alarm and what it rests on. */
function alarmFacts({ weeks, alarm }: DriftReview['calibration']): Fact[] {
  const week = weeks.find((one) => one.week === alarm?.week);
  if (!alarm || !week) return [];
  const text =
    alarm.direction === 'more'
      ? $localize`:@@review-drift.chart.more-came:More END than forecast`
      : $localize`:@@review-drift.chart.fewer-came:Fewer END than forecast`;
  const [from, expected] = [day(Date.parse(week.week)), fixed(week.expected, 1)];
  const basis = $localize`:@@review-drift.chart.alarm-basis:week of ${from}:week:: ${whole(week.ends)}:ends: END in ${staysOf(week.stays)}:stays:, ${expected}:expected: expected; evidence ${fixed(week[alarm.direction], 1)}:evidence:`;
  return [
    {
      name: $localize`:@@review-drift.chart.newest:Newest alarm of the control chart`,
      reading: { text, interval: null, basis, tooFew: false },
    },
  ];
}

function alarmMark(week: CalibrationWeek, n: number) {
  const direction = week.alarm ?? 'more';
  return {
    ...{ look: 'fact' as const, x: n + 0.5, y: week[direction], name: ALARM },
    // Below it the line of the limit ends.
    above: true as const,
    words: markWords(direction, day(Date.parse(week.week))),
  };
}

function markWords(direction: 'more' | 'fewer', week: string): string {
  return direction === 'more'
    ? $localize`:@@review-drift.chart.mark-more:Week of ${week}:week:: alarm, more END than forecast`
    : $localize`:@@review-drift.chart.mark-fewer:Week of ${week}:week:: alarm, fewer END than forecast`;
}

function alarmWords(alarm: DriftReview['calibration']['alarm']): string {
  if (alarm === null) return $localize`:@@review-drift.chart.no-alarm:There has been no alarm.`;
  const week = day(Date.parse(alarm.week));
  return alarm.direction === 'more'
    ? $localize`:@@review-drift.chart.newest-more:Newest alarm: more END than forecast, week of ${week}:week:.`
    : $localize`:@@review-drift.chart.newest-fewer:Newest alarm: fewer END than forecast, week of ${week}:week:.`;
}

function summaryOf({ weeks, alarm, limit }: DriftReview['calibration']): string {
  const [more, fewer] = [weeks.at(-1)?.more ?? 0, weeks.at(-1)?.fewer ?? 0];
  return $localize`:@@review-drift.chart.summary:Control chart of ${weeksOf(weeks.length)}:weeks:. ${alarmWords(alarm)}:alarm: Newest week: ${fixed(more, 2)}:more: for more, ${fixed(fewer, 2)}:fewer: for fewer, limit ${measured(limit)}:limit:.`;
}

function weekRow(week: CalibrationWeek): Cell[] {
  return [
    ...[plain(day(Date.parse(week.week))), plain(week.stays), plain(week.ends)],
    plain(fixed(week.expected, 1)),
    cellOf(readRatio(week.observedToExpected, { ends: week.ends, others: week.stays - week.ends })),
    ...(['more', 'fewer'] as const).map((direction) => ({
      text: fixed(week[direction], 2),
      ...(week.alarm === direction ? { small: ALARM } : {}),
    })),
  ];
}
