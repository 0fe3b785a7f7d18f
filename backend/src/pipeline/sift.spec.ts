import { sift } from './sift.ts';

async function sifted(
  count: number,
  isBad: (items: readonly number[]) => boolean,
): Promise<{ bad: readonly number[]; trials: number }> {
  let trials = 0;
  const all = Array.from({ length: count }, (_, index) => index);
  const bad = await sift(all, (items) => {
    trials += 1;
    return Promise.resolve(!isBad(items));
  });
  return { bad, trials };
}

describe('sift', () => {
  it('finds nothing where everything passes, in one trial', async () => {
    expect(await sifted(1_000, () => false)).toEqual({ bad: [], trials: 1 });
  });

  it('finds the bad ones, in order, without trying each', async () => {
    const { bad, trials } = await sifted(1_000, (items) => items.some((one) => one % 400 === 7));
    expect(bad).toEqual([7, 407, 807]);
    expect(trials).toBeLessThan(70);
  });

  it('leaves out the later of two that only fail together', async () => {
    const both = (items: readonly number[]): boolean => items.includes(3) && items.includes(12);
    expect((await sifted(20, both)).bad).toEqual([12]);
  });

  it('can leave out everything', async () => {
    expect((await sifted(3, () => true)).bad).toEqual([0, 1, 2]);
  });
});
