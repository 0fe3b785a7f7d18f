import {
  BadRequestException,
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import type { EpochMs } from '@endwatch/clinical';
import {
  newAdjudicationSchema,
  reviewFilterSchema,
  type Adjudication,
  type NewAdjudication,
  type ReviewFilter,
  type StayHistory,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type { JudgedEnd } from '../../domain/review/adjudication/as-judged.ts';
import { toAdjudication } from '../../domain/review/adjudication/to-adjudication.ts';
import { AdjudicationStore } from '../../pipeline/review-stays.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { assertWard, Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { CurrentPolicy } from './current-policy.ts';
import { ReviewDesk } from './review-desk.ts';

/** What END was, by those who have read a stay, and how that compares with what was charted. */
@Controller('api/review')
@Allow('review.read')
export class ReviewAdjudicationsController {
  readonly #store: AdjudicationStore;
  readonly #desk: ReviewDesk;
  readonly #policies: CurrentPolicy;
  readonly #audit: AuditLog;

  constructor(
    store: AdjudicationStore,
    desk: ReviewDesk,
    policies: CurrentPolicy,
    audit: AuditLog,
  ) {
    this.#store = store;
    this.#desk = desk;
    this.#policies = policies;
    this.#audit = audit;
  }

  @Get('adjudications')
  async review(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const policy = this.#policies.ofWards(filter.wards);
    return this.#desk.view(request, 'adjudications', { filter, policy, now: this.#desk.now() });
  }

  /** Another judgement of the same stay takes the place of the one before; that one is kept. */
  @Post('stays/:patientId/adjudications')
  async judge(
    @Param('patientId') patientId: string,
    @Body(new ZodPipe(newAdjudicationSchema)) body: NewAdjudication,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<Adjudication> {
    const now = this.#desk.now();
    const stay = await this.#desk.views.ask('stay', {
      ...{ patientId, admittedAt: Date.parse(body.admittedAt), knownAt: null, now },
    });
    assertWard(visitor, stay && stay.ward);
    if (stay === null) throw new NotFoundException('There is no such stay.');
    const judged = judgedOf(body, stay, { now, by: visitor.username });
    await this.#store.add(judged);
    await this.#audit.record(request, {
      ...{ action: 'review.adjudicate', subject: stay.encounterId, patientId },
      ...{ wardId: stay.ward, detail: { judgement: judged.judgement } },
    });
    return toAdjudication({ ...judged, byName: visitor.name });
  }
}

function judgedOf(
  body: NewAdjudication,
  { encounterId, admittedAt, dischargedAt }: StayHistory,
  { now, by }: { readonly now: EpochMs; readonly by: string },
): JudgedEnd {
  const isEnd = body.judgement === 'end';
  const at = isEnd ? Date.parse(body.at) : null;
  const until = dischargedAt === null ? now : Date.parse(dischargedAt);
  if (at !== null && (at < Date.parse(admittedAt) || at > until)) {
    throw new BadRequestException('at: END lies within the stay');
  }
  return {
    ...{ encounterId, judgement: body.judgement, at, decidedAt: now, by },
    cause: isEnd ? body.cause : null,
    reason: body.judgement === 'no-end' ? body.reason : null,
  };
}
