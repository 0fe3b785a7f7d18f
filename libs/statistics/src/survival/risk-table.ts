import { assertAligned, at } from '../sequence.ts';

/** Follow-up of a group as columns of equal length: hours to event or censoring, and 1 where it was the event. */
export interface SurvivalColumns {
  readonly time: readonly number[];
  readonly event: readonly number[];
}

/** What happens at one distinct time. At equal times events come before censorings. */
export interface RiskRow {
  readonly time: number;
  /** Subjects with time ≥ this one. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** Indices of `values` from small to large. */
export function ascending(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((i, j) => at(values, i) - at(values, j));
}

/** Indices grouped by equal value, from small to large. */
export function groupsInOrder(values: readonly number[]): number[][] {
  const groups: number[][] = [];
  let last = Number.NaN;
  for (const i of ascending(values)) {
    const value = at(values, i);
    if (value === last) groups.at(-1)?.push(i);
    else groups.push([i]);
    last = value;
  }
  return groups;
}

/** One row for each distinct time. */
export function riskTable({ time, event }: SurvivalColumns): RiskRow[] {
  assertAligned(time, event);
  let atRisk = time.length;
  return groupsInOrder(time).map((members) => {
    const events = members.filter((i) => at(event, i) === 1).length;
    const row = {
      time: at(time, at(members, 0)),
      ...{ atRisk, events, censored: members.length - events },
    };
    atRisk -= members.length;
    return row;
  });
}

/** The last row at or before `t`; null before the first. Rows in order of time. */
export function rowAt<Row extends { readonly time: number }>(
  rows: readonly Row[],
  t: number,
): Row | null {
  return lastRow(rows, ({ time }) => time <= t);
}

/** The last row before `t`; null where there is none. Rows in order of time. */
export function rowBefore<Row extends { readonly time: number }>(
  rows: readonly Row[],
  t: number,
): Row | null {
  return lastRow(rows, ({ time }) => time < t);
}

/** Of the rows for which `reached` holds, which are the first ones. */
function lastRow<Row>(rows: readonly Row[], reached: (row: Row) => boolean): Row | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(at(rows, middle))) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1] ?? null;
}

export interface NumberAtRisk {
  readonly time: number;
  readonly atRisk: number;
  /** Events with time ≤ this one. */
  readonly eventsBy: number;
  /** Censored with time < this one. */
  readonly censoredBefore: number;
}

/** The line below a curve. An event or censoring at exactly `t` still counts as at risk. */
export function numberAtRisk(
  { time, event }: SurvivalColumns,
  at_: readonly number[],
): NumberAtRisk[] {
  return at_.map((t) => {
    const count = { time: t, atRisk: 0, eventsBy: 0, censoredBefore: 0 };
    time.forEach((own, i) => {
      if (own >= t) count.atRisk += 1;
      if (at(event, i) === 1) count.eventsBy += own <= t ? 1 : 0;
      else count.censoredBefore += own < t ? 1 : 0;
    });
    return count;
  });
}
