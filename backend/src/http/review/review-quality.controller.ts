import { Controller, Get, Query, Req } from '@nestjs/common';
import { reviewFilterSchema, type ReviewFilter } from '@endwatch/contracts';
import type { Request } from 'express';
import { Allow } from '../access/allow.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { CurrentPolicy } from './current-policy.ts';
import { ReviewDesk } from './review-desk.ts';

/** How good the forecast was, also by END as judged, how well it was answered, and whether both stay as they were. */
@Controller('api/review')
@Allow('review.read')
export class ReviewQualityController {
  readonly #desk: ReviewDesk;
  readonly #policies: CurrentPolicy;

  constructor(desk: ReviewDesk, policies: CurrentPolicy) {
    this.#desk = desk;
    this.#policies = policies;
  }

  @Get('forecast')
  async forecast(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const policy = this.#policies.ofWards(filter.wards);
    return this.#desk.view(request, 'forecast', { filter, policy, now: this.#desk.now() });
  }

  @Get('response')
  async response(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    return this.#desk.view(request, 'response', { filter, now: this.#desk.now() });
  }

  @Get('adjudications')
  async adjudications(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const policy = this.#policies.ofWards(filter.wards);
    return this.#desk.view(request, 'adjudications', { filter, policy, now: this.#desk.now() });
  }

  /** Of the whole house: what is kept week by week knows no wards, and no patients. */
  @Get('drift')
  drift(@Req() request: Request): Promise<string> {
    return this.#desk.view(request, 'drift', { now: this.#desk.now() });
  }
}
