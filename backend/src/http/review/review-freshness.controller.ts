import { Controller, Get } from '@nestjs/common';
import type { ReviewFreshness } from '@endwatch/contracts';
import { toFreshness } from '../../domain/review/freshness.ts';
import { Clock } from '../../pipeline/ports.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { Allow } from '../access/allow.ts';

/** How far the summaries are, for pages that stay open. */
@Controller('api/review/freshness')
@Allow('review.read')
export class ReviewFreshnessController {
  readonly #reviews: ReviewStays;
  readonly #clock: Clock;

  constructor(reviews: ReviewStays, clock: Clock) {
    this.#reviews = reviews;
    this.#clock = clock;
  }

  @Get()
  async freshness(): Promise<ReviewFreshness> {
    return toFreshness(await this.#reviews.freshness(), this.#clock.now());
  }
}
