import { riskTable, rowAt, rowBefore, type SurvivalColumns } from './risk-table.ts';

/**
 * Kaplan-Meier curve G of censoring, for inverse-probability weights. At a tied time events leave the risk set first. At the time of an event
 * that ties with a censoring, `after` is the value behind that censoring (as scikit-survival has it) and `before` the textbook's left limit.
 */
export class CensoringCurve {
  private readonly steps: readonly { readonly time: number; readonly g: number }[];

  constructor(columns: SurvivalColumns) {
    let g = 1;
    this.steps = riskTable(columns).map(({ time, atRisk, events, censored }) => {
      if (censored > 0) g *= 1 - censored / (atRisk - events);
      return { time, g };
    });
  }

  after(t: number): number {
    return rowAt(this.steps, t)?.g ?? 1;
  }

  before(t: number): number {
    return rowBefore(this.steps, t)?.g ?? 1;
  }
}

export type TiedCensoring = 'after' | 'before';

/** How judged patients are weighted; `training` is where censoring is learned from, the same patients by default. */
export interface Weighting {
  readonly training?: SurvivalColumns | null;
  readonly tied?: TiedCensoring;
}

/** G at any time, by the convention asked for. */
export function censoringWeight(
  columns: SurvivalColumns,
  { training, tied = 'after' }: Weighting,
): { readonly at: (t: number) => number; readonly later: (t: number) => number } {
  const curve = new CensoringCurve(training ?? columns);
  return { at: (t) => curve[tied](t), later: (t) => curve.after(t) };
}
