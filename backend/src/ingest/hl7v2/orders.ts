import { NO_ORDER, type Er7Segment } from './er7.ts';
import type { MessageKind, PatientGroup } from './hl7-groups.ts';
import type { LocalCodes } from './result-value.ts';

export interface Result {
  readonly obx: Er7Segment;
  readonly notes: readonly string[];
}

/** An OBR with its results, and the specimen they were measured in. */
export interface Order {
  readonly obr: Er7Segment;
  readonly results: readonly Result[];
  /** SPM-24 and OBX-free remarks of the laboratory. */
  readonly specimen: readonly Er7Segment[];
}

export interface OruInHand {
  readonly kind: MessageKind;
  readonly group: PatientGroup;
  readonly patientId: string;
  readonly localCodes: LocalCodes;
}

export function ordersOf({ segments }: PatientGroup): readonly Order[] {
  const orders: {
    obr: Er7Segment;
    results: { obx: Er7Segment; notes: string[] }[];
    specimen: Er7Segment[];
  }[] = [];
  for (const segment of segments) {
    if (segment.name === 'OBX' && orders.length === 0) {
      orders.push({ obr: NO_ORDER, results: [], specimen: [] });
    }
    const order = orders.at(-1);
    if (segment.name === 'OBR') orders.push({ obr: segment, results: [], specimen: [] });
    else if (segment.name === 'OBX') order?.results.push({ obx: segment, notes: [] });
    else if (segment.name === 'SPM') order?.specimen.push(segment);
    else if (segment.name === 'NTE') order?.results.at(-1)?.notes.push(segment.lines(3));
  }
  return orders;
}

/** When it was measured: the value's own time, else the order's. */
export function observedAt(obx: Er7Segment | null, obr: Er7Segment): string | null {
  return obx?.text(14) ?? obr.text(7);
}

/** Filler's number of an order, else the placer's. */
export function orderNumber(obr: Er7Segment): string | null {
  return obr.text(3) ?? obr.text(2);
}
