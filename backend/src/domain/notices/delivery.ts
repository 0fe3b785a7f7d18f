import { MINUTE, SECOND, type EpochMs } from '@endwatch/clinical';
import type { WayOut } from './notice.ts';

/**
 * `queued`: to be sent, again where it was tried; `sent`: the push service has it, the device has not said so yet; `confirmed`: it got there;
 * `unconfirmed`: the device was silent; `failed`: given up; `withdrawn`: somebody took the alert before, or another way got there.
 */
export type DeliveryState =
  'queued' | 'sent' | 'confirmed' | 'unconfirmed' | 'failed' | 'withdrawn';

export interface Delivery {
  readonly id: string;
  readonly noticeId: string;
  readonly username: string;
  readonly contactId: string | null;
  readonly channel: WayOut;
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
  /** Not now: `after` milliseconds where the other side says when. `maybeSent`: it may have been taken all the same. */
  | {
      readonly outcome: 'later';
      readonly problem: string;
      readonly after: number | null;
      readonly maybeSent: boolean;
    }
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
  /** When the next way to reach the same person is to be tried; null = it is not. */
  readonly tryNextAt: EpochMs | null;
  /** By this attempt it got there, or may have. */
  readonly maybeSent: boolean;
}

/** When an attempt began and ended. */
export interface Attempt {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** After an attempt; `delivery.tries` counts it. What fails for now is tried again, and beside it the next way as soon as a silent device would lead to it. */
export function afterAttempt(
  delivery: Delivery,
  result: SendResult,
  { from, to }: Attempt,
): Advanced {
  if (result.outcome === 'accepted') {
    const sent = { problem: null, tryNextAt: null, maybeSent: true };
    if (result.confirmed || delivery.clear) return { ...sent, state: 'confirmed', nextAt: null };
    return { ...sent, state: 'sent', nextAt: to + RECEIPT_WITHIN };
  }
  const { problem } = result;
  const tryNextAt = delivery.clear ? null : to;
  if (result.outcome !== 'later') return ended('failed', problem, tryNextAt);
  const { maybeSent } = result;
  const wait = BACK_OFF[delivery.tries - 1];
  if (wait === undefined) return { ...ended('failed', problem, tryNextAt), maybeSent };
  const asked = Math.min(Math.max(wait, result.after ?? 0), LONGEST_WAIT);
  const isFirst = delivery.tries === 1 && tryNextAt !== null;
  return {
    ...{ state: 'queued', nextAt: to + asked, problem, maybeSent },
    tryNextAt: isFirst ? Math.max(to, from + RECEIPT_WITHIN) : tryNextAt,
  };
}

/** The device has not said in time that it was shown. */
export function afterSilence({ clear }: Delivery, now: EpochMs): Advanced {
  return ended('unconfirmed', 'the device did not confirm it in time', clear ? null : now);
}

/** What became of it while it was in somebody's hands. */
export interface Meanwhile {
  readonly state: DeliveryState;
  /** Nobody need see to what it tells of any more. */
  readonly isOver: boolean;
}

/**
 * What is written of an attempt, beside what happened during it: a receipt and a withdrawal stand. Nobody else is told of what is over, and
 * what is shown of it, or may be, is to be taken back.
 */
export function settled(
  delivery: Delivery,
  advanced: Advanced,
  { state, isOver }: Meanwhile,
): Advanced & { readonly takeBack: boolean } {
  const isVain = isOver && !delivery.clear;
  const takeBack = isVain && delivery.state === 'queued' && advanced.maybeSent;
  const rest = { ...advanced, takeBack, tryNextAt: isVain ? null : advanced.tryNextAt };
  if (state === 'confirmed' || state === 'withdrawn') {
    return { ...rest, state, nextAt: null, tryNextAt: null };
  }
  if (isVain && advanced.state === 'queued') return { ...rest, state: 'withdrawn', nextAt: null };
  return rest;
}

function ended(state: DeliveryState, problem: string | null, tryNextAt: EpochMs | null): Advanced {
  return { state, nextAt: null, problem, tryNextAt, maybeSent: false };
}
