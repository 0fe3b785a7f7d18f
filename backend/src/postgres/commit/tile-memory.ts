import type { PatientEffects } from '../../pipeline/ports.ts';
import type { TileChange } from './board-changes.ts';

/** The tile of a patient as it is stored. */
export interface StoredTile {
  readonly wardId: string | null;
  /** JSON as it was written; null when there is none, undefined when it is another than the one asked about. */
  readonly text: string | null | undefined;
}

interface Remembered extends StoredTile {
  readonly version: number;
}

/**
 * Tiles this process wrote last, so that they need not be read to be compared. A tile moves only with its patient's version, which the commit
 * compares: what is remembered for the version that was read is what is stored, whoever else writes.
 */
export class TileMemory {
  readonly #tiles = new Map<string, Remembered>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get({ patientId, expectedVersion }: PatientEffects): StoredTile | null {
    const tile = this.#tiles.get(patientId);
    return tile?.version === expectedVersion ? tile : null;
  }

  /** Once they are committed; one tile for each of `patients`, in their order. */
  put(patients: readonly PatientEffects[], tiles: readonly TileChange[]): void {
    for (const [index, { patientId, expectedVersion }] of patients.entries()) {
      const { newWard: wardId = null, row = null } = tiles[index] ?? {};
      const text = wardId === null ? null : (row?.text ?? null);
      this.#tiles.delete(patientId);
      this.#tiles.set(patientId, { wardId, text, version: expectedVersion + 1 });
    }
    for (const oldest of this.#tiles.keys()) {
      if (this.#tiles.size <= this.#most) break;
      this.#tiles.delete(oldest);
    }
  }
}
