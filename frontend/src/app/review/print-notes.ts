import { DestroyRef, Injectable, type Signal, computed, inject, signal } from '@angular/core';
import type { ReviewDefinition } from '@endwatch/contracts';

/** Definitions that belong to what is on the page: they stand at the head of every sheet that is printed of it. */
@Injectable()
export class PrintNotes {
  private readonly given = signal<readonly Signal<readonly ReviewDefinition[]>[]>([]);
  readonly definitions: Signal<readonly ReviewDefinition[]> = computed(() => {
    const byTerm = new Map(this.given().flatMap((each) => each().map((one) => [one.term, one])));
    return [...byTerm.values()];
  });

  /** As long as the caller's component lives. Call it where a component is made. */
  show(definitions: Signal<readonly ReviewDefinition[]>): void {
    this.given.update((all) => [...all, definitions]);
    inject(DestroyRef).onDestroy(() => {
      this.given.update((all) => all.filter((each) => each !== definitions));
    });
  }
}
