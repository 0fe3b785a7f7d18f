import { at } from '../sequence.ts';

/** Order of the p values from small to large. */
function ascending(p: readonly number[]): number[] {
  return p.map((_, i) => i).sort((i, j) => at(p, i) - at(p, j));
}

/** Holm's step-down adjusted p values, in the order of the input, capped at 1. */
export function holm(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length).fill(0);
  let largest = 0;
  ascending(p).forEach((row, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * at(p, row)));
    adjusted[row] = largest;
  });
  return adjusted;
}

/** Benjamini and Hochberg's step-up adjusted p values (false discovery rate). */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length).fill(0);
  let smallest = 1;
  ascending(p)
    .reverse()
    .forEach((row, fromTop) => {
      smallest = Math.min(smallest, (p.length * at(p, row)) / (p.length - fromTop));
      adjusted[row] = smallest;
    });
  return adjusted;
}

export function bonferroni(p: readonly number[]): number[] {
  return p.map((value) => Math.min(1, p.length * value));
}
