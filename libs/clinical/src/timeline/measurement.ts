import type { QuantityName } from '../quantity/quantity-name.ts';
import type { Comparator, ObservationRecord } from '../record/clinical-record.ts';
import type { EpochMs } from '../time.ts';

/** A value and the moment it holds for. */
export interface Sample {
  readonly at: EpochMs;
  /** In the canonical unit of the quantity; of a censored result the limit itself. */
  readonly value: number;
}

/** One value of one quantity, with the resource it came in (times, status, source). */
export interface Measurement extends Sample {
  readonly quantity: QuantityName;
  readonly comparator: Comparator | null;
  readonly loinc: string;
  readonly record: ObservationRecord;
}

export function measurementsOf(record: ObservationRecord): readonly Measurement[] {
  const measurements: Measurement[] = [];
  for (const fact of record.facts) {
    if (fact.kind !== 'measurement') continue;
    const { quantity, value, comparator, loinc } = fact;
    const at = record.times.effectiveAt;
    measurements.push({ quantity, value, comparator, loinc, at, record });
  }
  return measurements;
}
