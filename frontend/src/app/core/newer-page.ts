import {
  DOCUMENT,
  DestroyRef,
  Injectable,
  type Signal,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { Acknowledgement } from './acknowledgement.ts';
import { isKept } from './kept-page.ts';
import { MissingParts } from './missing-parts.ts';
import { Session } from './session.ts';
import { WardSocket } from './ward-socket.ts';

/** After an upgrade every board reconnects in the same second: each looks, and later reloads, at a moment of its own. */
const LOOK_WITHIN_MS = 10_000;
const HANDS_OFF_MS = 60_000;
const SPREAD_MS = 60_000;
const CHECK_EVERY_MS = 5_000;
/** Two servers of different versions behind one address must not send a page to and fro. */
const RELOAD_EVERY_MS = 120_000;
const RELOADED_AT = 'endwatch.reloaded-at';

/** Names of the files a page is made of; another build has others. */
const FILES = /\b(?:main|styles)-[\w-]{8}\.(?:js|css)/g;

/**
 * An open page outlives upgrades of its server, and then the parts it has not fetched yet are gone. It notices, says so, and
 * fetches itself again as soon as nobody is at work on it.
 */
@Injectable({ providedIn: 'root' })
export class NewerPage {
  private readonly document = inject(DOCUMENT);
  private readonly socket = inject(WardSocket);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly session = inject(Session);
  private readonly own = fileNames(this.document.documentElement.outerHTML);
  private readonly missing = inject(MissingParts).last;
  private readonly found = signal(false);
  private readonly spread = Math.random();
  private handsOffSince = Date.now();

  /** The server has a newer version of this page. */
  readonly available: Signal<boolean> = this.found.asReadonly();
  /** A part of this page could not be fetched. */
  readonly partMissing: Signal<boolean> = computed(() => this.missing() !== null);

  constructor() {
    this.lookAfterReconnects();
    this.lookWhereKept();
    effect(() => {
      const part = this.missing();
      if (part) void this.openElsewhere(part.url);
    });
    const stir = (): void => {
      this.handsOffSince = Date.now();
    };
    for (const kind of ['pointermove', 'pointerdown', 'keydown'] as const)
      this.document.addEventListener(kind, stir, { passive: true });
    const timer = setInterval(() => {
      if (this.found() && this.isIdle()) this.reloadBySelf(this.address());
    }, CHECK_EVERY_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** Asks the server which page it serves now; null where it cannot be asked. */
  async look(): Promise<boolean | null> {
    const answer = await fetch('/', { cache: 'no-cache' }).catch(() => null);
    if (answer?.ok !== true) return null;
    const served = fileNames(await answer.text());
    this.found.set(served !== '' && this.own !== '' && served !== this.own);
    return this.found();
  }

  reload(): void {
    this.document.location.reload();
  }

  /** Overridden where there is no browser to leave the page with. */
  protected goTo(url: string): void {
    this.document.location.assign(url);
  }

  /** After an upgrade the new page has what this one misses. */
  private async openElsewhere(url: string): Promise<void> {
    if ((await this.look()) === true) this.reloadBySelf(url);
  }

  private reloadBySelf(url: string): void {
    const before = Number(this.kept()?.getItem(RELOADED_AT) ?? 0);
    if (Date.now() - before < RELOAD_EVERY_MS) return;
    this.kept()?.setItem(RELOADED_AT, String(Date.now()));
    this.goTo(url);
  }

  private isIdle(): boolean {
    const handsOff = Date.now() - this.handsOffSince > HANDS_OFF_MS + this.spread * SPREAD_MS;
    const asking = this.document.querySelector('[role="dialog"]') !== null;
    return handsOff && !asking && !this.acknowledgement.hasUnsaved();
  }

  private lookAfterReconnects(): void {
    let lost = false;
    effect(() => {
      const { state } = this.socket.connection();
      if (state === 'offline') lost = true;
      if (state !== 'live' || !lost) return;
      lost = false;
      this.lookSoon();
    });
  }

  /** A page that the worker has kept is of the version that this browser saw last. */
  private lookWhereKept(): void {
    if (!isKept(this.document)) return;
    const heard = effect(() => {
      if (this.session.view() === null) return;
      heard.destroy();
      this.lookSoon();
    });
  }

  private lookSoon(): void {
    setTimeout(() => void this.look(), this.spread * LOOK_WITHIN_MS);
  }

  private address(): string {
    const { pathname, search } = this.document.location;
    return pathname + search;
  }

  private kept(): Storage | null {
    try {
      return sessionStorage;
    } catch {
      return null;
    }
  }
}

function fileNames(html: string): string {
  return [...new Set(html.match(FILES) ?? [])].toSorted().join(' ');
}
