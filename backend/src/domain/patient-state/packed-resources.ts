import { DAY, type EpochMs, type ObservationRecord } from '@endwatch/clinical';
import type { Span } from './patient-state.ts';
import type { StoredValues } from './stored-patient.ts';
import { isVitalSigns } from './vital-signs.ts';

/** Of values that are never let go of. */
const LASTING = NaN;

/**
 * Which resources had their values packed: true of each of them, and hardly ever of another (one in 400,000, with 5,000 packed), which costs a
 * load. Kept as numbers of 31 bits by day, so that those of old vital signs can be let go of.
 */
export class PackedResources {
  readonly size: number;
  /** Shared by those that follow each other: it may know of more than was packed when this one was made. */
  private readonly days: ReadonlyMap<number, Set<number>>;

  private constructor(days: ReadonlyMap<number, Set<number>>) {
    this.days = days;
    this.size = [...days.values()].reduce((sum, { size }) => sum + size, 0);
  }

  static none(): PackedResources {
    return new PackedResources(new Map());
  }

  has(resourceKey: string): boolean {
    const number = numberOf(resourceKey);
    for (const day of this.days.values()) if (day.has(number)) return true;
    return false;
  }

  with(records: readonly ObservationRecord[]): PackedResources {
    const days = new Map(this.days);
    for (const record of records) {
      const day = isVitalSigns(record) ? dayOf(record.times.effectiveAt) : LASTING;
      add(days, day, record.resourceKey);
    }
    return new PackedResources(days);
  }

  /** The same for vital signs in columns, those at `places`. */
  withVitalSigns(
    { resourceKey, at }: Pick<StoredValues, 'resourceKey' | 'at'>,
    places: readonly number[],
  ): PackedResources {
    const days = new Map(this.days);
    for (const place of places) add(days, dayOf(at[place] ?? NaN), resourceKey[place] ?? '');
    return new PackedResources(days);
  }

  /** Without the vital signs of days that lie within a span as a whole. */
  without({ from, to }: Span): PackedResources {
    const left = [...this.days].filter(([day]) => !(day * DAY > from && (day + 1) * DAY <= to));
    return new PackedResources(new Map(left));
  }
}

function add(days: Map<number, Set<number>>, day: number, resourceKey: string): void {
  const numbers = days.get(day);
  if (numbers === undefined) days.set(day, new Set([numberOf(resourceKey)]));
  else numbers.add(numberOf(resourceKey));
}

function dayOf(at: EpochMs): number {
  return Math.floor(at / DAY);
}

/** FNV-1a, without the last bit: small integers take no memory of their own. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 1;
}
