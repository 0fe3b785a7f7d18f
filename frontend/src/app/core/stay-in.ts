import { DestroyRef, Injectable, effect, inject } from '@angular/core';
import { Session } from './session.ts';

/** Often enough that a day of trouble does not matter: the server carries the session of a screen on for two weeks each time. */
const EVERY_MS = 3_600_000;

/** A screen on the wall has nobody who signs it in again: it shows now and again that it is still there. */
@Injectable({ providedIn: 'root' })
export class StayIn {
  constructor() {
    const session = inject(Session);
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      clearInterval(timer);
      if (session.isWall()) timer = setInterval(() => void session.showUp(), EVERY_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }
}
