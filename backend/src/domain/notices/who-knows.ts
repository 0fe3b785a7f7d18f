import type { Delivery } from './delivery.ts';

/** Whether somebody knows of a notice; `later`: it was not sent to them. */
export type Known = 'seen' | 'reached' | 'waiting' | 'unreached' | 'later';

/** Mail and pagers never say that somebody has read them: what was taken there counts as reached, until it is seen. */
export function knownOf(deliveries: readonly Pick<Delivery, 'state'>[], seen: boolean): Known {
  if (seen) return 'seen';
  const states = deliveries.map(({ state }) => state);
  if (states.some((state) => state === 'confirmed' || state === 'sent')) return 'reached';
  if (states.includes('queued')) return 'waiting';
  return states.length === 0 ? 'later' : 'unreached';
}
