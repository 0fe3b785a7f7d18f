import type { Rng, RngState } from './rng.ts';
import { restoredRng, seededRng } from './rng.ts';
import { pickWeighted } from './weighted.ts';

const draws = (rng: { next(): number }, n: number): number[] =>
  Array.from({ length: n }, () => rng.next());

describe('seeded chance', () => {
  it('gives the same stream for the same seed and another for another', () => {
    expect(draws(seededRng(1), 50)).toEqual(draws(seededRng('1'), 50));
    expect(draws(seededRng(1), 50)).not.toEqual(draws(seededRng(2), 50));
  });

  it('forks by name, whatever was drawn before', () => {
    const used = seededRng('ward');
    draws(used, 1000);
    expect(draws(used.fork('labs'), 20)).toEqual(draws(seededRng('ward').fork('labs'), 20));
    expect(draws(used.fork('labs'), 20)).not.toEqual(draws(used.fork('vitals'), 20));
  });

  it('is uniform and normal', () => {
    const rng = seededRng('moments');
    const n = 40_000;
    const uniform = draws(rng, n);
    const normal = Array.from({ length: n }, () => rng.normal());
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(uniform)).toBeCloseTo(0.5, 1.7);
    expect(mean(uniform.map((u) => (u - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
    expect(Math.abs(mean(normal))).toBeLessThan(0.02);
    expect(mean(normal.map((z) => z * z))).toBeCloseTo(1, 1);
    expect(Math.abs(mean(normal.map((z) => z ** 3)))).toBeLessThan(0.1);
  });

  it('goes on from where it stood, a held normal number and the names of its forks included', () => {
    const rng = seededRng('stopped');
    draws(rng, 17);
    rng.normal();
    const kept = JSON.stringify(rng.state());
    const give = (one: Rng): number[] => [one.normal(), ...draws(one, 9), one.normal()];
    const restored = restoredRng(JSON.parse(kept) as RngState);
    expect(restored.fork('x').next()).toBe(rng.fork('x').next());
    expect(give(restored)).toEqual(give(rng));
  });

  it('draws integers and picks within bounds', () => {
    const rng = seededRng(3);
    const seen = new Set(Array.from({ length: 500 }, () => rng.int(2, 5)));
    expect([...seen].sort()).toEqual([2, 3, 4, 5]);
    expect(() => rng.pick([])).toThrow(RangeError);
  });

  it('picks in proportion to weights, and nothing where all are 0', () => {
    const rng = seededRng('weights');
    let heavy = 0;
    for (let i = 0; i < 4000; i += 1)
      if (pickWeighted(rng, { a: 3, b: 1, c: 0 }) === 'a') heavy += 1;
    expect(heavy / 4000).toBeGreaterThan(0.71);
    expect(heavy / 4000).toBeLessThan(0.79);
    expect(pickWeighted(rng, { a: 0 })).toBeNull();
  });
});
