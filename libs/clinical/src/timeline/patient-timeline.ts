import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type {
  ClinicalRecord,
  ConditionRecord,
  ObservationRecord,
  PatientRecord,
  ReportRecord,
  TreatmentRecord,
} from '../record/clinical-record.ts';
import type { NewestVersions } from '../record/newest-versions.ts';
import { mergeRecords, newestVersions } from '../record/newest-versions.ts';
import { byTime, countUntil } from '../record/record-order.ts';
import type { EpochMs } from '../time.ts';
import type { Measurement, Sample } from './measurement.ts';
import { MeasurementSeries } from './measurement-series.ts';
import type { TimelineFacts } from './timeline-facts.ts';
import { factsOf, isPackedBeside, movedTo, packedTo, withoutPacked } from './timeline-facts.ts';

export type { Measurement, Sample } from './measurement.ts';
export { MeasurementSeries } from './measurement-series.ts';
export { isPackedBeside } from './timeline-facts.ts';

const NONE = MeasurementSeries.empty();
const atOf = (value: { readonly at: EpochMs }): EpochMs => value.at;
const effectiveAtOf = (record: ClinicalRecord): EpochMs => record.times.effectiveAt;

/** The values of `series` from place `from` up to and without `to`. */
export interface Stretch {
  readonly series: MeasurementSeries;
  readonly from: number;
  readonly to: number;
}

/**
 * What was true of a patient up to `until`, ordered by (effective time, issue, resource). Later facts cannot be reached. Views share their
 * facts: `asOf` costs nothing and each question a binary search.
 */
export class PatientTimeline {
  /** Nothing effective after this exists here; Infinity for the whole timeline. */
  readonly until: EpochMs;
  private readonly facts: TimelineFacts;

  constructor(facts: TimelineFacts, until: EpochMs) {
    this.facts = facts;
    this.until = until;
  }

  /** Demographics, which have no effective time of their own. After a merge the patient that was not replaced speaks, then the newest. */
  get patient(): PatientRecord | null {
    if (this.facts.patients.length < 2) return this.facts.patients[0] ?? null;
    const [first] = [...this.facts.patients].sort(
      (a, b) => Number(a.replacedBy !== null) - Number(b.replacedBy !== null) || byTime(b, a),
    );
    return first ?? null;
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
  latest(quantity: QuantityName): Sample | null {
    const { series, to } = this.stretch(quantity);
    return to === 0 ? null : { at: series.at(to - 1), value: series.value(to - 1) };
  }

  /** The same with its resource, or null. Throws a `RangeError` where that is packed. */
  latestMeasurement(quantity: QuantityName): Measurement | null {
    const { series, to } = this.stretch(quantity);
    return to === 0 ? null : series.measurement(to - 1);
  }

  /** Values effective after `from` (exclusive), oldest first; all of them without `from`. Throws a `RangeError` where one is packed. */
  series(quantity: QuantityName, from: EpochMs = -Infinity): readonly Measurement[] {
    const stretch = this.stretch(quantity, from);
    const measurements: Measurement[] = [];
    for (let index = stretch.from; index < stretch.to; index += 1) {
      measurements.push(stretch.series.measurement(index));
    }
    return measurements;
  }

  /** The same values in place: nothing is copied, and packed ones are among them. */
  stretch(quantity: QuantityName, from: EpochMs = -Infinity): Stretch {
    const series = this.facts.measurements.get(quantity) ?? NONE;
    const first = from === -Infinity ? 0 : series.countUntil(from);
    return { series, from: first, to: series.countUntil(this.until) };
  }

  /** Effective time of the first value at or after `from`, of any quantity; null when there is none. */
  firstMeasuredSince(from: EpochMs): EpochMs | null {
    let first = Infinity;
    for (const quantity of this.facts.measurements.keys()) {
      const stretch = this.stretch(quantity, from - 1);
      if (stretch.from < stretch.to) first = Math.min(first, stretch.series.at(stretch.from));
    }
    return first === Infinity ? null : first;
  }

  /** Whether a packed value of the same quantity and moment leaves the place of a value of `record` open. */
  isPackedBeside(record: ClinicalRecord): boolean {
    return isPackedBeside(this.facts.measurements, record);
  }

  /** The same values, of these records (of nothing but values) as moments and numbers: `newest` holds the records no more. */
  packed(records: readonly ObservationRecord[], newest: NewestVersions): PatientTimeline {
    return new PatientTimeline(packedTo(this.facts, records, newest), this.until);
  }

  /** Without the packed values of these quantities between two moments, at which they stay. */
  withoutPacked(quantities: readonly QuantityName[], from: EpochMs, to: EpochMs): PatientTimeline {
    return new PatientTimeline(withoutPacked(this.facts, quantities, { from, to }), this.until);
  }

  /** The same patient with nothing known after `until`; never later than this view itself. */
  cutAt(until: EpochMs): PatientTimeline {
    return new PatientTimeline(this.facts, Math.min(until, this.until));
  }

  /** The same view once `records` have arrived; `newest` is what holds then, where the caller has merged them already. */
  with(records: readonly ClinicalRecord[], newest?: NewestVersions): PatientTimeline {
    const after = newest ?? mergeRecords(this.facts.newest, records);
    const touched = records.map(({ resourceKey }) => resourceKey);
    return new PatientTimeline(movedTo(this.facts, after, touched), this.until);
  }
}

/** A view in which nothing effective after `t` exists. */
export function asOf(timeline: PatientTimeline, t: EpochMs): PatientTimeline {
  return timeline.cutAt(t);
}

/** One patient's records, any versions in any order, to the timeline of what holds: newest versions, without what was retracted. */
export function buildTimeline(records: Iterable<ClinicalRecord>): PatientTimeline {
  return new PatientTimeline(factsOf(newestVersions(records)), Infinity);
}

/** The same with packed values, whose records are not among `newest`. Throws a `RangeError` where the order of two values cannot be told. */
export function packedTimeline(
  newest: NewestVersions,
  packed: ReadonlyMap<QuantityName, MeasurementSeries>,
): PatientTimeline {
  return new PatientTimeline(factsOf(newest, packed), Infinity);
}

/**
 * The timeline once further records have arrived: the same as building it anew from all of them, at the cost of what they touch. `newest`
 * is what the merge of both made, where the caller has it.
 */
export function extendTimeline(
  timeline: PatientTimeline,
  records: readonly ClinicalRecord[],
  newest?: NewestVersions,
): PatientTimeline {
  return timeline.with(records, newest);
}

function upTo<Value>(
  ordered: readonly Value[],
  until: EpochMs,
  timeOf: (value: Value) => EpochMs,
): readonly Value[] {
  const count = countUntil(ordered, until, timeOf);
  return count === ordered.length ? ordered : ordered.slice(0, count);
}
