import type { OutcomeSubgroups } from '@endwatch/contracts';
import { whole } from '../../words/figures.ts';
import { serverWords } from '../../words/server-words.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import {
  CI_FROM,
  CI_TO,
  SHARE,
  STAYS,
  decimalWith,
  pWords,
  rounded,
  shareWith,
} from './outcome-words.ts';

type Level = OutcomeSubgroups['overall'];
type Factor = OutcomeSubgroups['factors'][number];

/** One line of the forest; `value` and `around` in the unit of the measure. */
export interface ForestRow {
  readonly name: string;
  readonly stays: string;
  readonly value: number | null;
  readonly around: readonly [number, number] | null;
  readonly words: string;
  /** With the first level of a factor: whether its levels differ. */
  readonly p: string;
  /** Starts a new factor. */
  readonly first: boolean;
  readonly overall: boolean;
}

/** `share`: END after the landmark within 7 days. `auc`: how well the risk by 7 days ranked who would have it. */
export type Measure = 'share' | 'auc';

export function forestRows(
  { overall, factors }: OutcomeSubgroups,
  measure: Measure,
): readonly ForestRow[] {
  return [
    { ...rowOf(overall, measure), p: '', first: true, overall: true },
    ...factors.flatMap((factor) => [
      { ...rowOf(factor.with, measure), p: differs(factor, measure), first: true, overall: false },
      { ...rowOf(factor.without, measure), p: '', first: false, overall: false },
    ]),
  ];
}

export function forestTable({ overall, factors }: OutcomeSubgroups): FrameTable {
  const line = (level: Level, factor: Factor | null): (string | number | null)[] => [
    ...[serverWords(level.label), level.stays, level.ends, rounded(level.share, 3)],
    ...[rounded(level.ci95?.[0], 3), rounded(level.ci95?.[1], 3), rounded(level.auc, 3)],
    ...[rounded(level.aucCi95?.[0], 3), rounded(level.aucCi95?.[1], 3)],
    ...[rounded(factor?.p, 4), rounded(factor?.pHolm, 4), factor?.unknown ?? null],
  ];
  return {
    columns: [
      ...[$localize`:@@review-outcomes.forest.subgroup:Subgroup`, STAYS],
      ...[$localize`:@@review-outcomes.with-end:With END`, SHARE, CI_FROM, CI_TO, 'AUC'],
      $localize`:@@review-outcomes.auc-from:AUC 95 % from`,
      $localize`:@@review-outcomes.auc-to:AUC 95 % to`,
      ...['p', $localize`:@@review-outcomes.p-holm:p by Holm`],
      $localize`:@@review-outcomes.not-known:Not known`,
    ],
    rows: [
      line(overall, null),
      ...factors.flatMap((factor) => [line(factor.with, factor), line(factor.without, null)]),
    ],
  };
}

function rowOf(level: Level, measure: Measure): Omit<ForestRow, 'p' | 'first' | 'overall'> {
  const { label, stays, ends, share, ci95, auc, aucCi95 } = level;
  const counts = { name: serverWords(label), stays: `${whole(ends)} / ${whole(stays)}` };
  return measure === 'share'
    ? { ...counts, value: share, around: ci95, words: shareWith(share, ci95) }
    : { ...counts, value: auc, around: aucCi95, words: decimalWith(auc, aucCi95) };
}

/** Only the AUC is tested. */
function differs({ pHolm }: Factor, measure: Measure): string {
  return measure === 'auc' && pHolm !== null ? pWords(pHolm) : '';
}
