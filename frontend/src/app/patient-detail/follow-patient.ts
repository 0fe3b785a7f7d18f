import { DestroyRef, effect, inject } from '@angular/core';
import { WardStore } from '../core/ward-store.ts';

/** Events come in bursts (a rescoring touches row and alerts); one fetch serves them all. */
const REFRESH_AFTER_MS = 600;

/** Calls back after each event of this patient on the stream of the open ward. Where things are injected only. */
export function followPatient(id: () => string, changed: () => void): void {
  const ward = inject(WardStore);
  let refresh: ReturnType<typeof setTimeout> | null = null;
  let seen: unknown = null;
  effect(() => {
    ward.patients();
    const row = ward.row(id())?.();
    if (row === undefined || row === seen) return;
    const first = seen === null;
    seen = row;
    if (first) return;
    refresh ??= setTimeout(() => {
      refresh = null;
      changed();
    }, REFRESH_AFTER_MS);
  });
  inject(DestroyRef).onDestroy(() => {
    if (refresh !== null) clearTimeout(refresh);
  });
}
