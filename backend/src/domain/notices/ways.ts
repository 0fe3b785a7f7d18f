import type { EpochMs } from '@endwatch/clinical';
import type { Delivery } from './delivery.ts';
import { CHANNEL_ORDER, type Contact, type WayOut } from './notice.ts';

/** What is tried at once: every browser that somebody lets ring, as nobody knows which of them they have with them; else the first way there is. */
export function firstWays(contacts: readonly Contact[]): readonly Contact[] {
  const browsers = contacts.filter(({ channel }) => channel === 'web-push');
  return browsers.length > 0 ? browsers : contacts.slice(0, 1);
}

/** `covered`: the person was reached in another way, or is being tried; null: there is no way left. */
export type NextWay = Contact | 'covered' | null;

export interface Ways {
  /** Of the person, in the order they are tried. */
  readonly contacts: readonly Contact[];
  /** Every delivery of the notice. */
  readonly told: readonly Delivery[];
  readonly now: EpochMs;
}

/** Where a delivery goes on to. A pager is called once, however many browsers were silent. */
export function nextWay(delivery: Delivery, { contacts, told, now }: Ways): NextWay {
  const others = told.filter((one) => one.username === delivery.username && one.id !== delivery.id);
  if (others.some(({ state }) => state === 'confirmed')) return 'covered';
  const rank = rankIn(contacts);
  const here = rank(delivery.channel, delivery.contactId);
  const tried = new Set(others.map(({ contactId }) => contactId));
  const hasGoneOn = others.some((one) => rank(one.channel, one.contactId) > here);
  const next = contacts.find(({ id, channel }) => !tried.has(id) && rank(channel, id) > here);
  if (!hasGoneOn && next !== undefined) return next;
  return others.some(({ nextAt }) => nextAt !== null && nextAt > now) ? 'covered' : null;
}

/** Browsers have one rank; other ways, also of one channel, come one after the other. */
function rankIn(
  contacts: readonly Contact[],
): (channel: WayOut, contactId: string | null) => number {
  return (channel, contactId) => {
    const among = channel === 'web-push' ? 0 : contacts.findIndex(({ id }) => id === contactId) + 1;
    return CHANNEL_ORDER.indexOf(channel) * (contacts.length + 1) + among;
  };
}
