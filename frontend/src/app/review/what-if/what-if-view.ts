import type { ReviewPolicy, WhatIfFigures, WhatIfReview } from '@endwatch/contracts';
import { NBSP, fixed, measured, percent, signedFixed } from '../../words/figures.ts';
import { type Plot, roundAxis } from '../ui/plot.ts';
import { NONE, type Reading, readNumber, readShare, readSpread } from '../quality/readings.ts';
import { type TableModel, cellOf, plain } from '../quality/section.ts';

/** One measure under both policies. */
interface Measure {
  readonly name: string;
  readonly read: (figures: WhatIfFigures) => Reading;
  /** What the difference is taken of; null where it is not known. */
  readonly value: (figures: WhatIfFigures) => number | null;
  readonly difference: (by: number) => string;
}

const points = (by: number): string =>
  $localize`:@@review-what-if.points:${signedBy(by * 100, 0)}:by:\u00a0points`;
const number = (by: number): string => signedBy(by, 1);
const hours = (by: number): string => `${signedBy(by, 1)}${NBSP}h`;

const TODAY = $localize`:@@review-what-if.today:Today`;
const TRIED = $localize`:@@review-what-if.tried:Tried`;
const PER_100 = $localize`:@@review-what-if.measure.per-100:Alerts per 100 patient-days`;

const MEASURES: readonly Measure[] = [
  {
    name: $localize`:@@review-what-if.measure.alerts:Alerts in all`,
    read: ({ alerts }) => readNumber(alerts),
    ...{ value: ({ alerts }) => alerts, difference: (by) => signedBy(by, 0) },
  },
  {
    name: PER_100,
    read: ({ per100PatientDays }) => readNumber(per100PatientDays),
    ...{ value: ({ per100PatientDays }) => per100PatientDays, difference: number },
  },
  {
    name: $localize`:@@review-what-if.measure.per-day:New alerts a day for 35 patients`,
    read: ({ perDayFor35 }) => readNumber(perDayFor35),
    ...{ value: ({ perDayFor35 }) => perDayFor35, difference: number },
  },
  {
    name: $localize`:@@review-what-if.measure.ppv:Alerts that END followed within 24 h (PPV)`,
    read: ({ ppv }) => readShare(ppv),
    ...{ value: ({ ppv }) => ppv.value, difference: points },
  },
  {
    name: $localize`:@@review-what-if.measure.sensitivity:END with an alert before it (sensitivity)`,
    read: ({ sensitivity }) => readShare(sensitivity),
    ...{ value: ({ sensitivity }) => sensitivity.value, difference: points },
  },
  {
    name: $localize`:@@review-what-if.measure.lead:Lead time before END`,
    read: ({ leadHours }) => readSpread(leadHours, 'h'),
    ...{ value: ({ leadHours }) => leadHours.median, difference: hours },
  },
  {
    name: $localize`:@@review-what-if.measure.6h:First alert at least 6 h before END`,
    read: ({ atLeast6h }) => readShare(atLeast6h),
    ...{ value: ({ atLeast6h }) => atLeast6h.value, difference: points },
  },
  {
    name: $localize`:@@review-what-if.measure.missed:END missed: no alert before it`,
    read: ({ missedEnds }) => readNumber(missedEnds),
    ...{ value: ({ missedEnds }) => missedEnds, difference: (by) => signedBy(by, 0) },
  },
];

/** "+3", "−0.5", "no difference". */
function signedBy(by: number, digits: number): string {
  const words = signedFixed(by, digits);
  return words === fixed(0, digits) ? '±0' : words;
}

/** Each measure under today's policy, under the one tried, and the difference; none where either is too few to judge. */
export function comparison(asked: WhatIfFigures, today: WhatIfFigures): TableModel {
  return {
    caption: $localize`:@@review-what-if.comparison:The policy that is tried beside today’s, on the same stored scores`,
    columns: ['', TODAY, TRIED, $localize`:@@review-what-if.difference:Difference`],
    rows: MEASURES.map(({ name, read, value, difference }) => {
      const [now, then] = [read(today), read(asked)];
      const [from, to] = [value(today), value(asked)];
      const isKnown = from !== null && to !== null && !now.tooFew && !then.tooFew;
      return [
        plain(name),
        cellOf(now),
        cellOf(then),
        plain(isKnown ? difference(to - from) : NONE),
      ];
    }),
    empty: '',
  };
}

