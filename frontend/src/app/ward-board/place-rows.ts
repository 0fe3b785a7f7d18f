import type { BedLayout, BoardRow } from '@endwatch/contracts';
import { LOCALE } from '../words/locale.ts';

/** One place on the board. `patientId` null: a bed that was taken and is free now; it keeps its place. */
export interface Place {
  readonly key: string;
  readonly bed: string | null;
  readonly patientId: string | null;
}

const NO_LAYOUT: BedLayout = { order: [], hidden: [] };

type Placed = Pick<BoardRow, 'patientId' | 'bed'>;

const naturally = new Intl.Collator(LOCALE, { numeric: true, sensitivity: 'base' });

/**
 * Beds in the order of their names ("2" before "10"), each where it was; patients without a bed last.
 * @param known beds seen before, so that a bed left empty does not move its neighbours.
 * @param layout beds that somebody put in order come first; those that somebody hid are shown while somebody lies there
 */
export function placeRows(
  rows: readonly Placed[],
  known: readonly string[],
  layout: BedLayout = NO_LAYOUT,
): Place[] {
  const byBed = Map.groupBy(rows, (row) => row.bed);
  const beds = new Set([...known, ...[...byBed.keys()].filter((bed) => bed !== null)]);
  const ranks = new Map(layout.order.map((bed, rank) => [bed, rank]));
  const rankOf = (bed: string): number => ranks.get(bed) ?? ranks.size;
  const hidden = new Set(layout.hidden);
  const inOrder = [...beds].sort((a, b) => rankOf(a) - rankOf(b) || naturally.compare(a, b));
  const placed = inOrder.flatMap((bed) => {
    const inBed = byBed.get(bed) ?? [];
    if (inBed.length === 0 && hidden.has(bed)) return [];
    // Two patients in one bed for a moment (a swap being charted): both are shown.
    return inBed.length === 0
      ? [{ key: `bed ${bed}`, bed, patientId: null }]
      : inBed.map((row, index) => placeOf(row, index === 0 ? `bed ${bed}` : row.patientId));
  });
  const waiting = (byBed.get(null) ?? []).map((row) => placeOf(row, row.patientId));
  return [...placed, ...waiting];
}

/** Beds worth remembering after this look at the ward. */
export function rememberBeds(places: readonly Place[]): string[] {
  return [...new Set(places.map((place) => place.bed).filter((bed) => bed !== null))];
}

function placeOf(row: Placed, key: string): Place {
  return { key, bed: row.bed, patientId: row.patientId };
}
