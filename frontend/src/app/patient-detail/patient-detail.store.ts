import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import type { AsKnown, PatientDetail, Trajectory } from '@endwatch/contracts';
import { InOrder } from '../core/in-order.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';

/** One patient as last fetched. What was shown stays while it is fetched again, and when that fails. */
@Injectable()
export class PatientStore {
  private readonly api = inject(WardApi);
  private readonly fetchedDetail = signal<PatientDetail | null>(null);
  private readonly fetchedTrajectory = signal<Trajectory | null>(null);
  private readonly trouble = signal<string | null>(null);
  private readonly fetchedPast = signal<AsKnown | null>(null);
  private readonly order = new InOrder();
  private wanted: string | null = null;
  private wantedPast: string | null = null;

  /** What was known then, while the past is looked at; null = now. */
  readonly past: Signal<AsKnown | null> = this.fetchedPast.asReadonly();

  readonly detail: Signal<PatientDetail | null> = computed(() => {
    const past = this.fetchedPast();
    return past === null ? this.fetchedDetail() : past.detail;
  });
  /** Of now, also while the past is looked at. */
  readonly present: Signal<PatientDetail | null> = this.fetchedDetail.asReadonly();
  readonly trajectory: Signal<Trajectory | null> = computed(() => {
    const past = this.fetchedPast();
    return past === null ? this.fetchedTrajectory() : past.trajectory;
  });
  readonly problem: Signal<string | null> = this.trouble.asReadonly();
  /** A stay that is over, or none, is on no ward's stream: nothing of it is live, and nothing is cut off. */
  readonly isFollowed: Signal<boolean> = computed(() => {
    const detail = this.detail();
    return detail === null ? this.problem() === null : detail.ward !== null;
  });

  /** Shows what was known at a moment; null = what is known now. What was shown stays when that fails. */
  async look(patientId: string, at: string | null): Promise<void> {
    const asked = `${patientId} ${at ?? ''}`;
    this.wantedPast = asked;
    if (at === null) {
      this.fetchedPast.set(null);
      return;
    }
    try {
      const past = await this.api.asKnown(patientId, at);
      if (this.wantedPast !== asked) return;
      this.fetchedPast.set(past);
      this.trouble.set(null);
    } catch (error) {
      if (this.wantedPast !== asked) return;
      this.trouble.set(wordsOf(error));
    }
  }

  /** When the state of now was last another one; null where it never was. */
  async lastChange(patientId: string, now: string): Promise<string | null> {
    const { previous } = await this.api.asKnown(patientId, now);
    if (previous === null) return null;
    return (await this.api.asKnown(patientId, previous)).previous ?? previous;
  }

  async load(patientId: string): Promise<void> {
    if (this.wanted !== patientId) {
      this.fetchedDetail.set(null);
      this.fetchedTrajectory.set(null);
    }
    this.wanted = patientId;
    const isNewest = this.order.ask();
    try {
      const [detail, trajectory] = await Promise.all([
        this.api.patient(patientId),
        this.api.trajectory(patientId),
      ]);
      // Somebody may have gone on to another patient meanwhile.
      if (this.wanted !== patientId || !isNewest()) return;
      this.fetchedDetail.set(detail);
      this.fetchedTrajectory.set(trajectory);
      this.trouble.set(null);
    } catch (error) {
      if (this.wanted !== patientId || !isNewest()) return;
      this.trouble.set(wordsOf(error));
    }
  }
}
