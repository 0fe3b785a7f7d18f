import {
  Injectable,
  type Signal,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Keepsake } from '../core/keepsake.ts';
import { Session } from '../core/session.ts';
import { UNSENT_KEY, readDrafts } from '../core/unsent.ts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import type { Draft } from './draft.ts';

const AGAIN_MS = 10_000;

/** Examinations that this device has and the server has not: kept over a reload, sent by themselves when there is a network and their examiner is here. */
@Injectable({ providedIn: 'root' })
export class Examinations {
  private readonly api = inject(WardApi);
  private readonly keepsake = inject(Keepsake);
  private readonly account = inject(Session).account;
  /** Of everybody who charts at this device. */
  private readonly all = signal<readonly Draft[]>(readDrafts(this.keepsake.get(UNSENT_KEY)));
  private readonly mine = computed(() =>
    this.all().filter(({ username }) => username === this.account()),
  );
  private readonly inHand = new Set<string>();

  readonly waiting: Signal<readonly Draft[]> = computed(() =>
    this.mine().filter(({ finished }) => finished),
  );
  /** What the server did not believe, by patient. */
  readonly refused = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    addEventListener('online', () => void this.sendAll());
    setInterval(() => void this.sendAll(), AGAIN_MS);
    effect(() => {
      if (this.account() !== null) untracked(() => void this.sendAll());
    });
  }

  of(patientId: string): Draft | null {
    return this.mine().find((draft) => draft.patientId === patientId) ?? null;
  }

  /** Nothing where nobody is known whose it could be. */
  keep(draft: Omit<Draft, 'username'>): void {
    const username = this.account();
    if (username !== null) this.put({ ...draft, username });
  }

  drop(patientId: string): void {
    const draft = this.of(patientId);
    this.write(this.all().filter((one) => one !== draft));
  }

  /** `sent`; `kept`: on this device until there is a network; `refused`: the draft is open again, with why. */
  async finish(draft: Omit<Draft, 'username' | 'finished'>): Promise<'sent' | 'kept' | 'refused'> {
    this.keep({ ...draft, finished: true });
    const kept = this.of(draft.patientId);
    return kept === null ? 'refused' : this.send(kept);
  }

  private async sendAll(): Promise<void> {
    for (const draft of this.waiting()) await this.send(draft);
  }

  private async send(draft: Draft): Promise<'sent' | 'kept' | 'refused'> {
    const { patientId, examination } = draft;
    if (this.inHand.has(examination.clientId)) return 'kept';
    this.inHand.add(examination.clientId);
    try {
      const path = `/api/patients/${encodeURIComponent(patientId)}/examinations`;
      await this.api.send(path, examination);
      this.write(this.all().filter((one) => !isSame(one, draft)));
      return 'sent';
    } catch (error) {
      if (!(error instanceof ApiError) || !isFinal(error.status)) return 'kept';
      this.refused.update((all) => new Map(all).set(patientId, error.title));
      this.put({ ...draft, finished: false });
      return 'refused';
    } finally {
      this.inHand.delete(examination.clientId);
    }
  }

  private put(draft: Draft): void {
    this.write([...this.all().filter((one) => !isSame(one, draft)), draft]);
  }

  private write(drafts: readonly Draft[]): void {
    this.all.set(drafts);
    this.keepsake.set(UNSENT_KEY, JSON.stringify(drafts));
  }
}

function isSame(a: Draft, b: Draft): boolean {
  return a.username === b.username && a.patientId === b.patientId;
}

/** What will not be taken however often it is sent. */
function isFinal(status: number): boolean {
  return status === 400 || status === 403 || status === 404 || status === 422;
}
