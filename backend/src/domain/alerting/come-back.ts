import type { EpochMs } from '@endwatch/clinical';
import type { AlertState, AlertTransition } from './alert.ts';
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
export function cameBack({ by, reason }: Pick<AlertTransition, 'by' | 'reason'>): boolean {
  if (by !== SYSTEM) return false;
  return (
    reason.startsWith(SNOOZE_OVER) || reason.startsWith(HANDED_OVER) || reason.includes(STILL_OPEN)
  );
}
