import {
  BadRequestException,
  Body,
  Controller,
  NotFoundException,
  Param,
  Post,
  Req,
} from '@nestjs/common';
import type { EpochMs } from '@endwatch/clinical';
import {
  newAdjudicationSchema,
  type Adjudication,
  type NewAdjudication,
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
import { ReviewDesk } from './review-desk.ts';

/** What END was, by those who have read a stay. */
@Controller('api/review/stays/:patientId/adjudications')
@Allow('review.read')
export class ReviewAdjudicationsController {
  readonly #store: AdjudicationStore;
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(store: AdjudicationStore, desk: ReviewDesk, audit: AuditLog) {
    this.#store = store;
    this.#desk = desk;
    this.#audit = audit;
  }

  /** Another judgement of the same stay takes the place of the one before; that one is kept. */
  @Post()
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
