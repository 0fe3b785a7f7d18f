import { at } from '../sequence.ts';

interface Vertex {
  readonly x: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 5_000;

/** A minimum near `start` without derivatives (Nelder & Mead 1965), started again from where it ended until that gains nothing. */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  size = 0.5,
): Vertex {
  let best = descend(f, start, size);
  for (let i = 0; i < 20; i += 1) {
    const again = descend(f, best.x, size / 4);
    const gained = best.value - again.value;
    if (gained > 0) best = again;
    if (gained < 1e-12 * (1 + Math.abs(best.value))) break;
  }
  return best;
}

function descend(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  size: number,
): Vertex {
  const vertexAt = (x: readonly number[]): Vertex => ({ x, value: f(x) });
  let simplex = [start, ...start.map((_, i) => start.map((v, j) => (i === j ? v + size : v)))].map(
    vertexAt,
  );
  for (let step = 0; step < MOST_STEPS; step += 1) {
    simplex.sort((a, b) => a.value - b.value);
    const best = at(simplex, 0);
    const worst = at(simplex, simplex.length - 1);
    if (worst.value - best.value < 1e-14 * (1 + Math.abs(best.value))) break;
    // Of a large sum the last digits are noise: the value alone would never settle.
    if (spread(simplex) < 1e-10) break;
    const replaced = improve(simplex, vertexAt);
    simplex =
      replaced === null
        ? simplex.map((vertex) =>
            vertex === best ? vertex : vertexAt(vertex.x.map((v, j) => (v + at(best.x, j)) / 2)),
          )
        : [...simplex.slice(0, -1), replaced];
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}

/** Greatest distance of a corner from the best in any direction, beside the size of that. */
function spread([best, ...others]: readonly Vertex[]): number {
  const centre = best?.x ?? [];
  return Math.max(
    ...others.flatMap(({ x }) => x.map((v, j) => Math.abs(v - at(centre, j)) / (1 + Math.abs(v)))),
  );
}

/** What takes the place of the worst corner; null = draw everything towards the best. */
function improve(
  simplex: readonly Vertex[],
  vertexAt: (x: readonly number[]) => Vertex,
): Vertex | null {
  const best = at(simplex, 0);
  const worst = at(simplex, simplex.length - 1);
  const second = at(simplex, simplex.length - 2);
  const others = simplex.slice(0, -1);
  const centre = worst.x.map(
    (_, j) => others.reduce((total, { x }) => total + at(x, j), 0) / others.length,
  );
  const beyond = (factor: number): Vertex =>
    vertexAt(centre.map((v, j) => v + factor * (v - at(worst.x, j))));
  const reflected = beyond(1);
  if (reflected.value < best.value) {
    const expanded = beyond(2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}
