import type { EpochMs } from '@endwatch/clinical';
import type { Disguise } from '../domain/export/de-identify.ts';
import { disguisedStay, type DisguisedStay } from '../domain/export/disguised-stay.ts';
import { turnOf, type Pause } from '../domain/review/pause.ts';
import type { StayKey } from '../domain/review/stay-filter.ts';
import type { StayRecords } from './review-stays.ts';

interface Leaving {
  readonly now: EpochMs;
  /** Ends it by throwing. */
  readonly pause: Pause;
}

/** Stays on their way out of the house, each disguised before it is handed on; one is read at a time. */
export class StayExport {
  readonly #records: StayRecords;
  readonly #draw: () => Disguise;

  constructor(records: StayRecords, draw: () => Disguise) {
    this.#records = records;
    this.#draw = draw;
  }

  /** A stay that is none any more is left out. */
  async *of(keys: readonly StayKey[], { now, pause }: Leaving): AsyncIterable<DisguisedStay> {
    for (const { patientId, admittedAt } of keys) {
      await turnOf(pause);
      const question = await this.#records.patient(patientId, now);
      const stay = question && disguisedStay(question, admittedAt, this.#draw());
      if (stay) yield stay;
    }
  }
}
