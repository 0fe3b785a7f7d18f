import { Injectable, Injector, inject } from '@angular/core';
import { Keepsake } from './keepsake.ts';

/** Where examinations are kept that the server does not have yet. */
export const UNSENT_KEY = 'endwatch.examinations';

/** Sees from the start that what was charted without a network is sent, whatever page is open; what sends it is fetched only where there is something. */
@Injectable({ providedIn: 'root' })
export class Unsent {
  constructor() {
    const kept = inject(Keepsake).get(UNSENT_KEY) ?? '[]';
    if (kept !== '[]') void this.send(inject(Injector));
  }

  private async send(injector: Injector): Promise<void> {
    const part = await import('../examine/examinations.ts').catch(() => null);
    if (part) injector.get(part.Examinations);
  }
}
