import type { ClinicalRecord } from './clinical-record.ts';

/** What holds: of each resource the newest version, retracted ones included. */
export type NewestVersions = ReadonlyMap<string, ClinicalRecord>;

/**
 * Negative when `a` gives way to `b`, positive the other way round, 0 when they are the same version of the same content from the same
 * moment. A total order, so that merging does not depend on arrival: the greater version holds; of one version sent twice, the copy the
 * log took first.
 */
export function compareVersions(a: ClinicalRecord, b: ClinicalRecord): number {
  return (
    compareText(a.version, b.version) ||
    b.times.brokerAt - a.times.brokerAt ||
    b.times.ingestedAt - a.times.ingestedAt ||
    compareText(stableText(b), stableText(a))
  );
}

/** The newest version of each resource among `records`. */
export function newestVersions(records: Iterable<ClinicalRecord>): NewestVersions {
  return mergeRecords(new Map(), records);
}

/**
 * Joins further records into what is known: commutative, associative and idempotent. Returns `known` itself when nothing moved, so that
 * a repeat can be told by identity.
 */
export function mergeRecords(
  known: NewestVersions,
  records: Iterable<ClinicalRecord>,
): NewestVersions {
  let merged: Map<string, ClinicalRecord> | null = null;
  for (const record of records) {
    const held = (merged ?? known).get(record.resourceKey);
    if (held === record || (held && compareVersions(held, record) >= 0)) continue;
    merged ??= new Map(known);
    merged.set(record.resourceKey, record);
  }
  return merged ?? known;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** JSON with sorted keys: two records that say the same compare as equal however they were built. */
function stableText(record: ClinicalRecord): string {
  return JSON.stringify(record, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
      : value,
  );
}
