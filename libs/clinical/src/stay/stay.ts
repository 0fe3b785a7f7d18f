import type {
  ClinicalRecord,
  EncounterLocation,
  EncounterRecord,
} from '../record/clinical-record.ts';
import { newestVersions } from '../record/newest-versions.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';

/** Encounters no further apart than this are one stay (emergency department, then ward). */
export const STAY_GAP: number = 6 * HOUR;

/** One time in hospital, joined from the encounters it is recorded as. */
export interface Stay {
  /** The encounter the patient is in now; of a stay that ended, the last one. */
  readonly encounterId: string;
  readonly encounterIds: readonly string[];
  /** t0: first start. */
  readonly admittedAt: EpochMs;
  /** Null while in hospital. */
  readonly dischargedAt: EpochMs | null;
  readonly died: boolean;
  /** Active locations, newest first. */
  readonly locations: readonly EncounterLocation[];
}

interface Span {
  readonly encounter: EncounterRecord;
  /** Infinity while it lasts. */
  readonly end: EpochMs;
}

/**
 * The latest stay that began at or before `at`, as it stood then; null when there is none. Planned, cancelled and retracted encounters do
 * not count. A stay that ended is still returned, with `dischargedAt`.
 */
export function stayOf(records: Iterable<ClinicalRecord>, at: EpochMs): Stay | null {
  const spans = latestJoined(spansUntil(records, at));
  const first = spans[0];
  if (!first) return null;
  const open = spans.filter((span) => span.end > at);
  const current = newestFirst(open.length > 0 ? open : spans);
  const lastEnd = Math.max(...spans.map((span) => span.end));
  return {
    encounterId: (current[0] ?? first).encounter.encounterId,
    encounterIds: spans.map((span) => span.encounter.encounterId),
    admittedAt: first.encounter.start,
    dischargedAt: open.length > 0 ? null : lastEnd,
    died: spans.some((span) => span.encounter.died),
    locations: (open.length > 0 ? current : current.slice(0, 1)).flatMap((span) =>
      activeLocations(span.encounter, at),
    ),
  };
}

function spansUntil(records: Iterable<ClinicalRecord>, at: EpochMs): readonly Span[] {
  const encounters: EncounterRecord[] = [];
  for (const record of records) if (record.type === 'encounter') encounters.push(record);
  const spans: Span[] = [];
  for (const record of newestVersions(encounters).values()) {
    if (record.type !== 'encounter' || record.retracted || record.start > at) continue;
    if (record.encounterStatus === 'planned' || record.encounterStatus === 'cancelled') continue;
    spans.push({ encounter: record, end: endOf(record) });
  }
  return spans.sort(byStart);
}

/** A finished encounter without an end ended when its sender said so. */
function endOf(encounter: EncounterRecord): EpochMs {
  if (encounter.end !== null) return Math.max(encounter.end, encounter.start);
  if (encounter.encounterStatus !== 'finished') return Infinity;
  return Math.max(encounter.times.issuedAt ?? encounter.times.brokerAt, encounter.start);
}

/** The last run of spans that overlap or follow one another within the gap. */
function latestJoined(spans: readonly Span[]): readonly Span[] {
  let run: Span[] = [];
  let runEnd = -Infinity;
  for (const span of spans) {
    if (span.encounter.start > runEnd + STAY_GAP) run = [];
    run.push(span);
    runEnd = run.length === 1 ? span.end : Math.max(runEnd, span.end);
  }
  return run;
}

function byStart(a: Span, b: Span): number {
  return (
    a.encounter.start - b.encounter.start ||
    (a.encounter.encounterId < b.encounter.encounterId ? -1 : 1)
  );
}

function newestFirst(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => byStart(b, a));
}

function activeLocations(encounter: EncounterRecord, at: EpochMs): readonly EncounterLocation[] {
  const since = (location: EncounterLocation): EpochMs => location.from ?? encounter.start;
  return encounter.locations
    .filter((location) => location.active && since(location) <= at)
    .sort((a, b) => since(b) - since(a));
}
