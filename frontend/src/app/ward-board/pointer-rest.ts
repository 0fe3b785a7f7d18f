import { DOCUMENT, DestroyRef, Injectable, type Signal, inject, signal } from '@angular/core';

const REST_MS = 5_000;

/** Whether hands are off: nothing may move under a pointer that was used within the last 5 s. */
@Injectable()
export class PointerRest {
  private readonly resting = signal(true);
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly rested: Signal<boolean> = this.resting.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    const stir = (): void => {
      this.stir();
    };
    const kinds = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const kind of kinds) document.addEventListener(kind, stir, { passive: true });
    inject(DestroyRef).onDestroy(() => {
      for (const kind of kinds) document.removeEventListener(kind, stir);
      if (this.timer !== null) clearTimeout(this.timer);
    });
  }

  private stir(): void {
    this.resting.set(false);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.resting.set(true);
    }, REST_MS);
  }
}
