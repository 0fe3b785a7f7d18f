import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  reviewFilterSchema,
  type DriftReview,
  type ForecastReview,
  type ResponseReview,
  type ReviewFilter,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { reviewDrift } from '../../domain/review/drift/review-drift.ts';
import { reviewForecast } from '../../domain/review/forecast/review-forecast.ts';
import { driftCsv, forecastCsv, responseCsv } from '../../domain/review/quality-csv.ts';
import { reviewResponse } from '../../domain/review/response/review-response.ts';
import { SiteClock } from '../../domain/review/site-clock.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { Allow } from '../access/allow.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { SiteTime } from '../site-time.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { CurrentPolicy } from './current-policy.ts';
import { QualitySources } from './quality-sources.ts';
import { ReviewDesk } from './review-desk.ts';

/** How good the forecast was, how well it was answered, and whether both stay as they were. */
@Controller('api/review')
@Allow('review.read')
export class ReviewQualityController {
  readonly #reviews: ReviewStays;
  readonly #desk: ReviewDesk;
  readonly #policies: CurrentPolicy;
  readonly #clock: SiteClock;
  readonly #sources: QualitySources;

  constructor(
    reviews: ReviewStays,
    desk: ReviewDesk,
    policies: CurrentPolicy,
    site: SiteTime,
    sources: QualitySources,
  ) {
    this.#reviews = reviews;
    this.#desk = desk;
    this.#policies = policies;
    this.#clock = new SiteClock(site.timeZone);
    this.#sources = sources;
  }

  @Get('forecast')
  async forecast(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ForecastReview | string> {
    const pause = this.#desk.pause(response);
    const filter = await this.#desk.filterOf(visitor, asked);
    const { manifest } = this.#policies.model;
    const { version, trainedOn, thresholds } = manifest;
    const json = await reviewForecast({
      stays: await this.#reviews.load(filter, pause),
      ...{ now: this.#desk.now(), clock: this.#clock },
      policy: this.#policies.ofWards(filter.wards),
      modelVersion: filter.model,
      model: { version, trainedOn, thresholds },
      shadowOf: (judged) =>
        this.#sources.shadow.of(
          judged.map(({ stay, score }) => ({ patientId: stay.patientId, scoreId: score.id })),
        ),
      pause,
    });
    const answer = { view: 'forecast', json, csv: forecastCsv };
    return this.#desk.answer<ForecastReview>(request, response, answer);
  }

  @Get('response')
  async response(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseReview | string> {
    const pause = this.#desk.pause(response);
    const stays = await this.#reviews.load(await this.#desk.filterOf(visitor, asked), pause);
    const json = await reviewResponse({
      ...{ stays, now: this.#desk.now(), clock: this.#clock, pause },
    });
    const answer = { view: 'response', json, csv: responseCsv };
    return this.#desk.answer<ResponseReview>(request, response, answer);
  }

  /** Of the whole house: what is kept week by week knows no wards, and no patients. */
  @Get('drift')
  async drift(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DriftReview | string> {
    const { manifest } = this.#policies.model;
    const { version, trainedOn } = manifest;
    const [inputs, outcomes] = await Promise.all([
      this.#sources.drift.inputs(manifest),
      this.#sources.drift.outcomes(manifest),
    ]);
    const json = reviewDrift({ inputs, outcomes }, { version, trainedOn }, this.#desk.now());
    return this.#desk.answer<DriftReview>(request, response, {
      view: 'drift',
      json,
      csv: driftCsv,
    });
  }
}
