import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import { assembleAssessments, hasNihss } from '../nihss/nihss-assessment.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type {
  ClinicalRecord,
  Comparator,
  ConditionRecord,
  ObservationRecord,
  PatientRecord,
  ReportRecord,
  TreatmentRecord,
} from '../record/clinical-record.ts';
import { newestVersions } from '../record/newest-versions.ts';
import { byTime, countUntil } from '../record/record-order.ts';
import type { EpochMs } from '../time.ts';

/** One value of one quantity, with the resource it came in (times, status, source). */
export interface Measurement {
  readonly quantity: QuantityName;
  /** In the canonical unit of the quantity; of a censored result the limit itself. */
  readonly value: number;
  readonly comparator: Comparator | null;
  readonly loinc: string;
  readonly at: EpochMs;
  readonly record: ObservationRecord;
}

interface Facts {
  readonly measurements: ReadonlyMap<QuantityName, readonly Measurement[]>;
  readonly assessments: readonly NihssAssessment[];
  readonly reports: readonly ReportRecord[];
  readonly conditions: readonly ConditionRecord[];
  readonly treatments: readonly TreatmentRecord[];
  readonly patient: PatientRecord | null;
}

const atOf = (value: { readonly at: EpochMs }): EpochMs => value.at;
const effectiveAtOf = (record: ClinicalRecord): EpochMs => record.times.effectiveAt;

/**
 * What was true of a patient up to `until`, ordered by (effective time, issue, resource). Later facts cannot be reached. Views share their
 * facts: `asOf` costs nothing and each question a binary search.
 */
export class PatientTimeline {
  /** Nothing effective after this exists here; Infinity for the whole timeline. */
  readonly until: EpochMs;
  private readonly facts: Facts;

  constructor(facts: Facts, until: EpochMs) {
    this.facts = facts;
    this.until = until;
  }

  /** Demographics, which have no effective time of their own. */
  get patient(): PatientRecord | null {
    return this.facts.patient;
  }

  get assessments(): readonly NihssAssessment[] {
    return upTo(this.facts.assessments, this.until, atOf);
  }

  get reports(): readonly ReportRecord[] {
    return upTo(this.facts.reports, this.until, effectiveAtOf);
  }

  get conditions(): readonly ConditionRecord[] {
    return upTo(this.facts.conditions, this.until, effectiveAtOf);
  }

  get treatments(): readonly TreatmentRecord[] {
    return upTo(this.facts.treatments, this.until, effectiveAtOf);
  }

  /** Newest value, or null. */
  latest(quantity: QuantityName): Measurement | null {
    const all = this.facts.measurements.get(quantity) ?? [];
    return all[countUntil(all, this.until, atOf) - 1] ?? null;
  }

  /** Values effective after `from` (exclusive), oldest first; all of them without `from`. */
  series(quantity: QuantityName, from: EpochMs = -Infinity): readonly Measurement[] {
    const all = this.facts.measurements.get(quantity) ?? [];
    return all.slice(countUntil(all, from, atOf), countUntil(all, this.until, atOf));
  }

  /** The same patient with nothing known after `until`; never later than this view itself. */
  cutAt(until: EpochMs): PatientTimeline {
    return new PatientTimeline(this.facts, Math.min(until, this.until));
  }
}

/** A view in which nothing effective after `t` exists. */
export function asOf(timeline: PatientTimeline, t: EpochMs): PatientTimeline {
  return timeline.cutAt(t);
}

/** One patient's records, any versions in any order, to the timeline of what holds: newest versions, without what was retracted. */
export function buildTimeline(records: Iterable<ClinicalRecord>): PatientTimeline {
  const held = [...newestVersions(records).values()].filter((record) => !record.retracted);
  const observations = held.filter((record) => record.type === 'observation').sort(byTime);
  return new PatientTimeline(
    {
      measurements: measurementsOf(observations),
      assessments: assembleAssessments(observations.filter(hasNihss)),
      reports: held.filter((record) => record.type === 'report').sort(byTime),
      conditions: held.filter((record) => record.type === 'condition').sort(byTime),
      treatments: held.filter((record) => record.type === 'treatment').sort(byTime),
      patient: survivor(held.filter((record) => record.type === 'patient')),
    },
    Infinity,
  );
}

function upTo<Value>(
  ordered: readonly Value[],
  until: EpochMs,
  timeOf: (value: Value) => EpochMs,
): readonly Value[] {
  const count = countUntil(ordered, until, timeOf);
  return count === ordered.length ? ordered : ordered.slice(0, count);
}

function measurementsOf(
  ordered: readonly ObservationRecord[],
): ReadonlyMap<QuantityName, readonly Measurement[]> {
  const byQuantity = new Map<QuantityName, Measurement[]>();
  for (const record of ordered) {
    for (const fact of record.facts) {
      if (fact.kind !== 'measurement') continue;
      const { quantity, value, comparator, loinc } = fact;
      const at = record.times.effectiveAt;
      const series = byQuantity.get(quantity);
      const measurement: Measurement = { quantity, value, comparator, loinc, at, record };
      if (series) series.push(measurement);
      else byQuantity.set(quantity, [measurement]);
    }
  }
  return byQuantity;
}

/** After a merge two Patient resources are known: the one that was not replaced speaks, then the newest. */
function survivor(patients: readonly PatientRecord[]): PatientRecord | null {
  const [first] = [...patients].sort(
    (a, b) => Number(a.replacedBy !== null) - Number(b.replacedBy !== null) || byTime(b, a),
  );
  return first ?? null;
}
