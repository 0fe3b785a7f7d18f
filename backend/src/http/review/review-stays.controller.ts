import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import {
  reviewTableQuerySchema,
  stayHistoryQuerySchema,
  type ReviewTableQuery,
  type StayHistoryQuery,
} from '@endwatch/contracts';
import type { Request } from 'express';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { assertWard, Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { ReviewDesk } from './review-desk.ts';

const NO_STAY = 'There is no such stay, or none was known then.';

/** Which stays a review counts, and everything about one of them. */
@Controller('api/review/stays')
@Allow('review.read')
export class ReviewStaysController {
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(desk: ReviewDesk, audit: AuditLog) {
    this.#desk = desk;
    this.#audit = audit;
  }

  /** As a file with every stay, as JSON a page of them. */
  @Get()
  async table(
    @Query(new ZodPipe(reviewTableQuerySchema)) asked: ReviewTableQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const written = this.#desk.wantsCsv(request)
      ? await this.#desk.write(request, 'stay-rows', { filter })
      : await this.#desk.write(request, 'stays', { filter, asked, now: this.#desk.now() });
    return this.#desk.send(request, written, { view: 'stays' });
  }

  @Get(':patientId')
  async history(
    @Param('patientId') patientId: string,
    @Query(new ZodPipe(stayHistoryQuerySchema)) { admittedAt, knownAt }: StayHistoryQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const written = await this.#desk.write(request, 'stay', {
      ...{ patientId, now: this.#desk.now() },
      admittedAt: admittedAt === undefined ? null : Date.parse(admittedAt),
      knownAt: knownAt === undefined ? null : Date.parse(knownAt),
    });
    const { beside: stay } = written;
    assertWard(visitor, stay && stay.ward);
    if (stay === null || !stay.isKnown) throw new NotFoundException(NO_STAY);
    await this.#audit.recordOnce(request, {
      ...{ action: 'patient.read', subject: 'review', patientId, wardId: stay.shownOn },
    });
    return this.#desk.send(request, written, { view: 'stay', patientId });
  }
}
