import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { Visitor } from '../../pipeline/account-store.ts';

export type Found = Visitor & { readonly until: EpochMs | null };

/** How long somebody who was known is believed while the database cannot be asked: messages must still get into the log. */
const BELIEVED = 15 * MINUTE;
const MOST = 10_000;

/** Who was seen last, for the time when the database is away. */
export class LastSeen {
  /** By digest, oldest first. */
  readonly #seen = new Map<string, { readonly found: Found; readonly at: EpochMs }>();

  keep(digest: string, found: Found, at: EpochMs): void {
    const before = this.#seen.get(digest);
    // Believed again and again would be for ever.
    if (before && before.found === found) return;
    this.#seen.delete(digest);
    this.#seen.set(digest, { found, at });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > MOST && oldest !== undefined) this.#seen.delete(oldest);
  }

  forget(digest: string): void {
    this.#seen.delete(digest);
  }

  /** Throws the error again where nobody was seen lately with this. */
  recall(
    digest: string,
    { now, error }: { readonly now: EpochMs; readonly error: unknown },
  ): Found {
    const last = this.#seen.get(digest);
    const isOver = last?.found.until !== null && (last?.found.until ?? 0) <= now;
    if (last === undefined || isOver || now - last.at > BELIEVED) throw error;
    return last.found;
  }
}
