import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  outcomeQuerySchema,
  trajectoryQuerySchema,
  type OutcomeIncidence,
  type OutcomeQuery,
  type OutcomeSubgroups,
  type OutcomeTrajectories,
  type TrajectoryQuery,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { incidenceCsv, subgroupsCsv, trajectoriesCsv } from '../../domain/review/csv-tables.ts';
import { incidenceOf } from '../../domain/review/incidence.ts';
import type { Counted, Grouping } from '../../domain/review/outcome-groups.ts';
import { selectStays } from '../../domain/review/stay-filter.ts';
import { subgroupsOf } from '../../domain/review/subgroups.ts';
import { trajectoriesOf } from '../../domain/review/trajectories.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { Allow } from '../access/allow.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { ReviewDesk } from './review-desk.ts';

interface Asked {
  readonly visitor: Visitor;
  readonly asked: OutcomeQuery;
  readonly response: Response;
}

interface Cohort {
  readonly counted: Counted;
  readonly grouping: Grouping;
  /** What every view of outcomes says of whom it counts. */
  readonly about: Omit<OutcomeIncidence, 'bands' | 'logRank' | 'left'>;
}

/** What came of whom, by the band of risk that they were put into at a landmark. */
@Controller('api/review/outcomes')
@Allow('review.read')
export class ReviewOutcomesController {
  readonly #reviews: ReviewStays;
  readonly #desk: ReviewDesk;

  constructor(reviews: ReviewStays, desk: ReviewDesk) {
    this.#reviews = reviews;
    this.#desk = desk;
  }

  @Get('trajectories')
  async trajectories(
    @Query(new ZodPipe(trajectoryQuerySchema)) asked: TrajectoryQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OutcomeTrajectories | string> {
    const { counted, grouping, about } = await this.#cohort({ visitor, asked, response });
    const json = { ...about, ...(await trajectoriesOf(counted, grouping, asked)) };
    const answer = { view: 'trajectories', json, csv: trajectoriesCsv };
    return this.#desk.answer<OutcomeTrajectories>(request, response, answer);
  }

  @Get('incidence')
  async incidence(
    @Query(new ZodPipe(outcomeQuerySchema)) asked: OutcomeQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OutcomeIncidence | string> {
    const { counted, grouping, about } = await this.#cohort({ visitor, asked, response });
    const json = { ...about, ...(await incidenceOf(counted, grouping)) };
    const answer = { view: 'incidence', json, csv: incidenceCsv };
    return this.#desk.answer<OutcomeIncidence>(request, response, answer);
  }

  @Get('subgroups')
  async subgroups(
    @Query(new ZodPipe(outcomeQuerySchema)) asked: OutcomeQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OutcomeSubgroups | string> {
    const { counted, grouping, about } = await this.#cohort({ visitor, asked, response });
    const json = { ...about, ...(await subgroupsOf(counted, grouping)) };
    const answer = { view: 'subgroups', json, csv: subgroupsCsv };
    return this.#desk.answer<OutcomeSubgroups>(request, response, answer);
  }

  async #cohort({ visitor, asked, response }: Asked): Promise<Cohort> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const { flow } = selectStays(await this.#reviews.facts(visitor.wards), filter);
    const pause = this.#desk.pause(response);
    const stays = await this.#reviews.load(filter, pause);
    const hours = asked.by === 'admission' ? null : asked.by;
    const { medium, high } = this.#desk.thresholds;
    return {
      counted: { stays, pause },
      grouping: {
        landmark: { hours, known: asked.known, model: filter.model },
        thresholds: { medium, high },
      },
      about: {
        ...{ flow: [...flow], landmarkHours: hours, known: asked.known },
        thresholds: { medium, high },
        loadedAfterwards: stays.filter(({ loadedAfterwards }) => loadedAfterwards === true).length,
      },
    };
  }
}
