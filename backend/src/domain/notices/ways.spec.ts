import { SECOND } from '@endwatch/clinical';
import type { Delivery } from './delivery.ts';
import { CHANNEL_ORDER, type Channel, type Contact } from './notice.ts';
import { firstWays, nextWay } from './ways.ts';

const NOW = Date.UTC(2026, 0, 5, 8);
const contact = (id: string, channel: Channel): Contact => ({
  ...{ id, channel, username: 'dr', address: `https://example/${id}`, keys: null, label: id },
});
const DESK = contact('desk', 'web-push');
const PHONE = contact('phone', 'web-push');
const PAGER = contact('pager', 'webhook');
const SECOND_PAGER = contact('second pager', 'webhook');
const MAIL = contact('mail', 'email');
const ALL = [DESK, PHONE, PAGER, SECOND_PAGER, MAIL];

const told = (to: Contact, changes: Partial<Delivery> = {}): Delivery => ({
  ...{ id: `to ${to.id}`, noticeId: 'n', username: 'dr', contactId: to.id, channel: to.channel },
  ...{ clear: false, state: 'unconfirmed', tries: 1, nextAt: null, problem: null, ...changes },
});

it('every browser rings at once, and only where there is none the first other way', () => {
  expect(CHANNEL_ORDER[0]).toBe('web-push');
  expect(firstWays(ALL)).toEqual([DESK, PHONE]);
  expect(firstWays([PAGER, MAIL])).toEqual([PAGER]);
  expect(firstWays([])).toEqual([]);
});

describe('the way that comes next', () => {
  const waits = { state: 'sent', nextAt: NOW + SECOND } as const;

  it.each<[string, Contact, Delivery[], Contact | 'covered' | null]>([
    ['a silent browser: the pager', PHONE, [], PAGER],
    ['both silent: the pager', PHONE, [told(DESK)], PAGER],
    ['the other one has yet to say: the pager all the same', PHONE, [told(DESK, waits)], PAGER],
    ['the other one got there', PHONE, [told(DESK, { state: 'confirmed' })], 'covered'],
    ['the pager was called for the other one', PHONE, [told(PAGER, waits)], 'covered'],
    ['the pager fails: the second pager', PAGER, [told(PHONE)], SECOND_PAGER],
    ['the second fails: mail', SECOND_PAGER, [told(PAGER), told(PHONE)], MAIL],
    ['mail fails: nothing is left', MAIL, [told(PHONE), told(PAGER)], null],
    ['mail fails while a browser is tried again', MAIL, [told(PHONE, waits)], 'covered'],
    ['a colleague was reached', MAIL, [told(PHONE, { ...waits, username: 'eve' })], null],
  ])('%s', (_, from, others, expected) => {
    const delivery = told(from);
    const ways = { contacts: ALL, told: [delivery, ...others], now: NOW };
    expect(nextWay(delivery, ways)).toBe(expected);
  });

  it('of a browser that was let go is the pager, too', () => {
    const ways = { contacts: [PAGER, MAIL], told: [], now: NOW };
    expect(nextWay(told(PHONE), ways)).toBe(PAGER);
  });
});
