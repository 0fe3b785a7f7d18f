import { TryLimit } from './try-limit.ts';

describe('TryLimit', () => {
  it('refuses an address after too many tries in vain, until they are long past', () => {
    let now = 0;
    const limit = new TryLimit({ most: 2, withinMs: 1_000 }, () => now);
    expect(limit.begin('a')).not.toBeNull();
    now = 500;
    expect(limit.begin('a')).not.toBeNull();
    expect(limit.begin('a')).toBeNull();
    expect(limit.begin('b')).not.toBeNull();
    now = 1_000;
    expect(limit.begin('a')).not.toBeNull();
    expect(limit.begin('a')).toBeNull();
  });

  it('does not count what succeeded, and counts what is still being tried', () => {
    const limit = new TryLimit({ most: 1, withinMs: 1_000 }, () => 0);
    for (let tries = 0; tries < 20; tries++) {
      const one = limit.begin('a');
      expect(limit.begin('a')).toBeNull();
      one?.succeeded();
    }
    expect(limit.begin('a')).not.toBeNull();
  });

  it('takes a success back once only', () => {
    const limit = new TryLimit({ most: 1, withinMs: 1_000 }, () => 0);
    const one = limit.begin('a');
    one?.succeeded();
    expect(limit.begin('a')).not.toBeNull();
    one?.succeeded();
    expect(limit.begin('a')).toBeNull();
  });
});
