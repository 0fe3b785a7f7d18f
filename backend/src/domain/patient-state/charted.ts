import type { ClinicalRecord, EpochMs } from '@endwatch/clinical';

/** What moves `asOf` forward: facts measured at a moment. Demographics and history have no moment of their own. */
export function latestEffective(
  known: EpochMs | null,
  records: Iterable<ClinicalRecord>,
): EpochMs | null {
  let latest = known;
  for (const record of records) {
    if (!isCharted(record)) continue;
    const at = record.times.effectiveAt;
    if (latest === null || at > latest) latest = at;
  }
  return latest;
}

export function isCharted(record: ClinicalRecord): boolean {
  return record.type === 'observation' || record.type === 'report' || record.type === 'treatment';
}

/** The earlier of what is known and of a record charted at or after `from`. */
export function earlierCharted(
  first: EpochMs | null,
  record: ClinicalRecord,
  from: EpochMs,
): EpochMs | null {
  if (record.retracted || !isCharted(record)) return first;
  const at = record.times.effectiveAt;
  return at >= from && (first === null || at < first) ? at : first;
}
