import { chiSquareUpperTail } from '../distribution/incomplete-gamma.ts';
import { cholesky, dot, solveCholesky, zeros } from '../linear-algebra/symmetric.ts';
import { assertAligned, at } from '../sequence.ts';
import { groupsInOrder, type SurvivalColumns } from './risk-table.ts';

export interface GroupedSurvival extends SurvivalColumns {
  /** A code for each subject. */
  readonly group: readonly number[];
}

/** Groups in increasing order of their code; `chiSquare` and `p` are null without any event or any comparison. */
export interface LogRank {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number | null;
  readonly df: number;
  readonly p: number | null;
}

/** Events after `horizon` hours become censored; people stay at risk until their own time; an event at exactly that hour counts. */
export function untilHorizon<Columns extends SurvivalColumns>(
  columns: Columns,
  horizon: number,
): Columns {
  const event = columns.event.map((value, i) => (at(columns.time, i) > horizon ? 0 : value));
  return { ...columns, event };
}

interface Tally {
  readonly observed: number[];
  readonly expected: number[];
  readonly covariance: number[][];
}

/** Log-rank test of any number of groups, hypergeometric variance for ties (Mantel 1966, Peto & Peto 1972). O(n log n). */
export function logRank(columns: GroupedSurvival): LogRank {
  const codes = [...new Set(columns.group)].sort((a, b) => a - b);
  const { observed, expected, covariance } = tally(columns, codes);
  const statistic = quadraticForm(
    observed.map((count, i) => count - at(expected, i)),
    covariance,
  );
  const df = codes.length - 1;
  return {
    observed,
    expected,
    chiSquare: statistic,
    df,
    p: statistic === null ? null : chiSquareUpperTail(statistic, df),
  };
}

function tally({ time, event, group }: GroupedSurvival, codes: readonly number[]): Tally {
  assertAligned(time, event);
  assertAligned(time, group);
  const place = new Map(codes.map((code, index) => [code, index]));
  const placeOf = (i: number): number => place.get(at(group, i)) ?? 0;
  const k = codes.length;
  const total: Tally = {
    observed: new Array<number>(k).fill(0),
    expected: new Array<number>(k).fill(0),
    covariance: zeros(k, k),
  };
  const atRisk = new Array<number>(k).fill(0);
  const add = (list: number[], index: number, by: number): void => {
    list[index] = at(list, index) + by;
  };
  time.forEach((_, i) => {
    add(atRisk, placeOf(i), 1);
  });
  let n = time.length;
  for (const members of groupsInOrder(time)) {
    const died = members.filter((i) => at(event, i) === 1);
    for (const i of died) add(total.observed, placeOf(i), 1);
    addExpected(total, { atRisk, n, d: died.length });
    for (const i of members) add(atRisk, placeOf(i), -1);
    n -= members.length;
  }
  return total;
}

function addExpected(
  { expected, covariance }: Tally,
  { atRisk, n, d }: { readonly atRisk: readonly number[]; readonly n: number; readonly d: number },
): void {
  if (d === 0) return;
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
  atRisk.forEach((own, i) => {
    expected[i] = at(expected, i) + (d * own) / n;
    const row = at(covariance, i);
    atRisk.forEach((other, j) => {
      row[j] = at(row, j) + spread * (own / n) * ((i === j ? 1 : 0) - other / n);
    });
  });
}

/** Of all groups with a variance but the last: the rows of the covariance sum to nothing. */
function quadraticForm(difference: readonly number[], covariance: number[][]): number | null {
  const told = covariance.flatMap((row, i) => (at(row, i) > 0 ? [i] : []));
  const used = told.slice(0, -1);
  if (used.length === 0) return null;
  const lower = cholesky(used.map((i) => used.map((j) => at(at(covariance, i), j))));
  if (lower === null) return null;
  const shift = used.map((i) => at(difference, i));
  return dot(shift, solveCholesky(lower, shift));
}
