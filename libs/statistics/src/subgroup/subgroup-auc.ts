import { aucEstimate, type AucEstimate, type ScoredPatients } from '../discrimination/delong.ts';
import { normalTwoSided } from '../distribution/normal.ts';
import { at } from '../sequence.ts';
import { benjaminiHochberg, holm } from './multiplicity.ts';

/** AUC where a factor is absent and where it is present, and whether they differ (independent groups). */
export interface SubgroupAuc {
  readonly without: AucEstimate;
  readonly with: AucEstimate;
  readonly difference: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly pHolm: number | null;
  readonly pBenjaminiHochberg: number | null;
}

function level({ y, score }: ScoredPatients, factor: readonly number[], value: 0 | 1): AucEstimate {
  const rows = factor.flatMap((member, row) => (member === value ? [row] : []));
  return aucEstimate(
    rows.map((row) => at(y, row)),
    rows.map((row) => at(score, row)),
  );
}

function test(
  without: AucEstimate,
  present: AucEstimate,
): { difference: number; z: number | null } | null {
  if (without.auc === null || present.auc === null) return null;
  if (without.variance === null || present.variance === null) return null;
  const difference = present.auc - without.auc;
  const se = Math.sqrt(present.variance + without.variance);
  return { difference, z: se > 0 ? difference / se : null };
}

/** A factor with a level of one class only has nulls, one without any variance no test; neither is counted among the tests adjusted for. */
export function subgroupAuc<Name extends string>(
  patients: ScoredPatients,
  factors: Readonly<Record<Name, readonly number[]>>,
): Record<Name, SubgroupAuc> {
  const names = Object.keys(factors) as Name[];
  const levels = names.map((name) => {
    const without = level(patients, factors[name], 0);
    const present = level(patients, factors[name], 1);
    const result = test(without, present);
    const z = result?.z ?? null;
    return { name, without, present, result, p: z === null ? null : normalTwoSided(z) };
  });
  const tested = levels.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = { holm: holm(tested), bh: benjaminiHochberg(tested) };
  let position = 0;
  const entries = levels.map(({ name, without, present, result, p }) => {
    const index = p === null ? null : position++;
    const summary: SubgroupAuc = {
      without,
      with: present,
      difference: result && result.difference,
      z: result && result.z,
      p,
      pHolm: index === null ? null : at(adjusted.holm, index),
      pBenjaminiHochberg: index === null ? null : at(adjusted.bh, index),
    };
    return [name, summary] as const;
  });
  return Object.fromEntries(entries) as Record<Name, SubgroupAuc>;
}
