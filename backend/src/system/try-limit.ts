export interface TryLimits {
  /** Tries that did not succeed, of one address, within `withinMs`. */
  readonly most: number;
  readonly withinMs: number;
}

interface Try {
  /** When it ceases to count. */
  readonly until: number;
}

/** How often somebody may try in vain. A try counts from its beginning, so that many at once do not slip through; one that succeeds is taken back. */
export class TryLimit {
  readonly #limits: TryLimits;
  readonly #now: () => number;
  readonly #tries = new Map<string, Try[]>();

  constructor(limits: TryLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts a try; null when there were too many. */
  begin(address: string): { readonly succeeded: () => void } | null {
    this.#forget();
    const open = this.#tries.get(address) ?? [];
    if (open.length >= this.#limits.most) return null;
    const one = { until: this.#now() + this.#limits.withinMs };
    open.push(one);
    this.#tries.set(address, open);
    return {
      succeeded: () => {
        const at = open.indexOf(one);
        if (at !== -1) open.splice(at, 1);
      },
    };
  }

  #forget(): void {
    const now = this.#now();
    for (const [address, open] of this.#tries) {
      const left = open.findIndex(({ until }) => until > now);
      open.splice(0, left === -1 ? open.length : left);
      if (open.length === 0) this.#tries.delete(address);
    }
  }
}
