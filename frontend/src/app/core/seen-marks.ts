import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { Session } from './session.ts';
import { WardStore } from './ward-store.ts';

export type Novelty = 'new' | 'changed';

const KEY = 'endwatch.seen';

/**
 * What this reader has not looked at yet: who is new on the ward, and whose facts, alerts or band of risk have changed since. What
 * stood there when the ward was first opened counts as seen. Kept as long as the tab, so that a reload forgets nothing.
 */
@Injectable({ providedIn: 'root' })
export class SeenMarks {
  private readonly session = inject(Session);
  private readonly store = inject(WardStore);
  private readonly marks = signal<ReadonlyMap<string, Novelty>>(new Map());
  private ward: string | null = null;
  private seen = new Map<string, string>();

  constructor() {
    effect(() => {
      const ward = this.store.ward()?.id ?? null;
      this.store.revision();
      this.store.patients();
      if (ward === null) return;
      untracked(() => {
        this.compare(ward);
      });
    });
  }

  /** Nobody looks from a wall: marks would stay for ever there. */
  noveltyOf(patientId: string): Novelty | null {
    if (this.session.isWall()) return null;
    return this.marks().get(patientId) ?? null;
  }

  /** Somebody has looked at this patient. */
  look(patientId: string): void {
    const row = this.store.row(patientId);
    if (row === undefined || !this.marks().has(patientId)) return;
    this.seen.set(patientId, gistOf(untracked(row)));
    this.keep();
    this.show();
  }

  lookAtAll(): void {
    this.seen = gistsOf(this.store.rows());
    this.keep();
    this.show();
  }

  private compare(ward: string): void {
    if (ward !== this.ward) {
      this.ward = ward;
      const kept = keptOf(ward);
      this.seen = kept ?? gistsOf(this.store.rows());
      if (kept === null) this.keep();
    }
    this.show();
  }

  private show(): void {
    const marks = this.store.rows().flatMap((row): [string, Novelty][] => {
      const before = this.seen.get(row.patientId);
      if (before === undefined) return [[row.patientId, 'new']];
      return before === gistOf(row) ? [] : [[row.patientId, 'changed']];
    });
    const now = new Map(marks);
    const shown = untracked(this.marks);
    const same = now.size === shown.size && marks.every(([id, what]) => shown.get(id) === what);
    if (!same) this.marks.set(now);
  }

  private keep(): void {
    try {
      sessionStorage.setItem(`${KEY}.${this.ward ?? ''}`, JSON.stringify([...this.seen]));
    } catch {
      // Kept for this page only.
    }
  }
}

/** What is worth another look. Values that come every minute are not; that one has taken an alert is no news to a ward. */
export function gistOf({ bed, end, nihss, risk, alerts }: BoardRow): string {
  const raised = alerts.map(({ id, state }) => (state === 'escalated' ? `${id}!` : id)).toSorted();
  return [bed, end.status, nihss.at, nihss.total, risk?.band, ...raised].join(' ');
}

function gistsOf(rows: readonly BoardRow[]): Map<string, string> {
  return new Map(rows.map((row) => [row.patientId, gistOf(row)]));
}

function keptOf(ward: string): Map<string, string> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(`${KEY}.${ward}`) ?? 'null');
    return Array.isArray(kept) ? new Map(kept as [string, string][]) : null;
  } catch {
    return null;
  }
}
