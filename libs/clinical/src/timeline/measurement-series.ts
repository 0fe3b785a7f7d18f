import type { ClinicalRecord } from '../record/clinical-record.ts';
import { byTime } from '../record/record-order.ts';
import type { EpochMs } from '../time.ts';
import type { Measurement, Sample } from './measurement.ts';

/** What stands at one place of each column is one value; `source` is null where it is packed. */
interface Columns {
  readonly at: EpochMs[];
  readonly value: number[];
  readonly source: (Measurement | null)[];
}

interface Entry extends Sample {
  readonly source: Measurement | null;
}

/**
 * Values of one quantity by (effective time, issue, resource). Never changes. In columns, because a monitored patient has thousands: of a
 * packed value its moment and its number are left, and the resource it came in is not known any more.
 */
export class MeasurementSeries {
  readonly length: number;
  /** Shared by series that follow each other: one may have written on behind the length of those before. */
  private readonly columns: Columns;

  private constructor(columns: Columns, length: number) {
    this.columns = columns;
    this.length = length;
  }

  static empty(): MeasurementSeries {
    return new MeasurementSeries({ at: [], value: [], source: [] }, 0);
  }

  /** Packed values: of each place a moment, in order, and a number. */
  static ofPacked(at: readonly EpochMs[], value: readonly number[]): MeasurementSeries {
    const source = new Array<null>(at.length).fill(null);
    return new MeasurementSeries({ at: [...at], value: [...value], source }, at.length);
  }

  at(index: number): EpochMs {
    return this.columns.at[index] as EpochMs;
  }

  value(index: number): number {
    return this.columns.value[index] as number;
  }

  /** Throws a `RangeError` for a packed value. */
  measurement(index: number): Measurement {
    const source = this.columns.source[index] ?? null;
    if (source === null) throw new RangeError('a packed value has no resource');
    return source;
  }

  /** How many values lie at or before `until`. Binary search. */
  countUntil(until: EpochMs): number {
    // Most questions are about now.
    if (this.length === 0 || this.at(this.length - 1) <= until) return this.length;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= until) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A packed value of this very moment: whether another comes before or after it cannot be told. */
  isPackedAt(at: EpochMs): boolean {
    for (let index = this.countUntil(at) - 1; index >= 0 && this.at(index) === at; index -= 1) {
      if (this.columns.source[index] === null) return true;
    }
    return false;
  }

  without(records: ReadonlySet<ClinicalRecord>): MeasurementSeries {
    return this.where(({ source }) => source === null || !records.has(source.record));
  }

  /** Without the packed values between two moments, at which they stay. */
  withoutPacked(from: EpochMs, to: EpochMs): MeasurementSeries {
    return this.where(({ at, source }) => source !== null || at <= from || at >= to);
  }

  /** @param added in order among themselves */
  with(added: readonly Measurement[]): MeasurementSeries {
    const [first] = added;
    if (first === undefined) return this;
    // From the end: what comes late comes little late.
    let from = this.length;
    while (from > 0 && this.isAfter(from - 1, first)) from -= 1;
    if (from === this.length) return this.continued(added);
    const entries = this.entries();
    const late = added.map((source): Entry => ({ at: source.at, value: source.value, source }));
    const end = [...entries.splice(from), ...late].sort(byPlace);
    return MeasurementSeries.of([...entries, ...end]);
  }

  /** The values of these records reduced to moment and number. */
  packed(records: ReadonlySet<ClinicalRecord>): MeasurementSeries {
    const { at, value, source } = this.columns;
    const left = source
      .slice(0, this.length)
      .map((each) => (each !== null && records.has(each.record) ? null : each));
    return new MeasurementSeries({ at, value, source: left }, this.length);
  }

  private isAfter(index: number, { at, record }: Measurement): boolean {
    const mine = this.at(index);
    return mine > at || (mine === at && byTime(this.measurement(index).record, record) > 0);
  }

  private continued(added: readonly Measurement[]): MeasurementSeries {
    const { at, value, source } =
      this.columns.at.length === this.length ? this.columns : this.copied();
    for (const each of added) {
      at.push(each.at);
      value.push(each.value);
      source.push(each);
    }
    return new MeasurementSeries({ at, value, source }, at.length);
  }

  private copied(): Columns {
    const { at, value, source } = this.columns;
    const { length } = this;
    return {
      at: at.slice(0, length),
      value: value.slice(0, length),
      source: source.slice(0, length),
    };
  }

  private where(stays: (entry: Entry) => boolean): MeasurementSeries {
    const entries = this.entries().filter(stays);
    return entries.length === this.length ? this : MeasurementSeries.of(entries);
  }

  private entries(): Entry[] {
    const { at, value, source } = this.copied();
    return at.map((time, index) => ({
      ...{ at: time, value: value[index] as number },
      source: source[index] ?? null,
    }));
  }

  private static of(entries: readonly Entry[]): MeasurementSeries {
    const at = entries.map((each) => each.at);
    const columns = {
      ...{ at, value: entries.map((each) => each.value) },
      source: entries.map(({ source }) => source),
    };
    return new MeasurementSeries(columns, at.length);
  }
}

/** Two packed values of one moment stay as they stood. */
function byPlace(a: Entry, b: Entry): number {
  if (a.at !== b.at || a.source === null || b.source === null) return a.at - b.at;
  return byTime(a.source.record, b.source.record);
}
