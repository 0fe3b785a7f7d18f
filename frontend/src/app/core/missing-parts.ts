import { Injectable, type Signal, signal } from '@angular/core';

/** Parts of the page are fetched when first needed; this is the last one that did not come. */
@Injectable({ providedIn: 'root' })
export class MissingParts {
  private readonly missing = signal<{ readonly url: string } | null>(null);
  readonly last: Signal<{ readonly url: string } | null> = this.missing.asReadonly();

  /** `url`: the address at which the part was wanted. */
  report(url: string): void {
    this.missing.set({ url });
  }
}
