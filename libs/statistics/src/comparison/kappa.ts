import { assertAligned, at, ratio } from '../sequence.ts';

export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

const DISAGREEMENT: Readonly<Record<KappaWeights, (distance: number) => number>> = {
  unweighted: (distance) => (distance === 0 ? 0 : 1),
  linear: (distance) => distance,
  quadratic: (distance) => distance * distance,
};

/**
 * Cohen's kappa of two raters (Cohen 1960, 1968). Null where chance alone allows no disagreement: both always in one and the same category.
 *
 * @param categories in order; distances are between their places
 */
export function kappa(
  raters: { readonly a: readonly number[]; readonly b: readonly number[] },
  categories: readonly number[],
  weights: KappaWeights,
): number | null {
  assertAligned(raters.a, raters.b);
  const place = new Map(categories.map((category, index) => [category, index]));
  const placesOf = (ratings: readonly number[]): number[] =>
    ratings.map((rating) => place.get(rating) ?? outside(rating));
  const a = placesOf(raters.a);
  const b = placesOf(raters.b);
  const share = (places: readonly number[], category: number): number =>
    places.filter((own) => own === category).length / places.length;
  const weight = DISAGREEMENT[weights];
  const found = a.reduce((total, own, i) => total + weight(Math.abs(own - at(b, i))), 0) / a.length;
  const byChance = categories
    .flatMap((_, i) =>
      categories.map((__, j) => weight(Math.abs(i - j)) * share(a, i) * share(b, j)),
    )
    .reduce((total, each) => total + each, 0);
  const disagreement = ratio(found, byChance);
  return disagreement === null ? null : 1 - disagreement;
}

function outside(rating: number): never {
  throw new RangeError(`${String(rating)} is not among the categories`);
}