/** "Rings from 30 %, ends below 20 %, after 15 min, again after a rise of 10 points". */
export function policyWords({ on, off, minimumMinutes, risingBy }: ReviewPolicy): string {
  const wait =
    minimumMinutes === 0
      ? $localize`:@@review-what-if.policy.at-once:at once`
      : $localize`:@@review-what-if.policy.after:after ${measured(minimumMinutes)}:minutes:\u00a0min`;
  const again =
    risingBy === null
      ? $localize`:@@review-what-if.policy.never:never again`
      : $localize`:@@review-what-if.policy.again:again after a rise of ${measured(risingBy * 100)}:points: points`;
  return $localize`:@@review-what-if.policy:Rings from ${finePercent(on)}:on:, ends below ${finePercent(off)}:off:, ${wait}:wait:, ${again}:again:`;
}

/** With one decimal where there is one: a threshold is set, not estimated. */
export function finePercent(value: number): string {
  return `${measured(value * 100)}${NBSP}%`;
}

/** The trade as a picture: what share of END is found at what number of alerts; null where nothing can be said. */
export function tradePlot({ curve, asked, today }: WhatIfReview): Plot | null {
  const spots = (curve ?? []).flatMap(spotOf).toSorted((a, b) => a.x - b.x);
  const [tried, now] = [spotOf(asked)[0], spotOf(today)[0]];
  if (spots.length < 2 || !tried || !now || readShare(asked.sensitivity).tooFew) return null;
  const asPercent = (value: number): string => `${String(Math.round(value * 100))}${NBSP}%`;
  // Thresholds that ring without end would squeeze all others to the edge.
  const most = Math.max(3 * Math.max(tried.x, now.x), spots[0]?.x ?? 0, 1);
  const shown = spots.filter(({ x }) => x <= most);
  return {
    summary: tradeSummary(now, tried),
    x: roundAxis(PER_100, Math.min(most, spots.at(-1)?.x ?? most)),
    y: roundAxis($localize`:@@review-what-if.trade.found:END with an alert before`, 1, {
      about: 5,
      words: asPercent,
    }),
    lines: [
      {
        name: $localize`:@@review-what-if.trade.others:Other thresholds`,
        look: 'guide',
        points: shown.map(({ x, y }) => [x, y]),
      },
    ],
    marks: [
      { ...now, look: 'fact', name: TODAY, words: markWords(TODAY, now) },
      { ...tried, look: 'forecast', name: TRIED, words: markWords(TRIED, tried) },
    ],
    bars: [],
  };
}

type Point = ReturnType<typeof spotOf>[number];

function markWords(policy: string, { y }: Point): string {
  return $localize`:@@review-what-if.trade.mark:${policy}:policy:: ${percent(y)}:share: of END`;
}

function tradeSummary(now: Point, tried: Point): string {
  return $localize`:@@review-what-if.trade.summary:END found against alerts per 100 patient-days. Today: ${percent(now.y)}:today: at ${measured(now.x)}:todayAlerts:. Tried: ${percent(tried.y)}:tried: at ${measured(tried.x)}:triedAlerts:.`;
}

type Spot = Pick<WhatIfFigures, 'per100PatientDays' | 'sensitivity'>;

function spotOf({
  per100PatientDays: x,
  sensitivity: { value: y },
}: Spot): { x: number; y: number }[] {
  return x === null || y === null ? [] : [{ x, y }];
}

/** The curve in figures. */
export function tradeTable({ curve }: WhatIfReview): TableModel {
  return {
    caption: $localize`:@@review-what-if.trade.table:What other thresholds would have brought`,
    columns: [
      ...[$localize`:@@review-what-if.trade.threshold:Threshold`, PER_100],
      ...[$localize`:@@review-what-if.trade.sensitivity:Sensitivity`, 'PPV'],
      $localize`:@@review-what-if.trade.missed:END missed`,
    ],
    rows: (curve ?? []).map(({ policy, per100PatientDays, sensitivity, ppv, missedEnds }) => [
      plain(finePercent(policy.on)),
      ...[readNumber(per100PatientDays), readShare(sensitivity), readShare(ppv)].map(cellOf),
      plain(missedEnds),
    ]),
    empty: $localize`:@@review-what-if.trade.none:There is no curve.`,
  };
}
