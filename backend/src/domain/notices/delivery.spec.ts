import { MINUTE, SECOND } from '@endwatch/clinical';
import fc from 'fast-check';
import {
  afterAttempt,
  afterSilence,
  settled,
  type Delivery,
  type DeliveryState,
  type SendResult,
} from './delivery.ts';

const NOW = Date.UTC(2026, 0, 5, 8);
const AT = { from: NOW, to: NOW };
const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
  ...{ id: 'd', noticeId: 'n', username: 'dr', contactId: 'c', channel: 'web-push', clear: false },
  ...{ state: 'queued', tries: 1, nextAt: NOW, problem: null, ...changes },
});
const later = (after: number | null = null, maybeSent = false): SendResult => ({
  ...{ outcome: 'later', problem: 'answered 500', after, maybeSent },
});

describe('after an attempt', () => {
  it.each([
    [1, 5 * SECOND],
    [2, 15 * SECOND],
    [3, 45 * SECOND],
    [4, 2 * MINUTE],
  ])('number %i that failed for now it waits %i ms', (tries, wait) => {
    expect(afterAttempt(delivery({ tries }), later(), AT)).toMatchObject({
      ...{ state: 'queued', nextAt: NOW + wait },
    });
  });

  it.each([
    ['that fails at once', 0, 30 * SECOND],
    ['that hangs', 10 * SECOND, 30 * SECOND],
    ['that hung for longer than a device may be silent', 40 * SECOND, 40 * SECOND],
  ])('%s is followed by the next way when a silent device would be', (_, took, after) => {
    const attempt = { from: NOW, to: NOW + took };
    expect(afterAttempt(delivery(), later(), attempt).tryNextAt).toBe(NOW + after);
  });

  it.each<[string, SendResult, object]>([
    ['in vain so often', later(), { state: 'queued' }],
    ['that took it', { outcome: 'accepted', confirmed: false }, { nextAt: NOW + 30 * SECOND }],
    ['that got there', { outcome: 'accepted', confirmed: true }, { state: 'confirmed' }],
    ['refused', { outcome: 'refused', problem: 'p' }, { state: 'failed', tryNextAt: NOW }],
    ['to nowhere', { outcome: 'gone', problem: 'p' }, { state: 'failed', tryNextAt: NOW }],
    ['to wait for', later(40 * SECOND), { nextAt: NOW + 40 * SECOND }],
    ['that asks for too long', later(60 * MINUTE), { nextAt: NOW + 5 * MINUTE }],
    ['that asks for less', later(1), { nextAt: NOW + 5 * SECOND }],
  ])('%s', (_, result, expected) => {
    expect(afterAttempt(delivery(), result, AT)).toMatchObject(expected);
  });

  it('the fifth is the last, and the next contact is tried', () => {
    expect(afterAttempt(delivery({ tries: 5 }), later(), AT)).toMatchObject({
      ...{ state: 'failed', nextAt: null, tryNextAt: NOW },
    });
  });
});

const states: DeliveryState[] = ['queued', 'sent', 'confirmed', 'unconfirmed', 'withdrawn'];
const anyResult: fc.Arbitrary<SendResult> = fc.oneof(
  fc.record({ outcome: fc.constant('accepted' as const), confirmed: fc.boolean() }),
  fc.record({
    ...{ outcome: fc.constant('later' as const), problem: fc.constant('p') },
    ...{ after: fc.option(fc.nat(10_000_000)), maybeSent: fc.boolean() },
  }),
  fc.record({
    outcome: fc.constantFrom('refused' as const, 'gone' as const),
    problem: fc.constant('p'),
  }),
);
const anySituation = fc.record({
  ...{ tries: fc.integer({ min: 1, max: 9 }), clear: fc.boolean(), result: anyResult },
  ...{ isSilence: fc.boolean(), isOver: fc.boolean(), state: fc.constantFrom(...states) },
});

describe('whatever happens', () => {
  it('a delivery has a next time or has come to its end, and one contact is in hand', () => {
    fc.assert(
      fc.property(anySituation, ({ tries, clear, result, isSilence, isOver, state }) => {
        const before = delivery({ tries, clear, state: isSilence ? 'sent' : 'queued' });
        const advanced = isSilence ? afterSilence(before, NOW) : afterAttempt(before, result, AT);
        const after = settled(before, advanced, { state, isOver });
        const isOpen = after.state === 'queued' || after.state === 'sent';
        expect(after.nextAt !== null).toBe(isOpen);
        expect(after.nextAt ?? NOW + 1).toBeGreaterThan(NOW);
        const goesOn = after.tryNextAt !== null;
        if (goesOn) expect(['failed', 'unconfirmed', 'queued']).toContain(after.state);
        if (goesOn || after.takeBack) expect(clear).toBe(false);
        if (isOver) expect(goesOn).toBe(false);
        if (state === 'confirmed' || state === 'withdrawn') expect(after.state).toBe(state);
      }),
    );
  });

  it('a contact is left after at most five attempts', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { minLength: 5, maxLength: 5 }), (results) => {
        const ended = results.some((result, n) => {
          const { state } = afterAttempt(delivery({ tries: n + 1 }), result, AT);
          return state !== 'queued';
        });
        expect(ended).toBe(true);
      }),
    );
  });
});
