import { Injectable, type Signal, inject, signal } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import { Keepsake } from './keepsake.ts';

const KEY = 'endwatch.without-server-since';

export interface Absence {
  readonly since: EpochMs;
  /** Something answered in place of the server, or it answered that it cannot: with this status. */
  readonly status: number | null;
}

/** Since when this browser has been without its server. A page that is opened meanwhile knows how long it has been so. */
@Injectable({ providedIn: 'root' })
export class WithoutServer {
  private readonly keepsake = inject(Keepsake);
  private readonly current = signal<Absence | null>(null);
  /** Null until this page has found out. */
  readonly absence: Signal<Absence | null> = this.current.asReadonly();
  private tellFound: () => void = () => undefined;
  /** Resolves when this page finds out for the first time. */
  readonly found: Promise<void> = new Promise((resolve) => {
    this.tellFound = resolve;
  });

  lost(from: EpochMs, status: number | null = null): void {
    const kept = Number(this.keepsake.get(KEY) ?? '');
    const since = kept > 0 ? Math.min(kept, from) : from;
    if (since !== kept) this.keepsake.set(KEY, String(since));
    this.current.set({ since, status });
    this.tellFound();
  }

  back(): void {
    this.current.set(null);
    this.keepsake.set(KEY, '');
  }
}
