import { mean, sampleVariance } from '@endwatch/statistics';
import type { CrossValidationSummary, RivalSummary } from './summary.ts';

export interface SummaryOf {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  /** In words. */
  readonly cohort: string;
}

const shown = (value: number | null, digits = 3): string => value?.toFixed(digits) ?? '–';

/** Mean and standard deviation over the parts that have one; parts share patients, so that no interval follows from it. */
function overParts(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '–';
  const deviation = known.length > 1 ? Math.sqrt(sampleVariance(known)) : null;
  return `${shown(mean(known))} (${shown(deviation)})`;
}

function rowOf(one: RivalSummary): string {
  const { auc, ci95 } = one.admission;
  const interval = ci95 === null ? '' : ` (${shown(ci95[0])}–${shown(ci95[1])})`;
  return [
    one.rival,
    `${shown(auc)}${interval}`,
    overParts(one.admissionByPart),
    overParts(one.next24hByPart),
    shown(one.slope, 2),
    shown(one.observedToExpected, 2),
  ].join(' | ');
}

/** A Markdown table and what it says. */
export function summaryText(summary: CrossValidationSummary, about: SummaryOf): string {
  const { patients, ends, rivals, reportsAdd } = summary;
  const { folds, repeats, seed, cohort } = about;
  return [
    `${cohort}: ${String(patients)} patients, ${String(ends)} with END; ${String(folds)} parts, ${String(repeats)} times, seed ${String(seed)}. Nobody is judged by a model that saw them.`,
    '',
    '| model | END within 7 days at 6 h: AUC (95 %) over all | by part: mean (SD) | next 24 h, by part: mean (SD) | slope, not calibrated | O:E, not calibrated |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rivals.map((one) => `| ${rowOf(one)} |`),
    '',
    `What reports add to the AUC: ${shown(reportsAdd.difference)} (paired DeLong, p ${shown(reportsAdd.p, 4)}).`,
  ].join('\n');
}
