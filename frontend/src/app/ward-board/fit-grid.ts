/** Sizes in CSS pixels. */
export interface GridRoom {
  readonly width: number;
  readonly height: number;
}

export interface GridFit {
  readonly columns: number;
  readonly tileHeight: number;
  /** False where the beds do not all fit and the board scrolls. */
  readonly fits: boolean;
}

export const GRID_GAP = 8;
export const SMALLEST_TILE: GridRoom = { width: 178, height: 226 };
const LARGEST_TILE: GridRoom = { width: 380, height: 330 };
/** What a tile looks best at: decides between several ways to fit. */
const SHAPE = 0.86;

/** As few and as large tiles as the room allows, all of one size, in the shape that reads best. */
export function fitGrid(count: number, room: GridRoom): GridFit {
  const most = Math.max(1, perLine(room.width, SMALLEST_TILE.width));
  let best: GridFit | null = null;
  let bestArea = 0;
  for (let columns = 1; columns <= Math.min(most, Math.max(count, 1)); columns++) {
    const rows = Math.ceil(count / columns);
    const height = Math.min(share(room.height, rows), LARGEST_TILE.height);
    if (height < SMALLEST_TILE.height) continue;
    const width = Math.min(share(room.width, columns), LARGEST_TILE.width);
    const area = usefulArea(width, height);
    if (area > bestArea) {
      best = { columns, tileHeight: Math.floor(height), fits: true };
      bestArea = area;
    }
  }
  return best ?? { columns: most, tileHeight: SMALLEST_TILE.height, fits: false };
}

export const LARGEST_TILE_WIDTH: number = LARGEST_TILE.width;

function perLine(length: number, least: number): number {
  return Math.floor((length + GRID_GAP) / (least + GRID_GAP));
}

function share(length: number, parts: number): number {
  return (length - GRID_GAP * (parts - 1)) / parts;
}

/** Of a tile too wide or too tall only the part in shape counts. */
function usefulArea(width: number, height: number): number {
  return Math.min(width, height * SHAPE * 1.25) * Math.min(height, width / (SHAPE * 0.75));
}
