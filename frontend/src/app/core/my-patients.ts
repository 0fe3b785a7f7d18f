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
  /** Ticked (for which stay) or unticked (null) by patient, and not yet confirmed by the server. */
  private readonly moved = new Map<string, string | null>();
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
      this.moved.clear();
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
    this.moved.set(patientId, this.isMine({ patientId, encounterId }) ? null : encounterId);
    this.move(this.list());
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
    const told = new Map(this.moved);
    const stored = await this.api.send<Preferences>('/api/preferences', { myPatients: own }, 'PUT');
    for (const [patientId, stay] of told) {
      if (this.moved.get(patientId) === stay) this.moved.delete(patientId);
    }
    this.take(stored);
  }

  /** What was ticked while the server made up its answer stands, on top of that answer. */
  private take({ myPatients }: Preferences): void {
    if (this.moved.size > 0) {
      this.move(myPatients);
      return;
    }
    this.show(myPatients);
    this.keep({ own: myPatients, unsaved: false });
  }

  private move(from: readonly OwnPatient[]): void {
    const others = from.filter(({ patientId }) => !this.moved.has(patientId));
    const ticked = [...this.moved].flatMap(([patientId, encounterId]) =>
      encounterId === null ? [] : [{ patientId, encounterId }],
    );
    const own = [...others, ...ticked].slice(-MOST);
    this.show(own);
    this.keep({ own, unsaved: true });
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
