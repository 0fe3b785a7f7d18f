import { Controller, Get, Req, Res } from '@nestjs/common';
import type { ReviewFreshness } from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { toFreshness } from '../../domain/review/freshness.ts';
import { freshnessCsv } from '../../domain/review/quality-csv.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { Allow } from '../access/allow.ts';
import { ReviewDesk } from './review-desk.ts';

/** How far the summaries are, for pages that stay open. */
@Controller('api/review/freshness')
@Allow('review.read')
export class ReviewFreshnessController {
  readonly #reviews: ReviewStays;
  readonly #desk: ReviewDesk;

  constructor(reviews: ReviewStays, desk: ReviewDesk) {
    this.#reviews = reviews;
    this.#desk = desk;
  }

  @Get()
  async freshness(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewFreshness | string> {
    const json = toFreshness(await this.#reviews.freshness(), this.#desk.now());
    return this.#desk.answer(request, response, { view: 'freshness', json, csv: freshnessCsv });
  }
}
