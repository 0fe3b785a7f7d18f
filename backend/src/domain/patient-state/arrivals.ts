import {
  versionTime,
  type ClinicalRecord,
  type EncounterRecord,
  type EpochMs,
  type NewestVersions,
} from '@endwatch/clinical';

/** Of what says not when a stay began: as an earlier version has it, in what is known or further up in what came. */
export function withKnownStarts(
  known: NewestVersions,
  sent: readonly ClinicalRecord[],
): readonly ClinicalRecord[] {
  if (!sent.some((record) => record.type === 'encounter' && record.startUnsaid)) return sent;
  const starts = new Map<string, EpochMs>();
  return sent.map((record) => {
    if (record.type !== 'encounter') return record;
    const held = known.get(record.resourceKey);
    const start = starts.get(record.resourceKey) ?? (held as EncounterRecord | undefined)?.start;
    const told = record.startUnsaid && start !== undefined ? { ...record, start } : record;
    starts.set(record.resourceKey, told.start);
    return told;
  });
}

/** Senders that number nothing send the same again: what differs by nothing but when the log took it is no other version. */
export function withoutRepeats(
  known: NewestVersions,
  sent: readonly ClinicalRecord[],
): readonly ClinicalRecord[] {
  const newest = new Map<string, ClinicalRecord>();
  return sent.filter((record) => {
    const { resourceKey, version } = record;
    const held = newest.get(resourceKey) ?? known.get(resourceKey);
    if (held === undefined) newest.set(resourceKey, record);
    if (held === undefined || held.version === version) return true;
    if (saidBy(held) === saidBy(record)) return false;
    if (version > held.version) newest.set(resourceKey, record);
    return true;
  });
}

/** A version without the log's time, which orders those that their sender did not. */
function saidBy({ version, times }: ClinicalRecord): string {
  return version.replaceAll(versionTime(times.brokerAt), '');
}
