import { NORMAL_975 } from '../distribution/normal.ts';
import { assertAligned, at } from '../sequence.ts';
import { groupsInOrder, rowAt } from './risk-table.ts';

/** Hours of follow-up and how it ended: 0 censored, 1 the event of interest, 2 a competing event. */
export interface CompetingColumns {
  readonly time: readonly number[];
  readonly cause: readonly number[];
}

/** Limits are null while the incidence is 0, or once it is 1. */
export interface IncidencePoint {
  readonly cif: number;
  /** Aalen's estimator, with n − 1 divisors; the limits rest on it. */
  readonly varianceAalen: number;
  /** Delta method, of Greenwood's type. */
  readonly varianceDelta: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface IncidenceRow {
  readonly time: number;
  readonly event: IncidencePoint;
  readonly competing: IncidencePoint;
}

/**
 * Running sums of a variance that is a square in the incidence reached at the end:
 * Σ a (F − Fᵢ)² + Σ b − 2 Σ c (F − Fᵢ), so that every row costs the same.
 */
class Variance {
  private a = 0;
  private af = 0;
  private aff = 0;
  private b = 0;
  private c = 0;
  private cf = 0;

  add({ a, b, c, f }: { a: number; b: number; c: number; f: number }): void {
    this.a += a;
    this.af += a * f;
    this.aff += a * f * f;
    this.b += b;
    this.c += c;
    this.cf += c * f;
  }

  at(f: number): number {
    const squares = f * f * this.a - 2 * f * this.af + this.aff;
    return squares + this.b - 2 * (f * this.c - this.cf);
  }
}

interface Step {
  readonly n: number;
  /** Events of any kind, and of this cause. */
  readonly d: number;
  readonly own: number;
  /** Probability of no event just before. */
  readonly before: number;
}

const over = (numerator: number, denominator: number): number =>
  denominator === 0 ? 0 : numerator / denominator;

class Incidence {
  private cif = 0;
  private readonly aalen = new Variance();
  private readonly delta = new Variance();

  step({ n, d, own, before }: Step): IncidencePoint {
    this.cif += (before * own) / n;
    const f = this.cif;
    this.aalen.add({
      a: over(d, (n - 1) * (n - d)),
      b: over(before * before * own * (n - own), n * n * (n - 1)),
      c: over(before * own * (n - own), n * (n - d) * (n - 1)),
      f,
    });
    this.delta.add({
      a: over(d, n * (n - d)),
      b: (before * before * own * (n - own)) / n ** 3,
      c: (before * own) / (n * n),
      f,
    });
    const varianceAalen = this.aalen.at(f);
    return { cif: f, varianceAalen, varianceDelta: this.delta.at(f), ...limits(f, varianceAalen) };
  }
}

function limits(cif: number, variance: number): Pick<IncidencePoint, 'lower' | 'upper'> {
  if (cif <= 0 || cif >= 1) return { lower: null, upper: null };
  const half = (NORMAL_975 * Math.sqrt(variance)) / (cif * Math.log(cif));
  return { lower: cif ** Math.exp(-half), upper: cif ** Math.exp(half) };
}

/** Cumulative incidence of both causes (Aalen & Johansen 1978), one row for each distinct time; ties as they are. */
export function aalenJohansen({ time, cause }: CompetingColumns): IncidenceRow[] {
  assertAligned(time, cause);
  const event = new Incidence();
  const competing = new Incidence();
  let n = time.length;
  let before = 1;
  return groupsInOrder(time).map((members) => {
    const own = members.filter((i) => at(cause, i) === 1).length;
    const other = members.filter((i) => at(cause, i) === 2).length;
    const d = own + other;
    const row = {
      time: at(time, at(members, 0)),
      event: event.step({ n, d, own, before }),
      competing: competing.step({ n, d, own: other, before }),
    };
    before *= 1 - d / n;
    n -= members.length;
    return row;
  });
}

const NONE: IncidencePoint = {
  cif: 0,
  varianceAalen: 0,
  varianceDelta: 0,
  lower: null,
  upper: null,
};

/** The curves at `t`, step functions; null after the last observed time. */
export function incidenceAt(curve: readonly IncidenceRow[], t: number): IncidenceRow | null {
  const last = curve.at(-1);
  if (last === undefined || t > last.time) return null;
  const { event, competing } = rowAt(curve, t) ?? { event: NONE, competing: NONE };
  return { time: t, event, competing };
}

/** Nobody who was seen last was censored: nothing can come any more, so the last value holds for ever. */
function isSettled({ time, cause }: CompetingColumns): boolean {
  const last = time.reduce((latest, one) => Math.max(latest, one), 0);
  return time.every((one, i) => one < last || at(cause, i) !== 0);
}

/** As `incidenceAt` of the curve of these columns; after the last time it is the last value, where that is known to hold. */
export function settledIncidenceAt(
  columns: CompetingColumns,
  curve: readonly IncidenceRow[],
  t: number,
): IncidenceRow | null {
  return incidenceAt(curve, t) ?? (isSettled(columns) ? (curve.at(-1) ?? null) : null);
}
