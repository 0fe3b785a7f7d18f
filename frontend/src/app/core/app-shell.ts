import { Injectable, effect, inject } from '@angular/core';
import { Session } from './session.ts';

/** The one worker of this origin: it keeps the page, and takes what is pushed. */
export const WORKER = '/push-worker.js';
/** The page and what it shows come first. */
const AFTER_MS = 3_000;
/** A board may be at work for ever. */
const IDLE_WITHIN_MS = 10_000;

/** Has the worker keep this version of the page, so that it opens without a server too. Where a browser will not, everything else works as before. */
@Injectable({ providedIn: 'root' })
export class AppShell {
  constructor() {
    const { view } = inject(Session);
    const first = effect(() => {
      if (view() === null) return;
      first.destroy();
      setTimeout(() => {
        whenIdle(() => void keep().catch(() => undefined));
      }, AFTER_MS);
    });
  }
}

async function keep(): Promise<void> {
  // Only over https, or from this machine.
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // Another version's worker may be at work until the new one is there.
  serviceWorker.addEventListener('controllerchange', () => {
    tell(serviceWorker.controller);
  });
  const registration = await serviceWorker.register(WORKER);
  tell((await serviceWorker.ready).active);
  // A browser that knows a worker by this address looks for a newer one when it pleases.
  await registration.update();
}

function tell(worker: ServiceWorker | null): void {
  worker?.postMessage('keep-shell');
}

/** Not every browser says when it is idle. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: IDLE_WITHIN_MS });
  else work();
}
