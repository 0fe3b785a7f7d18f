import type { ModelThresholds } from '@endwatch/ml-model';
import { alertYield as yieldOf, at, quantile, ratio, wilsonInterval } from '@endwatch/statistics';
import type { FollowUp, Interval } from '@endwatch/statistics';
import { FIRST_TELLING_HOUR } from '../settings.ts';
import type { Stay } from '../stay-rows.ts';
import type { Cell, Column, LineFigure, Point, Section, Table } from './document.ts';
import type { Judgement } from './judgement.ts';

/** Live risks of one stay in order of the hour. */
interface Watched {
  readonly followUp: FollowUp;
  readonly risks: readonly { readonly hour: number; readonly next24h: number }[];
}

/** Once an alert is open the risk must fall below this share of the threshold to end it; the next rise is a new alert. */
const HYSTERESIS = 0.8;

/** Hours at which an alert would have been raised. */
export function alertHours({ risks }: Watched, threshold: number): number[] {
  const hours: number[] = [];
  let open = false;
  for (const { hour, next24h } of risks) {
    if (!open && next24h >= threshold) {
      hours.push(hour);
      open = true;
    } else if (open && next24h < HYSTERESIS * threshold) open = false;
  }
  return hours;
}

export function watched({ scored }: Pick<Judgement, 'scored'>): Watched[] {
  const byStay = new Map<Stay, { hour: number; next24h: number }[]>();
  for (const { stay, snapshot, output } of scored.landmarks) {
    if (snapshot.hour < FIRST_TELLING_HOUR) continue;
    const risks = byStay.get(stay) ?? [];
    risks.push({ hour: snapshot.hour, next24h: output.next24h });
    byStay.set(stay, risks);
  }
  return Array.from(byStay, ([{ followUp }, risks]) => ({
    followUp,
    risks: risks.sort((a, b) => a.hour - b.hour),
  }));
}

/** What a threshold costs and brings. */
export interface AlertYield {
  readonly alerts: number;
  readonly per100Days: number;
  /** Share of the patients with END who had an alert before it. */
  readonly sensitivity: number | null;
  readonly sensitivityCi95: Interval | null;
  /** Alerts of which follow-up does not tell: in no share. */
  readonly undecided: number;
  /** Share of the others that END followed within 24 h. */
  readonly followed: number | null;
  readonly followedCi95: Interval | null;
  /** Hours from the first alert to the charting of END: median and quartiles of those who had one. */
  readonly lead: number | null;
  readonly leadQuartiles: Interval | null;
}

export function alertYield(stays: readonly Watched[], threshold: number): AlertYield {
  const found = yieldOf(
    stays.map((stay) => ({
      alertHours: alertHours(stay, threshold),
      endHour: stay.followUp.event ? stay.followUp.time : null,
      observedHours: stay.followUp.time,
      seenHours: stay.followUp.time,
    })),
  );
  const { alerts, ends, warned, followed, undecided, leads } = found;
  return {
    alerts,
    per100Days: found.per100Days ?? 0,
    sensitivity: ratio(warned, ends),
    sensitivityCi95: wilsonInterval(warned, ends),
    undecided,
    followed: ratio(followed, alerts - undecided),
    followedCi95: found.once ? wilsonInterval(followed, alerts - undecided) : null,
    lead: leads.length === 0 ? null : quantile(leads, 0.5),
    leadQuartiles: leads.length === 0 ? null : [quantile(leads, 0.25), quantile(leads, 0.75)],
  };
}

const GRID: readonly number[] = Array.from({ length: 12 }, (_, i) => 0.05 * (i + 1));

/** The thresholds in service, and a grid round them. */
function thresholdsOf({ medium, high }: ModelThresholds): { threshold: number; name: string }[] {
  const named = [
    { threshold: medium, name: 'medium band' },
    { threshold: high, name: 'high band: raises the alert' },
  ];
  const grid = GRID.filter((t) => named.every(({ threshold }) => Math.abs(threshold - t) > 1e-9));
  return [...named, ...grid.map((threshold) => ({ threshold, name: '' }))].sort(
    (a, b) => a.threshold - b.threshold,
  );
}

const COLUMNS: readonly Column[] = [
  { key: 'threshold', label: 'risk within 24 h from', format: 'ratio' },
  { key: 'name', label: 'in service', format: 'text' },
  { key: 'alerts', label: 'alerts', format: 'count' },
  { key: 'per100Days', label: 'alerts per 100 patient-days', format: 'points' },
  { key: 'sensitivity', label: 'END with an alert before', format: 'share' },
  { key: 'sensitivityCi95', label: '95 % CI', format: 'share' },
  { key: 'undecided', label: 'alerts of which nobody knows', format: 'count' },
  { key: 'followed', label: 'of the others, END within 24 h', format: 'share' },
  { key: 'followedCi95', label: '95 % CI', format: 'share' },
  { key: 'lead', label: 'lead time, median', format: 'hours' },
  { key: 'leadQuartiles', label: 'quartiles', format: 'hours' },
];

function burdenFigure(table: Table): LineFigure {
  const points = table.rows.map(({ per100Days, sensitivity, sensitivityCi95 }) => ({
    point: [Number(per100Days), Number(sensitivity ?? 0)] as Point,
    limits: sensitivityCi95 as Interval | null,
  }));
  const most = Math.max(10, ...points.map(({ point }) => at(point, 0)));
  return {
    id: 'alerts-burden',
    kind: 'lines',
    title: 'Alerts per 100 patient-days against END that had an alert before it',
    n: table.n,
    population: table.population,
    notes: ['A point for each threshold of the table, the lowest on the right.'],
    x: {
      label: 'alerts per 100 patient-days',
      from: 0,
      to: Math.ceil(most / 10) * 10,
      format: 'count',
    },
    y: { label: 'END with an alert before', from: 0, to: 1, format: 'share' },
    series: [
      {
        name: 'threshold',
        kind: 'points',
        points: points.map(({ point }) => point),
        limits: points.map(({ limits }) => limits),
      },
    ],
    diagonal: false,
  };
}

/** How early the live model would have warned, and how often it would have rung. */
export function alertSection(judgement: Judgement): Section {
  const stays = watched(judgement);
  const table: Table = {
    id: 'alerts-thresholds',
    title: 'Lead time before END and burden of alerts, by threshold',
    n: stays.length,
    population: `${judgement.population}, still followed and without END at 3 h, from admission to END, departure or 7 days`,
    notes: [
      'Scores are looked at at the landmark hours only, from the first at which anything has arrived (3, 6, 12, 24, 36, 48, 72, 96, 120 h). The board rescores with every value that arrives: it rings earlier and somewhat more often.',
      `An alert ends when the risk falls below ${String(HYSTERESIS)} of the threshold; the next rise is a new one. Lead time runs from the first alert to the examination that showed END, in those who had an alert. Intervals: Wilson; the share of the alerts has none where a patient had several.`,
    ],
    columns: COLUMNS,
    rows: thresholdsOf(judgement.artefact.config.thresholds).map(
      ({ threshold, name }): Record<string, Cell> => ({
        threshold,
        name,
        ...alertYield(stays, threshold),
      }),
    ),
  };
  return {
    id: 'alerts',
    title: 'Alerts: how early, and how many',
    text: [],
    tables: [table],
    figures: [burdenFigure(table)],
  };
}
