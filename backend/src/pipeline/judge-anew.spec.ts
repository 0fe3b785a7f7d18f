import { JudgeAnew } from './judge-anew.ts';
import { WardSetting, type NamedVersion } from './setting.ts';

describe('after a change of rules', () => {
  const version = (value: number | null, at: number, ward: string | null = null) => ({
    ...{ ward, value, at, by: 'admin', byName: 'Ada' },
  });
  let kept: NamedVersion<number>[] = [];
  let woken = 0;
  let fails = false;
  const store = {
    newest: () => Promise.resolve(kept),
    all: () => Promise.resolve(kept.toReversed()),
  };
  const setting = new WardSetting<number>(store, 1, (value) => value);
  const anew = new JudgeAnew([setting], () => {
    if (fails) return Promise.reject(new Error('no database'));
    woken += 1;
    return Promise.resolve();
  });
  const look = async (): Promise<number> => {
    await setting.refresh();
    await anew.look();
    return woken;
  };

  it('everybody is judged once more, one look later, until it is done', async () => {
    kept = [version(2, 1)];
    expect([await look(), await look(), await look()]).toEqual([0, 0, 0]);
    kept = [version(2, 1), version(3, 2, 'w1')];
    expect([await look(), await look(), await look()]).toEqual([0, 1, 1]);
    kept = [version(4, 3), version(3, 2, 'w1')];
    await look();
    fails = true;
    await expect(look()).rejects.toThrow('no database');
    fails = false;
    expect([await look(), await look()]).toEqual([2, 2]);
  });

  it('what held before is known', async () => {
    kept = [version(2, 10), version(5, 20, 'w1'), version(null, 30), version(null, 40, 'w1')];
    const held = await setting.history();
    expect([5, 10, 20, 30, 40].map((at) => [held('w1', at), held('w2', at)])).toEqual([
      ...[
        [1, 1],
        [2, 2],
        [5, 2],
        [5, 1],
        [1, 1],
      ],
    ]);
  });
});
