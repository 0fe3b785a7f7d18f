import { DOCUMENT, Injectable, type Signal, computed, effect, inject, signal } from '@angular/core';
import type { BoardRow, OwnPatient, Preferences } from '@endwatch/contracts';
import { Keepsake } from './keepsake.ts';
import { Session } from './session.ts';
import { WardApi } from './ward-api.ts';

const KEY = 'endwatch.my-patients';
/** As the server has it. */
const MOST = 60;

interface Kept {
  readonly own: readonly OwnPatient[];
  /** Not yet told to the server. */
  readonly unsaved: boolean;
}
type Stay = Pick<BoardRow, 'patientId' | 'encounterId'>;

/**
 * The patients somebody has ticked as theirs: kept with the account, so that they are the same on every device. A tick is for
 * one stay and ends with it. While the server cannot be reached this browser keeps them and tells it later.
 */
@Injectable({ providedIn: 'root' })
export class MyPatients {
  private readonly api = inject(WardApi);
  private readonly keepsake = inject(Keepsake);
  private readonly session = inject(Session);
  private readonly own = signal<ReadonlyMap<string, string>>(new Map());
  private account: string | null = null;
  private turn: Promise<void> = Promise.resolve();

  /** A screen on the wall is nobody's. */
  readonly offered: Signal<boolean> = computed(() => this.session.view()?.role !== 'display');
  /** Changes with each tick; by patient the stay it is for. */
  readonly all: Signal<ReadonlyMap<string, string>> = this.own.asReadonly();

  constructor() {
    effect(() => {
      const username = this.session.view()?.username ?? null;
      if (username === this.account) return;
      this.account = username;
      this.show([]);
      if (username !== null) this.look();
    });
    // Ticked on another device meanwhile, or the stay is over.
    inject(DOCUMENT).addEventListener('visibilitychange', () => {
      if (this.account !== null) this.look();
    });
  }

  isMine({ patientId, encounterId }: Stay): boolean {
    return this.own().get(patientId) === encounterId;
  }

  toggle({ patientId, encounterId }: Stay): void {
    const others = this.list().filter((one) => one.patientId !== patientId);
    const next = this.isMine({ patientId, encounterId })
      ? others
      : [...others, { patientId, encounterId }].slice(-MOST);
    this.show(next);
    this.keep({ own: next, unsaved: true });
    this.inTurn(() => this.tell());
  }

  /** What this browser has kept and the server does not know yet goes first. */
  private look(): void {
    const kept = this.kept();
    this.show(kept.own);
    this.inTurn(async () => {
      if (this.kept().unsaved) await this.tell();
      else this.take(await this.api.send<Preferences>('/api/preferences'));
    });
  }

  private async tell(): Promise<void> {
    const { own, unsaved } = this.kept();
    if (!unsaved) return;
    const stored = await this.api.send<Preferences>('/api/preferences', { myPatients: own }, 'PUT');
    if (this.kept().own.length === own.length) this.take(stored);
  }

  private take({ myPatients }: Preferences): void {
    this.show(myPatients);
    this.keep({ own: myPatients, unsaved: false });
  }

  /** One after the other; what fails is tried again with the next tick or look. */
  private inTurn(work: () => Promise<void>): void {
    this.turn = this.turn.then(work).catch(() => undefined);
  }

  private list(): OwnPatient[] {
    return [...this.own()].map(([patientId, encounterId]) => ({ patientId, encounterId }));
  }

  private show(own: readonly OwnPatient[]): void {
    this.own.set(new Map(own.map(({ patientId, encounterId }) => [patientId, encounterId])));
  }

  private kept(): Kept {
    try {
      const kept = JSON.parse(this.keepsake.get(this.key()) ?? 'null') as Kept | null;
      if (kept !== null && Array.isArray(kept.own)) return kept;
    } catch {
      // Not ours, or cut short: the server knows.
    }
    return { own: [], unsaved: false };
  }

  private keep(kept: Kept): void {
    this.keepsake.set(this.key(), JSON.stringify(kept));
  }

  private key(): string {
    return `${KEY}.${this.account ?? ''}`;
  }
}
