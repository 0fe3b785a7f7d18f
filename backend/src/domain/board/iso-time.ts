import type { EpochMs } from '@endwatch/clinical';

/** The same moments are told again with each change of a tile: admission, examinations, newest values. */
const told = new Map<EpochMs, string>();
const MOST_TOLD = 20_000;

/** A moment as it crosses a wire: ISO 8601 in UTC. */
export function isoTime(at: EpochMs): string {
  const known = told.get(at);
  if (known !== undefined) return known;
  if (told.size >= MOST_TOLD) told.clear();
  const text = new Date(at).toISOString();
  told.set(at, text);
  return text;
}

export function isoTimeOrNull(at: EpochMs | null | undefined): string | null {
  return at === null || at === undefined ? null : isoTime(at);
}
