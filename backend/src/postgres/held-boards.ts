import type { BoardRow, BoardSnapshot } from '@endwatch/contracts';

/** More are not held: of wards that nobody looks at the oldest go. */
const MOST_WARDS = 64;

/** A ward's board as one statement read it. */
export interface ReadBoard {
  /** Differs where rows or layout may differ. */
  readonly mark: string;
  readonly ward: BoardSnapshot['ward'];
  readonly sequence: number;
  /** Tiles as they are stored, in order, each as JSON. */
  readonly tiles: readonly string[];
}

/** The same, its tiles once as bytes and once as objects, however many ask. */
export interface HeldBoard extends Omit<ReadBoard, 'tiles'> {
  /** What follows the head of the snapshot. */
  readonly json: Buffer;
  readonly rows: () => readonly BoardRow[];
}

interface Entry {
  readonly mark: string;
  readonly board: Promise<HeldBoard | null>;
}

/**
 * Boards as read last, by ward. Every change of a tile takes a number of its ward in the same commit, so what has the mark of now is the board of
 * now: a ward of 500 that many open at once is read and written out once.
 */
export class HeldBoards {
  readonly #entries = new Map<string, Entry>();
  readonly #read: (ward: string) => Promise<ReadBoard | null>;

  constructor(read: (ward: string) => Promise<ReadBoard | null>) {
    this.#read = read;
  }

  /** @param mark of now; what is answered may be newer */
  async get(ward: string, mark: string): Promise<HeldBoard | null> {
    const known = this.#entries.get(ward);
    if (known?.mark === mark) return known.board;
    const board = this.#read(ward).then((read) => read && heldOf(read));
    this.#hold(ward, { mark, board });
    try {
      const read = await board;
      // It may have moved on since the mark was read, unless somebody reads it anew by now.
      const isHeld = this.#entries.get(ward)?.board === board;
      if (read !== null && isHeld) this.#hold(ward, { mark: read.mark, board });
      return read;
    } catch (error) {
      if (this.#entries.get(ward)?.board === board) this.#entries.delete(ward);
      throw error;
    }
  }

  #hold(ward: string, entry: Entry): void {
    this.#entries.delete(ward);
    this.#entries.set(ward, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_WARDS) return;
      this.#entries.delete(oldest);
    }
  }
}

function heldOf({ tiles, ...head }: ReadBoard): HeldBoard {
  const text = tiles.join(',');
  let rows: readonly BoardRow[] | null = null;
  return {
    ...head,
    json: Buffer.from(`,"rows":[${text}]}`),
    rows: () => (rows ??= JSON.parse(`[${text}]`) as BoardRow[]),
  };
}
