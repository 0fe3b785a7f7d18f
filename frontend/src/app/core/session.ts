import {
  DOCUMENT,
  DestroyRef,
  Injectable,
  InjectionToken,
  type Signal,
  computed,
  inject,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { mayDo, type Right, type SessionView } from '@endwatch/contracts';
import { isKept } from './kept-page.ts';
import { Keepsake } from './keepsake.ts';
import { WithoutServer } from './without-server.ts';
import { setSiteZone } from '../words/site-time.ts';
import { serverWords } from '../words/server-words.ts';

/** Ways in that the server offers. */
export interface Ways {
  readonly password: boolean;
  /** The site's own sign-in. */
  readonly oidc: boolean;
  /** Roles to look around with where all patients are simulated. */
  readonly demo: readonly string[];
}

const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' };
const WITHIN_MS = 15_000;
const ACCOUNT_KEY = 'endwatch.account';
/** The clock of the site, for when the server cannot be asked: times by another clock would look as right. */
const ZONE_KEY = 'endwatch.zone';
/** Between two tries to learn who is here, at most: after an outage not all come in the same second. */
const AGAIN_MS = 5_000;
/** Longer than this nobody waits without being told, and not so long again where the page itself was waited for. */
const PATIENCE_MS = 4_000;
const KEPT_PATIENCE_MS = 500;
const UNREACHABLE = $localize`:@@account.unreachable:The server could not be reached`;

/** Begins anew at an address of ours; nothing that this page holds is left. */
export const BEGIN_ANEW: InjectionToken<(url: string) => void> = new InjectionToken('begin anew', {
  providedIn: 'root',
  factory: () => {
    const { location } = inject(DOCUMENT);
    return (url) => {
      location.replace(url);
    };
  },
});

/** Who is signed in at this browser. `unknown` until the server has been asked, and while it cannot be. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly router = inject(Router);
  private readonly beginAnew = inject(BEGIN_ANEW);
  private readonly keepsake = inject(Keepsake);
  private readonly without = inject(WithoutServer);
  private readonly patience = isKept(inject(DOCUMENT)) ? KEPT_PATIENCE_MS : PATIENCE_MS;
  private tellHeard: () => void = () => undefined;
  private readonly who = signal<SessionView | 'unknown' | 'nobody'>('unknown');

  readonly view: Signal<SessionView | null> = computed(() => {
    const who = this.who();
    return typeof who === 'string' ? null : who;
  });
  /** Whose this browser is; while the server cannot be asked, who it was when it last could. */
  readonly account: Signal<string | null> = computed(() => {
    const who = this.who();
    if (who === 'unknown') return this.keepsake.get(ACCOUNT_KEY) || null;
    return who === 'nobody' ? null : who.username;
  });
  /** A screen on the wall: it shows, and nobody presses anything. */
  readonly isWall: Signal<boolean> = computed(() => this.view()?.role === 'display');
  /** Who treats prints names. Anybody else sees whom it is about, and takes neither a name nor a text in which one may stand out of the house. */
  readonly namesOnPaper: Signal<boolean> = computed(() => this.may('alert.act'));
  readonly isOut: Signal<boolean> = computed(() => this.who() === 'nobody');
  /** Why nobody was signed out, although somebody wished it. */
  readonly stillIn = signal<string | null>(null);
  readonly ways = signal<Ways>({ password: true, oidc: false, demo: [] });
  /** Resolves once the server has said who is here, however long that takes. */
  readonly heard: Promise<void> = new Promise((resolve) => {
    this.tellHeard = resolve;
  });
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    setSiteZone(this.keepsake.get(ZONE_KEY) || undefined);
    // Another page of this browser has signed in somebody else, or nobody: the server knows only them now.
    const heard = ({ key, newValue }: StorageEvent): void => {
      const mine = this.view()?.username;
      if (key === ACCOUNT_KEY && mine !== undefined && newValue !== mine)
        this.beginAnew(this.router.url);
    };
    addEventListener('storage', heard);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('storage', heard);
      clearTimeout(this.again);
    });
  }

  /** Whether to offer something; the server decides. While nobody knows who is here, everything is offered. */
  may(right: Right): boolean {
    const view = this.view();
    return view === null || mayDo(view.role, right);
  }

  /** Asks who is signed in; a demonstration signs in by itself. Never rejects; where the server does not say, it is asked again and again. */
  async look(): Promise<void> {
    clearTimeout(this.again);
    const began = Date.now();
    const slow = setTimeout(() => {
      this.without.lost(began);
    }, this.patience);
    const answer = await this.ask('GET', '/api/session');
    clearTimeout(slow);
    if (answer?.ok) {
      this.take((await answer.json()) as SessionView);
      await this.readWays();
    } else if (answer?.status === 401) {
      await this.readWays();
      const [first] = this.ways().demo;
      if (first === undefined || (await this.enterDemo(first)) !== null) this.foundNobody();
    } else {
      this.without.lost(began, answer?.status);
      clearTimeout(this.again);
      this.again = setTimeout(() => void this.look(), AGAIN_MS * (0.5 + Math.random() / 2));
    }
  }

  /** Null when signed in; else why not, in words. */
  signIn(username: string, password: string): Promise<string | null> {
    return this.enter('/api/session', { username, password });
  }

  enterDemo(role: string): Promise<string | null> {
    return this.enter('/api/session/demo', { role });
  }

  /** Where it fails the session still lasts, and `stillIn` says why. */
  async signOut(): Promise<void> {
    this.stillIn.set(null);
    const answer = await this.ask('DELETE', '/api/session');
    if (answer?.ok) this.lost();
    else this.stillIn.set(answer ? answered(answer.status) : UNREACHABLE);
  }

  /** The server knows nobody here any more: what is on the screen is no longer this reader's to see. */
  lost(): void {
    if (this.isOut()) return;
    this.who.set('nobody');
    this.keepsake.set(ACCOUNT_KEY, '');
    const { url } = this.router;
    if (!url.startsWith('/sign-in')) this.beginAnew(wayIn(url));
  }

  /** Tells the server that this browser is still in use. Never rejects; what the answer says of who is here is taken. */
  async showUp(): Promise<void> {
    const answer = await this.ask('GET', '/api/session');
    if (answer?.status === 401) this.lost();
    else if (answer?.ok) this.take((await answer.json()) as SessionView);
  }

  private foundNobody(): void {
    this.settle('nobody');
    // A page that was let in before anybody could say no.
    const { navigated, url } = this.router;
    if (navigated && !url.startsWith('/sign-in')) this.beginAnew(wayIn(url));
  }

  private settle(who: SessionView | 'nobody'): void {
    this.who.set(who);
    this.without.back();
    this.tellHeard();
  }

  /** What one reader saw, did and heard is not the next one's, who may have signed in at another page of this browser. */
  private take(view: SessionView, then = this.router.url): void {
    const before = this.view();
    setSiteZone(view.timeZone);
    this.keepsake.set(ZONE_KEY, view.timeZone);
    this.settle(view);
    this.keepsake.set(ACCOUNT_KEY, view.username);
    if (before !== null && before.username !== view.username) this.beginAnew(then);
  }

  private async enter(path: string, body: object): Promise<string | null> {
    const answer = await this.ask('POST', path, body);
    if (answer === null) return UNREACHABLE;
    if (answer.ok) {
      this.take((await answer.json()) as SessionView, '/');
      return null;
    }
    if (answer.status === 429)
      return $localize`:@@account.too-many-attempts:Too many attempts: wait a minute`;
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    return problem.detail === undefined ? answered(answer.status) : serverWords(problem.detail);
  }

  /** Asks which ways in there are. Never rejects; false where the server did not say. */
  async readWays(): Promise<boolean> {
    const answer = await this.ask('GET', '/api/session/ways');
    if (answer?.ok) this.ways.set((await answer.json()) as Ways);
    return answer?.ok === true;
  }

  private ask(method: string, path: string, body?: object): Promise<Response | null> {
    return fetch(path, {
      ...{ method, headers: JSON_HEADERS, body: body ? JSON.stringify(body) : null },
      signal: AbortSignal.timeout(WITHIN_MS),
    }).catch(() => null);
  }
}

const wayIn = (url: string): string => `/sign-in?to=${encodeURIComponent(url)}`;

function answered(status: number): string {
  return $localize`:@@account.server-answered:The server answered ${status}:status:`;
}
