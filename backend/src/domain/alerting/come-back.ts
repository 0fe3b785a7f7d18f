import type { EpochMs } from '@endwatch/clinical';
import type { AlertState } from './alert.ts';
import { SYSTEM } from './alert-life.ts';
import { duration } from './verdict.ts';

const SNOOZE_OVER = 'The snooze is over';
const HANDED_OVER = 'Handed over at the end of the shift: ';
const STILL_OPEN = ' ago and it is still open';

export function comesBack({ state, holder, stateSince }: AlertState, now: EpochMs): string {
  if (state === 'snoozed') return SNOOZE_OVER;
  return `${holder ?? 'Somebody'} took it ${duration(now - stateSince)}${STILL_OPEN}`;
}

export function handedOver({ holder }: AlertState): string {
  return `${HANDED_OVER}${holder ?? 'somebody'} had it`;
}

/** Whether an alert was raised again by the clock alone: a snooze was over, who had it was asked after it, or their shift ended. Nothing had got worse. */
export function cameBack({ by, reason, byClock }: Again): boolean {
  return byClock ?? (by === SYSTEM && saysSo(reason));
}

interface Again {
  readonly by: string;
  readonly reason: string;
  /** Null = of before it was noted. */
  readonly byClock: boolean | null;
}

/** History is not written anew: of what is old only its words are left. */
function saysSo(reason: string): boolean {
  return (
    reason.startsWith(SNOOZE_OVER) || reason.startsWith(HANDED_OVER) || reason.includes(STILL_OPEN)
  );
}
