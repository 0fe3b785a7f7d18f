import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { eventually } from './system.ts';

/** What the worker asked its browser to show. */
export interface ShownNotification {
  readonly title: string;
  readonly body?: string;
  readonly tag: string;
  readonly silent?: boolean;
  readonly requireInteraction?: boolean;
}

/** The worker of a page in a real browser, to which a push service has something to deliver. */
export class PushWorker {
  /** What failed in it. */
  readonly errors: string[] = [];
  readonly #session: CDPSession;
  readonly #worker: Worker;
  readonly #origin: string;
  readonly #registration: string;

  private constructor(session: CDPSession, worker: Worker, origin: string, registration: string) {
    this.#session = session;
    this.#worker = worker;
    this.#origin = origin;
    this.#registration = registration;
    session.on('ServiceWorker.workerErrorReported', ({ errorMessage: { errorMessage } }) => {
      this.errors.push(errorMessage);
    });
  }

  static async of(page: Page, context: BrowserContext): Promise<PushWorker> {
    const session = await context.newCDPSession(page);
    const known: string[] = [];
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      known.push(...registrations.map(({ registrationId }) => registrationId));
    });
    await session.send('ServiceWorker.enable');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    const [registration = ''] = await eventually(
      () => Promise.resolve(known),
      (all) => all.length > 0,
    );
    const [worker] = context.serviceWorkers();
    if (worker === undefined) throw new Error('This page has no worker.');
    return new PushWorker(session, worker, new URL(page.url()).origin, registration);
  }

  /** As the browser does when its push service has sent something and it has decrypted that. */
  async deliver(message: object): Promise<void> {
    await this.#session.send('ServiceWorker.deliverPushMessage', {
      ...{
        origin: this.#origin,
        registrationId: this.#registration,
        data: JSON.stringify(message),
      },
    });
  }

  /** A browser without windows never shows a notification: from now on what it is asked to show counts as shown. */
  async allow(): Promise<void> {
    await this.#worker.evaluate(() => {
      const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
      const shown: object[] = [];
      Object.assign(self, { shownHere: shown });
      registration.showNotification = (title, options) => {
        shown.push({ title, ...options });
        return Promise.resolve();
      };
    });
  }

  shown(): Promise<ShownNotification[]> {
    return this.#worker.evaluate(
      () => (self as unknown as { shownHere: ShownNotification[] }).shownHere,
    );
  }
}
