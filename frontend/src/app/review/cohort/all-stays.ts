import { type Signal, signal } from '@angular/core';
import type { FlowStep, ReviewStayRow } from '@endwatch/contracts';
import type { ReviewApi } from '../review-api.ts';

const AT_ONCE = 500;

/** Every stay that the filter counts. */
export interface AllStays {
  readonly flow: readonly FlowStep[];
  readonly rows: readonly ReviewStayRow[];
}

/** How many of how many have been fetched. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Fetches all stays, part by part, and says how far it is: sorting and summing up need them all. */
export class AllStaysLoader {
  private readonly far = signal<Progress | null>(null);
  /** Null before the first part is there. */
  readonly progress: Signal<Progress | null> = this.far.asReadonly();

  constructor(private readonly api: ReviewApi) {}

  /** `query`: the filter. Rejects with an `ApiError`. */
  async load(query: string, stop: AbortSignal): Promise<AllStays> {
    this.far.set(null);
    const rows = new Map<string, ReviewStayRow>();
    for (let offset = 0; ; offset += AT_ONCE) {
      const page = new URLSearchParams(query);
      page.set('offset', String(offset));
      page.set('limit', String(AT_ONCE));
      const { flow, total, rows: part } = await this.api.stays(page.toString(), stop);
      // A stay that was admitted between two parts moves the others on: none counts twice.
      for (const row of part) rows.set(`${row.patientId} ${row.admittedAt}`, row);
      if (!stop.aborted) this.far.set({ done: rows.size, of: total });
      if (part.length < AT_ONCE) return { flow, rows: [...rows.values()] };
    }
  }
}
