import {
  DOCUMENT,
  Injectable,
  type Signal,
  type WritableSignal,
  inject,
  signal,
  untracked,
} from '@angular/core';
import type { Alert, BoardEvent, BoardRow, BoardSnapshot } from '@endwatch/contracts';
import { wardWord } from '../words/patient-words.ts';
import { withAlert } from './with-alert.ts';
import { WardSocket, type WardSink } from './ward-socket.ts';

/**
 * The rows of one ward, a signal for each patient. Events go into plain rows at once and reach the signals together,
 * once per animation frame, so that fifty updates a second cost the screen what it draws and no more.
 */
@Injectable({ providedIn: 'root' })
export class WardStore implements WardSink {
  private readonly socket = inject(WardSocket);
  private readonly truth = new Map<string, BoardRow>();
  private readonly shown = new Map<string, WritableSignal<BoardRow>>();
  private readonly dirty = new Set<string>();
  private sequence = -1;
  private flushing: (() => void) | null = null;

  private readonly wardShown = signal<BoardSnapshot['ward'] | null>(null);
  private readonly patientsShown = signal<readonly string[]>([]);
  private readonly alarmChanges = signal(0);
  private readonly changes = signal(0);
  private wanted: string | null = null;

  /** Null until the first snapshot. */
  readonly ward: Signal<BoardSnapshot['ward'] | null> = this.wardShown.asReadonly();
  /** New array whenever somebody came, left or changed beds. */
  readonly patients: Signal<readonly string[]> = this.patientsShown.asReadonly();
  /** Counts changes of any open alert. */
  readonly alarmRevision: Signal<number> = this.alarmChanges.asReadonly();
  /** Counts frames in which any row changed. */
  readonly revision: Signal<number> = this.changes.asReadonly();

  constructor() {
    // Frames stop while nobody looks and timers slow down; the first look must see what is known.
    inject(DOCUMENT).addEventListener('visibilitychange', () => {
      this.flush();
    });
  }

  /** Shows `ward`; does nothing when it is the one already shown. */
  open(ward: string): void {
    if (this.wanted === ward) return;
    this.wanted = ward;
    this.clear();
    this.socket.watch(ward, this);
  }

  row(patientId: string): Signal<BoardRow> | undefined {
    return this.shown.get(patientId);
  }

  /** All rows as they stand, without following them. */
  rows(): BoardRow[] {
    return untracked(() => [...this.shown.values()].map((row) => row()));
  }

  snapshot(snapshot: BoardSnapshot): void {
    this.sequence = snapshot.sequence;
    const gone = new Set(this.truth.keys());
    for (const row of snapshot.rows) {
      gone.delete(row.patientId);
      this.put(row);
    }
    for (const patientId of gone) this.drop(patientId);
    this.flush();
    this.wardShown.set({ ...snapshot.ward, name: wardWord(snapshot.ward.name) });
  }

  events(events: readonly BoardEvent[]): void {
    for (const event of events) {
      if (event.sequence <= this.sequence) continue;
      this.sequence = event.sequence;
      if (event.type === 'row') this.put(event.row);
      else if (event.type === 'left') this.drop(event.patientId);
      else this.applyAlert(event.alert);
    }
    this.flushSoon();
  }

  /** Also for the server's answer to an action: it need not wait for the round by the stream. */
  applyAlert(alert: Alert): void {
    const row = this.truth.get(alert.patientId);
    if (!row) return;
    this.put({ ...row, alerts: withAlert(row.alerts, alert) });
    this.flushSoon();
  }

  private put(row: BoardRow): void {
    this.truth.set(row.patientId, row);
    this.dirty.add(row.patientId);
  }

  private drop(patientId: string): void {
    this.truth.delete(patientId);
    this.dirty.add(patientId);
  }

  private clear(): void {
    this.sequence = -1;
    this.truth.clear();
    this.shown.clear();
    this.dirty.clear();
    this.patientsShown.set([]);
    this.wardShown.set(null);
  }

  private flushSoon(): void {
    if (this.flushing !== null || this.dirty.size === 0) return;
    // A hidden page gets no frames; its rows must be right all the same when it is looked at.
    const cancel = onNextFrame(() => {
      this.flushing = null;
      this.flush();
    });
    this.flushing = cancel;
  }

  private flush(): void {
    this.flushing?.();
    this.flushing = null;
    let places = false;
    let alarms = false;
    for (const patientId of this.dirty) {
      const change = this.show(patientId);
      places ||= change.place;
      alarms ||= change.alarm;
    }
    if (this.dirty.size > 0) this.changes.update((n) => n + 1);
    this.dirty.clear();
    if (places) this.patientsShown.set([...this.shown.keys()]);
    if (alarms || places) this.alarmChanges.update((n) => n + 1);
  }

  private show(patientId: string): { place: boolean; alarm: boolean } {
    const row = this.truth.get(patientId);
    const cell = this.shown.get(patientId);
    if (!row) return { place: this.shown.delete(patientId), alarm: true };
    if (!cell) {
      this.shown.set(patientId, signal(row));
      return { place: true, alarm: row.alerts.length > 0 };
    }
    const before = untracked(cell);
    cell.set(row);
    return { place: before.bed !== row.bed, alarm: alarmsOf(before) !== alarmsOf(row) };
  }
}

/** All that queue, sound and announcer tell of alerts: one that gets worse keeps its id. */
function alarmsOf({ alerts }: BoardRow): string {
  return JSON.stringify(
    alerts.map(({ id, state, holder, priority, reason, stateSince, escalatesAt }) => [
      ...[id, state, holder, priority, reason, stateSince, escalatesAt],
    ]),
  );
}

function onNextFrame(run: () => void): () => void {
  if (typeof document === 'undefined' || document.hidden) {
    const timer = setTimeout(run, 250);
    return () => {
      clearTimeout(timer);
    };
  }
  const frame = requestAnimationFrame(run);
  return () => {
    cancelAnimationFrame(frame);
  };
}
