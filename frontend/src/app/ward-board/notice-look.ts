import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { SeenMarks } from '../core/seen-marks.ts';

/** Passing over something on the way is not looking at it. */
const LOOK_MS = 700;

/** A patient has been looked at when the pointer or the keyboard rested there. */
@Injectable()
export class NoticeLook {
  private readonly marks = inject(SeenMarks);
  private resting: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    const document = inject(DOCUMENT);
    const follow = ({ target }: Event): void => {
      this.restOn(patientAt(target));
    };
    const kinds = ['pointerover', 'focusin'] as const;
    for (const kind of kinds) document.addEventListener(kind, follow, { passive: true });
    inject(DestroyRef).onDestroy(() => {
      for (const kind of kinds) document.removeEventListener(kind, follow);
      if (this.timer !== null) clearTimeout(this.timer);
    });
  }

  private restOn(patientId: string | null): void {
    if (patientId === this.resting) return;
    this.resting = patientId;
    if (this.timer !== null) clearTimeout(this.timer);
    if (patientId === null) return;
    this.timer = setTimeout(() => {
      this.marks.look(patientId);
      this.resting = null;
    }, LOOK_MS);
  }
}

function patientAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-patient]')?.dataset['patient'] ?? null;
}
