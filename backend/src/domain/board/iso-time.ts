import type { EpochMs } from '@endwatch/clinical';

/** A moment as it crosses a wire: ISO 8601 in UTC. */
export function isoTime(at: EpochMs): string {
  return new Date(at).toISOString();
}

export function isoTimeOrNull(at: EpochMs | null | undefined): string | null {
  return at === null || at === undefined ? null : isoTime(at);
}
