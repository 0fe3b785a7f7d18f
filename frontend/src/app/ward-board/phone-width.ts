import { DestroyRef, Injectable, type Signal, inject, signal } from '@angular/core';

const PHONE = '(max-width: 600px)';

/** Whether the window is as narrow as a phone. */
@Injectable({ providedIn: 'root' })
export class PhoneWidth {
  private readonly narrow = signal(false);
  readonly phone: Signal<boolean> = this.narrow.asReadonly();

  constructor() {
    if (typeof matchMedia !== 'function') return;
    const query = matchMedia(PHONE);
    const follow = (): void => {
      this.narrow.set(query.matches);
    };
    follow();
    query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => {
      query.removeEventListener('change', follow);
    });
  }
}
