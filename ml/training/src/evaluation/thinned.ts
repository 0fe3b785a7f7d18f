/** More points than this nobody can see. */
const MOST_POINTS = 150;

/** Every so many of the points, the first and the last always. */
export function thinned<T>(points: readonly T[]): T[] {
  const step = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  return points.filter((_, i) => i % step === 0 || i === points.length - 1);
}
