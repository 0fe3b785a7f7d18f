import { Injectable, type Signal, inject, signal } from '@angular/core';
import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { ApiError, WardApi } from '../core/ward-api.ts';

/** One patient as last fetched. What was shown stays while it is fetched again, and when that fails. */
@Injectable()
export class PatientStore {
  private readonly api = inject(WardApi);
  private readonly fetchedDetail = signal<PatientDetail | null>(null);
  private readonly fetchedTrajectory = signal<Trajectory | null>(null);
  private readonly trouble = signal<string | null>(null);
  private wanted: string | null = null;

  readonly detail: Signal<PatientDetail | null> = this.fetchedDetail.asReadonly();
  readonly trajectory: Signal<Trajectory | null> = this.fetchedTrajectory.asReadonly();
  readonly problem: Signal<string | null> = this.trouble.asReadonly();

  async load(patientId: string): Promise<void> {
    if (this.wanted !== patientId) {
      this.fetchedDetail.set(null);
      this.fetchedTrajectory.set(null);
    }
    this.wanted = patientId;
    try {
      const [detail, trajectory] = await Promise.all([
        this.api.patient(patientId),
        this.api.trajectory(patientId),
      ]);
      // Somebody may have gone on to another patient meanwhile.
      if (this.wanted !== patientId) return;
      this.fetchedDetail.set(detail);
      this.fetchedTrajectory.set(trajectory);
      this.trouble.set(null);
    } catch (error) {
      if (this.wanted !== patientId) return;
      this.trouble.set(error instanceof ApiError ? error.title : 'The answer could not be read');
    }
  }
}
