import { InOrder } from './in-order.ts';

describe('InOrder', () => {
  it('takes what comes in order, and nothing that is older than what was taken', () => {
    const order = new InOrder();
    const [first, second, third] = [order.ask(), order.ask(), order.ask()];
    expect(second()).toBe(true);
    expect(first()).toBe(false);
    expect(third()).toBe(true);
  });
});
