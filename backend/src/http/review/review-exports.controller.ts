import { once } from 'node:events';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  reviewFilterSchema,
  savedFigureSchema,
  type ReviewFilter,
  type SavedFigure,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import type { Archive } from '../../pipeline/review-views/review-views.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { CurrentPolicy } from './current-policy.ts';
import { readerGone } from './reader-gone.ts';
import { ReviewDesk } from './review-desk.ts';

/** Stays with everything that is charted of them, de-identified for whoever asks, as archives of files; whoever closes the connection stops the reading. */
@Controller('api/review/exports')
@Allow('review.read')
export class ReviewExportsController {
  readonly #desk: ReviewDesk;
  readonly #policies: CurrentPolicy;
  readonly #audit: AuditLog;

  constructor(desk: ReviewDesk, policies: CurrentPolicy, audit: AuditLog) {
    this.#desk = desk;
    this.#policies = policies;
    this.#audit = audit;
  }

  @Get('fhir')
  async fhir(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send({ asked, visitor, request, response }, 'fhir');
  }

  @Get('seismometer')
  async seismometer(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send({ asked, visitor, request, response }, 'seismometer');
  }

  /** A page saves what it drew by itself, and only once this has been written down: which figure and of which filter, never of whom. */
  @Post('figures')
  @HttpCode(204)
  async figure(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Body(new ZodPipe(savedFigureSchema)) { figure, format }: SavedFigure,
    @Req() request: Request,
  ): Promise<void> {
    const given = Object.entries(asked).filter(
      ([, value]) => value !== undefined && value.length > 0,
    );
    await this.#audit.record(request, {
      ...{ action: 'review.export.figure', subject: figure },
      detail: { format, query: Object.fromEntries(given) },
    });
  }

  async #send({ asked, visitor, request, response }: Asked, kind: Archive['kind']): Promise<void> {
    const gone = readerGone(response);
    const filter = await this.#desk.filterOf(visitor, asked);
    const stays = await this.#desk.views.ask('stay-keys', { filter }, gone);
    await this.#audit.record(request, {
      ...{ action: 'review.export', subject: kind, patientId: null },
      detail: { stays: stays.length, query: { ...request.query } },
    });
    response.type('application/x-tar');
    response.attachment(`endwatch-${kind}.tar`);
    response.set('x-endwatch-stays', String(stays.length));
    const { on: riskOn } = this.#policies.of(null).risk;
    const archive: Archive = { kind, stays, riskOn, now: this.#desk.now() };
    for await (const part of this.#desk.views.archive(archive, gone)) {
      if (!response.write(part)) await once(response, 'drain', { signal: gone });
    }
    response.end();
  }
}

interface Asked {
  readonly asked: ReviewFilter;
  readonly visitor: Visitor;
  readonly request: Request;
  readonly response: Response;
}
