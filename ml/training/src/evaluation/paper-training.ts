import type { ComparatorSet } from '../comparators/comparator.ts';
import { cellText, numberText } from './html/cell-text.ts';

/** A figure of the paper (Sun C et al. 2026, doi:10.3389/fneur.2026.1787921, abstract) beside ours. */
export interface Comparison {
  readonly figure: string;
  readonly paper: string;
  readonly paperPopulation: string;
  readonly ours: string;
  readonly ourPopulation: string;
  readonly why: string;
}

/** Of the paper's own kind of model, where it was fitted beside the artefact. */
export function trainingOf(set: ComparatorSet | null): Comparison[] {
  const fusion = set?.comparators.find(({ id }) => id === 'concat-fusion');
  if (!set || !fusion || fusion.training.auc === null) return [];
  const { n, auc, ci95 } = fusion.training;
  const whose = set.source.trainedOn === 'site' ? "of a site's own patients" : 'simulated patients';
  return [
    {
      figure: 'AUC, training',
      paper: '0.877',
      paperPopulation: 'training part of 426 patients of one hospital; its size is not stated',
      ours: `${numberText(auc, 'score')} (${cellText(ci95, 'score')})`,
      ourPopulation: `${numberText(n, 'count')} ${whose} that Concat-Fusion was fitted to, not those judged here`,
      why: 'A model flatters itself on the patients it was fitted to, the more so the fewer they are: the fall from .877 to .771 is of a few hundred patients, ours of thousands.',
    },
  ];
}
