import { Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../access/allow.ts';
import { ReviewDesk } from './review-desk.ts';

/** How far the summaries are, for pages that stay open. */
@Controller('api/review/freshness')
@Allow('review.read')
export class ReviewFreshnessController {
  readonly #desk: ReviewDesk;

  constructor(desk: ReviewDesk) {
    this.#desk = desk;
  }

  @Get()
  freshness(@Req() request: Request): Promise<string> {
    return this.#desk.view(request, 'freshness', { now: this.#desk.now() });
  }
}
