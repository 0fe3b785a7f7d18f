import type { Disguise } from '../domain/export/de-identify.ts';
import { disguisedStay, type DisguisedStay } from '../domain/export/disguised-stay.ts';
import type { StayKey } from '../domain/review/stay-filter.ts';
import type { Clock } from './ports.ts';
import type { StayRecords } from './review-stays.ts';

/** Stays on their way out of the house, each disguised before it is handed on; one is read at a time. */
export class StayExport {
  readonly #records: StayRecords;
  readonly #clock: Clock;
  readonly #draw: () => Disguise;

  constructor(records: StayRecords, clock: Clock, draw: () => Disguise) {
    this.#records = records;
    this.#clock = clock;
    this.#draw = draw;
  }

  /** Reads no further once `stop` is aborted. A stay that is none any more is left out. */
  async *of(keys: readonly StayKey[], stop: AbortSignal): AsyncIterable<DisguisedStay> {
    const now = this.#clock.now();
    for (const { patientId, admittedAt } of keys) {
      if (stop.aborted) return;
      const question = await this.#records.patient(patientId, now);
      const stay = question && disguisedStay(question, admittedAt, this.#draw());
      if (stay) yield stay;
    }
  }
}
