import { Injectable, Injector, inject } from '@angular/core';
import type { Draft } from '../examine/draft.ts';
import { Keepsake } from './keepsake.ts';

/** Where examinations are kept that the server does not have yet. */
export const UNSENT_KEY = 'endwatch.examinations';

/** Sees from the start that what was charted without a network is sent, whatever page is open; what sends it is fetched only where there is something. */
@Injectable({ providedIn: 'root' })
export class Unsent {
  private readonly keepsake = inject(Keepsake);

  constructor() {
    if (this.all().length > 0) void this.send(inject(Injector));
  }

  /** What somebody has charted at this device and the server has not. */
  of(username: string | null): readonly Draft[] {
    return this.all().filter((draft) => draft.username === username);
  }

  private all(): readonly Draft[] {
    return readDrafts(this.keepsake.get(UNSENT_KEY));
  }

  private async send(injector: Injector): Promise<void> {
    const part = await import('../examine/examinations.ts').catch(() => null);
    if (part) injector.get(part.Examinations);
  }
}

export function readDrafts(kept: string | null): readonly Draft[] {
  try {
    const drafts: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(drafts) ? (drafts as Draft[]) : [];
  } catch {
    return [];
  }
}
