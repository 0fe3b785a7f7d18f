import { assertAligned, at } from '../sequence.ts';
import { kaplanMeier, kaplanMeierAt } from '../survival/kaplan-meier.ts';
import type { SurvivalColumns } from '../survival/risk-table.ts';

/** Columns, one value for each threshold; rates are counts over all patients. */
export interface DecisionCurve {
  readonly truePositiveRate: readonly number[];
  readonly falsePositiveRate: readonly number[];
  /** TP/n − FP/n · t/(1 − t) (Vickers & Elkin 2006). */
  readonly netBenefit: readonly number[];
  /** Per patient, against treating everybody. */
  readonly netInterventionsAvoided: readonly number[];
}

const odds = (threshold: number): number => threshold / (1 - threshold);

/** Who is treated at a threshold: whoever's `p` reaches it. */
export function decisionCurve(
  y: readonly number[],
  p: readonly number[],
  thresholds: readonly number[],
): DecisionCurve {
  assertAligned(y, p);
  return curveOf(y, thresholds, (i, t) => at(p, i) >= t);
}

export function treatAll(y: readonly number[], thresholds: readonly number[]): DecisionCurve {
  return curveOf(y, thresholds, () => true);
}

export function treatNone(y: readonly number[], thresholds: readonly number[]): DecisionCurve {
  return curveOf(y, thresholds, () => false);
}

function curveOf(
  y: readonly number[],
  thresholds: readonly number[],
  treated: (i: number, threshold: number) => boolean,
): DecisionCurve {
  const rate = y.filter((value) => value === 1).length / y.length;
  const rows = thresholds.map((t) => {
    const chosen = y.filter((_, i) => treated(i, t));
    const tp = chosen.filter((value) => value === 1).length / y.length;
    const fp = chosen.length / y.length - tp;
    const netBenefit = tp - fp * odds(t);
    const all = rate - (1 - rate) * odds(t);
    return { tp, fp, netBenefit, avoided: (netBenefit - all) / odds(t) };
  });
  return {
    truePositiveRate: rows.map(({ tp }) => tp),
    falsePositiveRate: rows.map(({ fp }) => fp),
    netBenefit: rows.map(({ netBenefit }) => netBenefit),
    netInterventionsAvoided: rows.map(({ avoided }) => avoided),
  };
}

export interface SurvivalDecisionCurve {
  /** 1 − Kaplan-Meier survival of everybody at the horizon. */
  readonly treatAllRisk: number | null;
  readonly netBenefit: readonly (number | null)[];
  readonly netBenefitAll: readonly (number | null)[];
}

/** Net benefit for a censored outcome at `horizon` hours (Vickers 2008); null where follow-up of those treated ends before it. */
export function survivalDecisionCurve(
  { time, event, p }: SurvivalColumns & { readonly p: readonly number[] },
  thresholds: readonly number[],
  horizon: number,
): SurvivalDecisionCurve {
  const riskOf = (members: readonly number[]): number | null => {
    const columns = {
      time: members.map((i) => at(time, i)),
      event: members.map((i) => at(event, i)),
    };
    const { survival } = kaplanMeierAt(kaplanMeier(columns), horizon);
    return survival === null ? null : 1 - survival;
  };
  const everybody = time.map((_, i) => i);
  const benefit = (risk: number | null, t: number): number | null =>
    risk === null ? null : risk - (1 - risk) * odds(t);
  const treatAllRisk = riskOf(everybody);
  return {
    treatAllRisk,
    netBenefit: thresholds.map((t) => {
      const chosen = everybody.filter((i) => at(p, i) >= t);
      if (chosen.length === 0) return 0;
      const each = benefit(riskOf(chosen), t);
      return each === null ? null : (each * chosen.length) / time.length;
    }),
    netBenefitAll: thresholds.map((t) => benefit(treatAllRisk, t)),
  };
}
