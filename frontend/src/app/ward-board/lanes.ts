import type { EpochMs } from '@endwatch/clinical';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { needsSomebody } from '../words/alert-words.ts';
import { compareBeds } from './order-rows.ts';

export type LaneName = 'end' | 'alert' | 'risk' | 'due' | 'quiet';

export interface Lane {
  readonly name: LaneName;
  readonly title: string;
  /** What it rests on: something seen, something foretold, or something to be done. */
  readonly kind: 'fact' | 'forecast' | 'task';
  readonly hint: string;
}

/** From left to right, most urgent first. A patient is in the first that fits. */
export const LANES: readonly Lane[] = [
  {
    ...{ name: 'end', title: $localize`:@@board.lane.end:END confirmed`, kind: 'fact' },
    hint: $localize`:@@board.lane.end-hint:Deterioration was seen: the NIHSS has risen`,
  },
  {
    ...{ name: 'alert', title: $localize`:@@board.lane.alert:Open alert`, kind: 'fact' },
    hint: $localize`:@@board.lane.alert-hint:A high alert, or an END to be confirmed, that nobody has taken`,
  },
  {
    ...{ name: 'risk', title: $localize`:@@board.lane.risk:Risk high`, kind: 'forecast' },
    hint: $localize`:@@board.lane.risk-hint:Forecast: may get worse in the next 24 h`,
  },
  {
    ...{ name: 'due', title: $localize`:@@board.lane.due:Examination due`, kind: 'task' },
    hint: $localize`:@@board.lane.due-hint:NIHSS is to be charted`,
  },
  {
    ...{ name: 'quiet', title: $localize`:@@board.lane.quiet:Quiet`, kind: 'task' },
    hint: $localize`:@@board.lane.quiet-hint:Nothing of these`,
  },
];

/** Where one patient belongs. Facts before forecasts: whoever has got worse is not shown as somebody who might. */
export function laneOf(row: BoardRow, now: EpochMs): LaneName {
  if (row.end.status === 'confirmed') return 'end';
  const open = row.alerts.filter(needsSomebody);
  if (open.some(isUrgent)) return 'alert';
  if (row.risk?.band === 'high' || open.some(isForetold)) return 'risk';
  return isDue(row, now) ? 'due' : 'quiet';
}

/** A forecast is no fact, and what is to be examined has a lane of its own. */
function isUrgent(alert: Alert): boolean {
  const { priority, kind } = alert;
  if (priority === 'high' || kind === 'end-confirmed') return true;
  return priority === 'medium' && !isForecast(alert) && kind !== 'examination-overdue';
}

/** Its alert waits still, though the band has gone down since. */
function isForetold(alert: Alert): boolean {
  return alert.priority === 'medium' && isForecast(alert);
}

function isForecast({ kind }: Alert): boolean {
  return kind === 'risk-high' || kind === 'risk-rising';
}

function isDue({ nihss, alerts }: BoardRow, now: EpochMs): boolean {
  if (nihss.nextDueAt !== null && Date.parse(nihss.nextDueAt) <= now) return true;
  return alerts.some(({ kind }) => kind === 'examination-overdue');
}

/** Patient ids of each lane. */
export type Lanes = Readonly<Record<LaneName, readonly string[]>>;

/** Each patient in exactly one lane; within a lane in the order of the beds, which stands still. */
export function fillLanes(rows: readonly BoardRow[], now: EpochMs): Lanes {
  const lanes: Record<LaneName, string[]> = { end: [], alert: [], risk: [], due: [], quiet: [] };
  for (const row of rows.toSorted(compareBeds)) lanes[laneOf(row, now)].push(row.patientId);
  return lanes;
}

/** The lanes to show while a hand is at work: nobody changes lanes or places, the gone go, the new come last in theirs. */
export function holdLanes(shown: Lanes, wanted: Lanes): Lanes {
  const there = new Set(LANES.flatMap(({ name }) => wanted[name]));
  const known = new Set(LANES.flatMap(({ name }) => shown[name]));
  return eachLane((name) => [
    ...shown[name].filter((id) => there.has(id)),
    ...wanted[name].filter((id) => !known.has(id)),
  ]);
}

export function sameLanes(a: Lanes, b: Lanes): boolean {
  return LANES.every(({ name }) => a[name].join('\n') === b[name].join('\n'));
}

/** The lanes without those patients that are not to be shown. */
export function keepInLanes(lanes: Lanes, keep: (patientId: string) => boolean): Lanes {
  return eachLane((name) => lanes[name].filter(keep));
}

function eachLane(fill: (name: LaneName) => readonly string[]): Lanes {
  return {
    end: fill('end'),
    alert: fill('alert'),
    risk: fill('risk'),
    due: fill('due'),
    quiet: fill('quiet'),
  };
}
