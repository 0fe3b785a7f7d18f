import { Injectable } from '@nestjs/common';
import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { cohortOf, packStay, type PackedCohort } from '../../domain/review/what-if/pack-cohort.ts';
import type { ReviewStay } from '../../domain/review/review-stay.ts';
import { Clock } from '../../pipeline/ports.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { DESK_STRETCH, Turns } from '../../pipeline/turns.ts';

export interface HeldCohort {
  readonly at: EpochMs;
  readonly stays: readonly ReviewStay[];
  readonly packed: PackedCohort;
}

/** Somebody who moves a threshold asks again and again of the same cohort; each holds some tens of megabytes. */
const MOST = 3;
const HELD = 2 * MINUTE;

/** Cohorts ready for one policy after another, packed once. Packing goes on when whoever asked has gone away: the next threshold needs it too. */
@Injectable()
export class PackedCohorts {
  readonly #reviews: ReviewStays;
  readonly #clock: Clock;
  readonly #held = new Map<
    string,
    { readonly at: EpochMs; readonly cohort: Promise<HeldCohort> }
  >();

  constructor(reviews: ReviewStays, clock: Clock) {
    this.#reviews = reviews;
    this.#clock = clock;
  }

  async of(filter: StayFilter): Promise<HeldCohort> {
    const key = JSON.stringify(filter);
    const now = this.#clock.now();
    const known = this.#held.get(key);
    if (known !== undefined && now - known.at < HELD) return known.cohort;
    this.#held.delete(key);
    const cohort = this.#pack(filter, now);
    this.#held.set(key, { at: now, cohort });
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST && oldest !== undefined) this.#held.delete(oldest);
    try {
      return await cohort;
    } catch (error) {
      this.#held.delete(key);
      throw error;
    }
  }

  async #pack(filter: StayFilter, at: EpochMs): Promise<HeldCohort> {
    const stays = await this.#reviews.load(filter);
    const turns = new Turns(DESK_STRETCH);
    const packed = [];
    for (const stay of stays) {
      const turn = turns.due();
      if (turn !== null) await turn;
      packed.push(packStay(stay, at, filter.model));
    }
    return { at, stays, packed: cohortOf(packed) };
  }
}
