import type { EpochMs } from '@endwatch/clinical';
import type { Judged } from '../domain/patient-state/patient-state.ts';
import type { PipelineSettings } from './pipeline-settings.ts';

type Pace = PipelineSettings['pace'];

/**
 * A further judgement, once it is made: what it leaves of the credit, which grows by one in every `pace.every` up to `pace.burst`. Who is judged
 * for the first time by this process has `pace.first`: after a start that is everybody at once.
 */
export function judged(pace: Pace, before: Judged | undefined, now: EpochMs): Judged {
  return { at: now, credit: Math.max(0, creditAt(pace, before, now) - 1) };
}

/** When a patient has credit for a further judgement; null = now. */
export function nextTurn(pace: Pace, before: Judged, now: EpochMs): EpochMs | null {
  const credit = creditAt(pace, before, now);
  return credit >= 1 ? null : now + Math.ceil((1 - credit) * pace.every);
}

/** A clock that was set back holds nobody up. */
function creditAt({ burst, first, every }: Pace, before: Judged | undefined, now: EpochMs): number {
  if (before === undefined) return first;
  if (now < before.at) return burst;
  return Math.min(burst, before.credit + (now - before.at) / every);
}
