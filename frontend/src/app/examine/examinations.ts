import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { Keepsake } from '../core/keepsake.ts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import type { Draft } from './draft.ts';

const KEY = 'endwatch.examinations';
const AGAIN_MS = 10_000;

/** Examinations that this device has and the server has not: kept over a reload, sent by themselves when there is a network. */
@Injectable({ providedIn: 'root' })
export class Examinations {
  private readonly api = inject(WardApi);
  private readonly keepsake = inject(Keepsake);
  private readonly drafts = signal<readonly Draft[]>(read(this.keepsake.get(KEY)));
  private readonly inHand = new Set<string>();

  readonly waiting: Signal<readonly Draft[]> = computed(() =>
    this.drafts().filter(({ finished }) => finished),
  );
  /** What the server did not believe, by patient. */
  readonly refused = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    addEventListener('online', () => void this.sendAll());
    setInterval(() => void this.sendAll(), AGAIN_MS);
    void this.sendAll();
  }

  of(patientId: string): Draft | null {
    return this.drafts().find((draft) => draft.patientId === patientId) ?? null;
  }

  keep(draft: Draft): void {
    this.write([...this.drafts().filter(({ patientId }) => patientId !== draft.patientId), draft]);
  }

  drop(patientId: string): void {
    this.write(this.drafts().filter((draft) => draft.patientId !== patientId));
  }

  /** `sent`; `kept`: on this device until there is a network; `refused`: the draft is open again, with why. */
  async finish(draft: Draft): Promise<'sent' | 'kept' | 'refused'> {
    this.keep({ ...draft, finished: true });
    return this.send({ ...draft, finished: true });
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
      this.drop(patientId);
      return 'sent';
    } catch (error) {
      if (!(error instanceof ApiError) || !isFinal(error.status)) return 'kept';
      this.refused.update((all) => new Map(all).set(patientId, error.title));
      this.keep({ ...draft, finished: false });
      return 'refused';
    } finally {
      this.inHand.delete(examination.clientId);
    }
  }

  private write(drafts: readonly Draft[]): void {
    this.drafts.set(drafts);
    this.keepsake.set(KEY, JSON.stringify(drafts));
  }
}

/** What will not be taken however often it is sent. */
function isFinal(status: number): boolean {
  return status === 400 || status === 403 || status === 404 || status === 422;
}

function read(kept: string | null): readonly Draft[] {
  try {
    const drafts: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(drafts) ? (drafts as Draft[]) : [];
  } catch {
    return [];
  }
}
