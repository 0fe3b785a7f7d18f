import { Injectable, inject, signal } from '@angular/core';
import type { ContactView, DeliveryView } from '@endwatch/contracts';
import { WORKER } from '../core/app-shell.ts';
import { WardApi } from '../core/ward-api.ts';

/** `unable`: this browser cannot; `blocked`: its user has said no; `off`: can be set up; `on`: this browser is reached. */
export type PushState = 'looking' | 'unable' | 'blocked' | 'off' | 'on';

const LOOK_MS = 1_000;
const LOOKS = 40;

const NO_ANSWER = $localize`:@@on-call.push.no-answer:no answer`;

/** Whether this browser rings with the page closed, and how that is set up and tried. */
@Injectable({ providedIn: 'root' })
export class PhonePush {
  private readonly api = inject(WardApi);
  /** What the server knows this browser by. */
  private contact: string | null = null;
  readonly state = signal<PushState>('looking');
  /** What a test has come to, in words; null = none was made. */
  readonly test = signal<string | null>(null);

  /** @throws ApiError where the server could not be told that this browser is there: it may not know it any more. */
  async look(): Promise<void> {
    if (!('serviceWorker' in navigator) || !('PushManager' in window)) this.state.set('unable');
    else if (Notification.permission === 'denied') this.state.set('blocked');
    else {
      const worker = await navigator.serviceWorker.getRegistration(WORKER);
      const subscription = await worker?.pushManager.getSubscription();
      if (subscription) await this.register(subscription);
      else this.state.set('off');
    }
  }

  /** Asks the browser's user; @throws ApiError where the server did not keep it. */
  async turnOn(): Promise<void> {
    if ((await Notification.requestPermission()) !== 'granted') {
      this.state.set('blocked');
      return;
    }
    const worker = await navigator.serviceWorker.register(WORKER);
    const { publicKey } = await this.api.send<{ publicKey: string }>('/api/push/key');
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: publicKey,
    });
    await this.register(subscription);
  }

  /** The server forgets a browser that a push service did not know, and whose it was before may have been somebody else's. */
  private async register(subscription: PushSubscription): Promise<void> {
    const label =
      navigator.platform === ''
        ? $localize`:@@on-call.this-browser:This browser`
        : navigator.platform;
    this.state.set('looking');
    this.contact = null;
    try {
      const { id } = await this.api.send<ContactView>('/api/push/subscriptions', {
        ...{ subscription: subscription.toJSON(), label },
      });
      this.contact = id;
      this.state.set('on');
    } catch (error) {
      this.state.set('off');
      throw error;
    }
  }

  /** A contact was taken away: where it is this browser, it rings no more. */
  async removed(contact: string): Promise<void> {
    if (contact !== this.contact) return;
    this.contact = null;
    const worker = await navigator.serviceWorker.getRegistration(WORKER);
    await (await worker?.pushManager.getSubscription())?.unsubscribe();
    this.state.set('off');
  }

  /** Through the whole chain to this browser and no other; says how far it got. */
  async tryIt(): Promise<void> {
    if (this.contact === null) return;
    this.test.set($localize`:@@on-call.push.sent:Sent, waiting for this phone …`);
    const { noticeId } = await this.api.send<{ noticeId: string }>(
      `/api/push/contacts/${encodeURIComponent(this.contact)}/test`,
      {},
    );
    for (let n = 0; n < LOOKS; n++) {
      const path = `/api/push/tests/${encodeURIComponent(noticeId)}`;
      const deliveries = await this.api.send<DeliveryView[]>(path);
      if (deliveries.some(({ state }) => state === 'confirmed')) {
        this.test.set($localize`:@@on-call.push.through:It got through.`);
        return;
      }
      const failed = deliveries.findLast(({ problem }) => problem !== null);
      if (deliveries.every(({ state }) => state === 'failed' || state === 'unconfirmed')) {
        this.test.set(
          $localize`:@@on-call.push.failed:It did not get through: ${failed?.problem ?? NO_ANSWER}:why:.`,
        );
        return;
      }
      await new Promise((wait) => setTimeout(wait, LOOK_MS));
    }
    this.test.set($localize`:@@on-call.push.unconfirmed:Nothing has confirmed it yet.`);
  }
}
