import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { WhatIfFigures } from '@endwatch/contracts';
import { inTurns } from '../../domain/review/pause.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { cohortOf, packStay, type PackedCohort } from '../../domain/review/what-if/pack-cohort.ts';
import type { ReviewStay } from '../../domain/review/review-stay.ts';
import type { ReviewStays } from '../review-stays.ts';
import { deskPause } from '../turns.ts';

export interface HeldCohort {
  readonly at: EpochMs;
  readonly stays: readonly ReviewStay[];
  readonly packed: PackedCohort;
  /** What was tried on it, by policy: a curve stays where it is while a threshold is moved. */
  readonly tried: Map<string, WhatIfFigures>;
}

/** Somebody who moves a threshold asks again and again of the same cohort; each holds some tens of megabytes. */
const MOST = 3;
const HELD = 2 * MINUTE;

/** Cohorts ready for one policy after another, packed once. Packing goes on when whoever asked has gone away: the next threshold needs it too. */
export class PackedCohorts {
  readonly #reviews: ReviewStays;
  readonly #held = new Map<
    string,
    { readonly at: EpochMs; readonly cohort: Promise<HeldCohort> }
  >();

  constructor(reviews: ReviewStays) {
    this.#reviews = reviews;
  }

  async of(filter: StayFilter, now: EpochMs): Promise<HeldCohort> {
    const key = JSON.stringify(filter);
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
    const packed = await inTurns(stays, deskPause(), (stay) => packStay(stay, at, filter.model));
    return { at, stays, packed: cohortOf(packed), tried: new Map() };
  }
}
