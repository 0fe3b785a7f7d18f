import { MINUTE, SECOND, type EpochMs } from '@endwatch/clinical';
import type { Channel } from './notice.ts';

/**
 * `queued`: to be sent, again where it was tried; `sent`: the push service has it, the device has not said so yet; `confirmed`: it got there;
 * `unconfirmed`: the device was silent; `failed`: given up; `withdrawn`: somebody took the alert before.
 */
export type DeliveryState =
  'queued' | 'sent' | 'confirmed' | 'unconfirmed' | 'failed' | 'withdrawn';

export interface Delivery {
  readonly id: string;
  readonly noticeId: string;
  readonly username: string;
  readonly contactId: string | null;
  readonly channel: Channel;
  /** Takes back what an earlier delivery showed. */
  readonly clear: boolean;
  readonly state: DeliveryState;
  readonly tries: number;
  /** When there is something to do; null = nothing any more. */
  readonly nextAt: EpochMs | null;
  readonly problem: string | null;
}

/** What became of an attempt. */
export type SendResult =
  /** Where it was to go; `confirmed`: and it is there, as nobody will say so later. */
  | { readonly outcome: 'accepted'; readonly confirmed: boolean }
  /** Not now: `after` milliseconds where the other side says when. */
  | { readonly outcome: 'later'; readonly problem: string; readonly after: number | null }
  /** Never: this message, or this address. */
  | { readonly outcome: 'refused'; readonly problem: string }
  /** The address does not exist any more. */
  | { readonly outcome: 'gone'; readonly problem: string };

/** Waits between attempts. */
const BACK_OFF: readonly number[] = [5 * SECOND, 15 * SECOND, 45 * SECOND, 2 * MINUTE];
const LONGEST_WAIT = 5 * MINUTE;
/** How long a device may take to say that it was shown. */
export const RECEIPT_WITHIN: number = 30 * SECOND;

export interface Advanced {
  readonly state: DeliveryState;
  readonly nextAt: EpochMs | null;
  readonly problem: string | null;
  /** The next way to reach the same person is to be tried. */
  readonly tryNext: boolean;
}

/** After an attempt; `delivery.tries` counts it. */
export function afterAttempt(delivery: Delivery, result: SendResult, now: EpochMs): Advanced {
  if (result.outcome === 'accepted') {
    if (result.confirmed || delivery.clear) return ended('confirmed', null, false);
    return { state: 'sent', nextAt: now + RECEIPT_WITHIN, problem: null, tryNext: false };
  }
  const { problem } = result;
  if (result.outcome === 'later') {
    const wait = BACK_OFF[delivery.tries - 1];
    if (wait !== undefined) {
      const asked = Math.min(Math.max(wait, result.after ?? 0), LONGEST_WAIT);
      return { state: 'queued', nextAt: now + asked, problem, tryNext: false };
    }
  }
  return ended('failed', problem, !delivery.clear);
}

/** The device has not said in time that it was shown. */
export function afterSilence({ clear }: Delivery): Advanced {
  return ended('unconfirmed', 'the device did not confirm it in time', !clear);
}

function ended(state: DeliveryState, problem: string | null, tryNext: boolean): Advanced {
  return { state, nextAt: null, problem, tryNext };
}
