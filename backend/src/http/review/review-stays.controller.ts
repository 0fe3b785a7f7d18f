import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import {
  reviewTableQuerySchema,
  stayHistoryQuerySchema,
  type ReviewTable,
  type ReviewTableQuery,
  type StayHistory,
  type StayHistoryQuery,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { historyCsv, staysCsv } from '../../domain/review/csv-tables.ts';
import { toFreshness } from '../../domain/review/freshness.ts';
import { selectStays } from '../../domain/review/stay-filter.ts';
import { toStayHistory } from '../../domain/review/stay-history.ts';
import { choicesOf, rowOf, sorted } from '../../domain/review/stay-table.ts';
import { ReviewStays, StayRecords } from '../../pipeline/review-stays.ts';
import { shuffled } from '../../system/disguise.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { assertWard, Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { BoardThen } from './board-then.ts';
import { ReviewDesk } from './review-desk.ts';

const NO_STAY = 'There is no such stay, or none was known then.';

/** Which stays a review counts, and everything about one of them. */
@Controller('api/review/stays')
@Allow('review.read')
export class ReviewStaysController {
  readonly #reviews: ReviewStays;
  readonly #records: StayRecords;
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;
  readonly #board: BoardThen;

  constructor(
    reviews: ReviewStays,
    records: StayRecords,
    desk: ReviewDesk,
    audit: AuditLog,
    board: BoardThen,
  ) {
    this.#board = board;
    this.#reviews = reviews;
    this.#records = records;
    this.#desk = desk;
    this.#audit = audit;
  }

  @Get()
  async table(
    @Query(new ZodPipe(reviewTableQuerySchema)) asked: ReviewTableQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewTable | string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const all = await this.#reviews.facts(visitor.wards);
    const freshness = await this.#reviews.freshness();
    const { stays, flow } = selectStays(all, filter);
    const { offset, limit } = asked;
    const json: ReviewTable = {
      flow: [...flow],
      total: stays.length,
      rows: sorted(stays, asked)
        .slice(offset, offset + limit)
        .map(rowOf),
      choices: choicesOf(all),
      freshness: toFreshness(freshness, this.#desk.now()),
      model: this.#desk.model,
    };
    const csv = () => staysCsv(shuffled(stays).map(rowOf));
    return this.#desk.answer(request, response, { view: 'stays', json, csv });
  }

  @Get(':patientId')
  async history(
    @Param('patientId') patientId: string,
    @Query(new ZodPipe(stayHistoryQuerySchema)) asked: StayHistoryQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StayHistory | string> {
    const json = await this.#history(patientId, asked, visitor);
    await this.#audit.recordOnce(request, {
      ...{ action: 'patient.read', subject: 'review', patientId, wardId: json.ward },
    });
    const answer = { view: 'stay', json, csv: historyCsv, patientId };
    return this.#desk.answer(request, response, answer);
  }

  /** Whether the account covers the ward goes by what is known now: what was known then may have been mistaken. */
  async #history(
    patientId: string,
    { admittedAt, knownAt }: StayHistoryQuery,
    visitor: Visitor,
  ): Promise<StayHistory> {
    const [found, scheduleOf] = await Promise.all([
      this.#records.patient(patientId, this.#desk.now()),
      this.#board.schedules(),
    ]);
    const question = found && {
      ...{ ...found, thresholds: this.#desk.thresholds },
      scheduleOf,
      admittedAt: admittedAt === undefined ? null : Date.parse(admittedAt),
    };
    const now = question && toStayHistory({ ...question, knownAt: null });
    if (!now) {
      assertWard(visitor, null);
      throw new NotFoundException(NO_STAY);
    }
    assertWard(visitor, now.ward);
    if (knownAt === undefined) return now;
    const at = Date.parse(knownAt);
    const then = toStayHistory({ ...question, knownAt: at });
    if (!then) throw new NotFoundException(NO_STAY);
    const shownAt = Math.min(at, this.#desk.now());
    return { ...then, tile: await this.#board.tile(then, shownAt, scheduleOf) };
  }
}
