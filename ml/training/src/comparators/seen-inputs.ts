import type { InputLayout, Vocabulary } from '@endwatch/ml-model';
import { structuredWidth, tokenize, writeStructured } from '@endwatch/ml-model';
import type { InputKind } from '@endwatch/ml-model';
import { withoutInputs } from '../input-kinds.ts';
import type { Snapshot } from '../stay-rows.ts';
import type { ComparatorInputs } from './comparator.ts';

const HIDDEN: Readonly<Record<ComparatorInputs, readonly InputKind[]>> = {
  both: [],
  structured: ['reports'],
  report: ['laboratory', 'vitals', 'nihss', 'history', 'person'],
};

/** A moment as a comparator may see it. */
export function seen(snapshot: Snapshot, inputs: ComparatorInputs): Snapshot {
  return withoutInputs(snapshot, HIDDEN[inputs]);
}

/** Scaled values, missing mask, ages, hour, whether there is a report: what the networks' structured branch gets. */
export function structuredRow(
  { features, hour, reports }: Snapshot,
  layout: InputLayout,
): Float32Array {
  const target = new Float32Array(structuredWidth(layout));
  const row = { features, hoursSinceAdmission: hour, hasReport: reports.length > 0 };
  writeStructured(row, layout, { target, offset: 0 });
  return target;
}

/** For each word 1 where any report known then has it. */
export function bagOfWords(
  { reports }: Snapshot,
  { words, vocabulary }: { readonly words: readonly string[]; readonly vocabulary: Vocabulary },
): number[] {
  const known = new Set(reports.flatMap((text) => tokenize(text, vocabulary)));
  return words.map((word) => (known.has(word) ? 1 : 0));
}

/** A regression with more words than a tenth of its patients learns them by heart. */
const PATIENTS_PER_WORD = 10;

/**
 * Words that tell patients apart: in at least one of fifty and not in all but one of fifty; of more than may be asked for, those nearest
 * to half of the patients.
 */
export function tellingWords(snapshots: readonly Snapshot[], vocabulary: Vocabulary): string[] {
  const counts = new Map<string, number>();
  for (const { reports } of snapshots) {
    for (const word of new Set(reports.flatMap((text) => tokenize(text, vocabulary)))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const least = snapshots.length / 50;
  const balance = (word: string): number => {
    const n = counts.get(word) ?? 0;
    return Math.min(n, snapshots.length - n);
  };
  return vocabulary.tokens
    .filter((word) => balance(word) >= least)
    .sort((a, b) => balance(b) - balance(a) || (a < b ? -1 : 1))
    .slice(0, Math.floor(snapshots.length / PATIENTS_PER_WORD));
}
