import type { EpochMs } from '@endwatch/clinical';
import type { PatientState } from '../domain/patient-state/patient-state.ts';
import type { RoundContext, Trigger } from './patient-round.ts';

/** What waits already is done once records have settled, but not later than the longest wait. */
export function settle(
  { now, settings }: Pick<RoundContext, 'now' | 'settings'>,
  { trigger, before }: { readonly trigger: Trigger; readonly before: PatientState },
  wakeAt: EpochMs | null,
): { readonly wakeAt: EpochMs | null; readonly since: EpochMs | null } {
  if (wakeAt === null || wakeAt > now) return { wakeAt, since: null };
  const { quiet, longest } = settings.settle;
  const since = trigger === 'clock' ? now : (before.facts.waitingSince ?? now);
  return { wakeAt: Math.min(now + quiet, Math.max(since + longest, now)), since };
}
