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
  const moved = new Map<string, ClinicalRecord>();
  for (const record of records) {
    const held = moved.get(record.resourceKey) ?? known.get(record.resourceKey);
    if (held === record || (held && compareVersions(held, record) >= 0)) continue;
    moved.set(record.resourceKey, record);
  }
  return moved.size === 0 ? known : withMoved(known, moved);
}

/** More than this many recent versions are joined into the settled ones: a delivery of a few then copies few, whatever the length of a stay. */
const RECENT = 48;

function withMoved(known: NewestVersions, moved: Map<string, ClinicalRecord>): NewestVersions {
  if (known.size === 0) return moved;
  const settled = known instanceof LayeredVersions ? known.settled : known;
  const recent = known instanceof LayeredVersions ? new Map(known.recent) : moved;
  if (recent !== moved) for (const [key, record] of moved) recent.set(key, record);
  if (recent.size <= RECENT) return new LayeredVersions(settled, recent);
  // A Map is copied as a whole; one entry after the other takes many times as long.
  const all = new Map(settled);
  for (const [key, record] of recent) all.set(key, record);
  return all;
}

/** Two maps read as one: what arrived lately over what was there before. */
class LayeredVersions implements ReadonlyMap<string, ClinicalRecord> {
  readonly settled: NewestVersions;
  readonly recent: ReadonlyMap<string, ClinicalRecord>;
  readonly size: number;

  constructor(settled: NewestVersions, recent: ReadonlyMap<string, ClinicalRecord>) {
    this.settled = settled;
    this.recent = recent;
    let added = 0;
    for (const key of recent.keys()) if (!settled.has(key)) added += 1;
    this.size = settled.size + added;
  }

  get(key: string): ClinicalRecord | undefined {
    return this.recent.get(key) ?? this.settled.get(key);
  }

  has(key: string): boolean {
    return this.recent.has(key) || this.settled.has(key);
  }

  *entries(): MapIterator<[string, ClinicalRecord]> {
    for (const [key, record] of this.settled) yield [key, this.recent.get(key) ?? record];
    for (const [key, record] of this.recent) if (!this.settled.has(key)) yield [key, record];
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<ClinicalRecord> {
    for (const [, record] of this.entries()) yield record;
  }

  forEach(act: (record: ClinicalRecord, key: string, map: NewestVersions) => void): void {
    for (const [key, record] of this.entries()) act(record, key, this);
  }

  [Symbol.iterator](): MapIterator<[string, ClinicalRecord]> {
    return this.entries();
  }
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
