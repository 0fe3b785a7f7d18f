import { at, ratio } from '../sequence.ts';
import { DEFAULT_HAZARD_EDGES } from './hazard-intervals.ts';

/** Time to event or censoring, hours since admission. */
export interface FollowUp {
  readonly time: number;
  readonly event: boolean;
}

/** Columns of equal length: one row for each interval a subject was at risk in. */
export interface PersonPeriodRows {
  readonly subject: number[];
  readonly interval: number[];
  /** 1 where the event fell into that interval. */
  readonly y: number[];
}

/** Column `landmark` is the hour a row is seen from, `fraction` how much of the interval was still ahead then. */
export interface LandmarkRows extends PersonPeriodRows {
  readonly landmark: number[];
  readonly fraction: number[];
}

/**
 * Outcome of each interval: 0 at risk without event, 1 event, null not observed. An interval that holds a censoring time contributes
 * nothing; an event past the last edge is a full row of zeros.
 */
export function intervalOutcomes(
  { time, event }: FollowUp,
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): (0 | 1 | null)[] {
  return edges.slice(1).map((to, j) => {
    const from = at(edges, j);
    if (time >= to) return event && time === to ? 1 : 0;
    return event && (time > from || j === 0) ? 1 : null;
  });
}

export function personPeriod(
  followUps: readonly FollowUp[],
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): PersonPeriodRows {
  const rows: PersonPeriodRows = { subject: [], interval: [], y: [] };
  followUps.forEach((followUp, subject) => {
    intervalOutcomes(followUp, edges).forEach((y, interval) => {
      if (y === null) return;
      rows.subject.push(subject);
      rows.interval.push(interval);
      rows.y.push(y);
    });
  });
  return rows;
}

/** Events over subjects at risk in each interval: the maximum likelihood hazard; null where nobody was at risk. */
export function hazardTable(
  rows: PersonPeriodRows,
  intervals: number,
): { atRisk: number[]; events: number[]; hazard: (number | null)[] } {
  const atRisk = new Array<number>(intervals).fill(0);
  const events = new Array<number>(intervals).fill(0);
  rows.interval.forEach((interval, row) => {
    atRisk[interval] = at(atRisk, interval) + 1;
    events[interval] = at(events, interval) + at(rows.y, row);
  });
  return { atRisk, events, hazard: atRisk.map((n, j) => ratio(at(events, j), n)) };
}

/** Rows as seen from each landmark: only subjects still at risk then, only intervals that end after it. Ordered by subject, landmark, interval. */
export function landmarkPersonPeriod(
  followUps: readonly FollowUp[],
  landmarks: readonly number[],
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): LandmarkRows {
  const rows: LandmarkRows = { subject: [], landmark: [], interval: [], y: [], fraction: [] };
  followUps.forEach((followUp, subject) => {
    const outcomes = intervalOutcomes(followUp, edges);
    for (const landmark of landmarks) {
      if (followUp.time <= landmark) continue;
      outcomes.forEach((y, interval) => {
        const to = at(edges, interval + 1);
        if (y === null || to <= landmark) return;
        const from = at(edges, interval);
        rows.subject.push(subject);
        rows.landmark.push(landmark);
        rows.interval.push(interval);
        rows.y.push(y);
        rows.fraction.push((to - Math.max(from, landmark)) / (to - from));
      });
    }
  });
  return rows;
}
