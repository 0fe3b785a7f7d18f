import { GRID_GAP, type GridRoom } from './fit-grid.ts';
import { LANES, type LaneName } from './lanes.ts';

export type CardSize = 'large' | 'medium' | 'small';

export interface LaneFit {
  readonly size: CardSize;
  /** Height of a card. */
  readonly cardHeight: number;
  /** How many cards lie side by side in each lane. */
  readonly columns: Readonly<Record<LaneName, number>>;
  /** False where not all cards fit and the lanes scroll. */
  readonly fits: boolean;
}

/** Heads and inner edges of a lane. */
export const LANE_HEAD = 52;
export const LANE_GAP = 8;
const CARD_GAP = 6;
const EDGE = 6;

const SIZES: readonly (GridRoom & { readonly size: CardSize })[] = [
  { size: 'large', width: 200, height: 118 },
  { size: 'medium', width: 168, height: 98 },
  { size: 'small', width: 158, height: 52 },
];

/**
 * The largest cards with which every lane shows all of its patients in this room; a crowded lane becomes several cards wide.
 * @param counts patients in each lane
 * @param room of all lanes together, in CSS pixels
 */
export function fitLanes(counts: Readonly<Record<LaneName, number>>, room: GridRoom): LaneFit {
  for (const { size, width, height } of SIZES) {
    const perColumn = Math.floor((room.height - LANE_HEAD - EDGE + CARD_GAP) / (height + CARD_GAP));
    if (perColumn < 1) continue;
    const columns = columnsOf(counts, perColumn);
    if (widthOf(columns, width) <= room.width) {
      return { size, cardHeight: height, columns, fits: true };
    }
  }
  return { ...smallest(), columns: columnsOf(counts, Infinity), fits: false };
}

function smallest(): { size: CardSize; cardHeight: number } {
  return { size: 'medium', cardHeight: 98 };
}

function columnsOf(
  counts: Readonly<Record<LaneName, number>>,
  perColumn: number,
): Record<LaneName, number> {
  const entries = LANES.map(({ name }) => [name, Math.max(1, Math.ceil(counts[name] / perColumn))]);
  return Object.fromEntries(entries) as Record<LaneName, number>;
}

function widthOf(columns: Readonly<Record<LaneName, number>>, card: number): number {
  const lanes = LANES.map(({ name }) => {
    const across = columns[name];
    return across * card + (across - 1) * CARD_GAP + 2 * EDGE;
  });
  return (
    lanes.reduce((sum, width) => sum + width, 0) + LANE_GAP * (LANES.length - 1) + 2 * GRID_GAP
  );
}
