import { Controller, Get, Query, Req } from '@nestjs/common';
import {
  outcomeQuerySchema,
  trajectoryQuerySchema,
  type OutcomeQuery,
  type TrajectoryQuery,
} from '@endwatch/contracts';
import type { Request } from 'express';
import { Allow } from '../access/allow.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { ReviewDesk } from './review-desk.ts';

/** What came of whom, by the band of risk that they were put into at a landmark. */
@Controller('api/review/outcomes')
@Allow('review.read')
export class ReviewOutcomesController {
  readonly #desk: ReviewDesk;

  constructor(desk: ReviewDesk) {
    this.#desk = desk;
  }

  @Get('trajectories')
  async trajectories(
    @Query(new ZodPipe(trajectoryQuerySchema)) asked: TrajectoryQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    return this.#desk.view(request, 'trajectories', { filter, asked });
  }

  @Get('incidence')
  async incidence(
    @Query(new ZodPipe(outcomeQuerySchema)) asked: OutcomeQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    return this.#desk.view(request, 'incidence', { filter, asked });
  }

  @Get('subgroups')
  async subgroups(
    @Query(new ZodPipe(outcomeQuerySchema)) asked: OutcomeQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    return this.#desk.view(request, 'subgroups', { filter, asked });
  }
}
