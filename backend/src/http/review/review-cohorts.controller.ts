import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Delete,
  ForbiddenException,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  newCohortSchema,
  reviewFilterSchema,
  type NewCohort,
  type SavedCohort,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { isoTime } from '../../domain/board/iso-time.ts';
import { cohortsCsv } from '../../domain/review/csv-tables.ts';
import { belongsTo, selectStays, type StayKey } from '../../domain/review/stay-filter.ts';
import {
  CohortStore,
  ReviewStays,
  type Cohort,
  type NamedCohort,
} from '../../pipeline/review-stays.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { ReviewDesk } from './review-desk.ts';

/** Cohorts by name: lists of stays that stay as they were when they were saved. */
@Controller('api/review/cohorts')
@Allow('review.read')
export class ReviewCohortsController {
  readonly #cohorts: CohortStore;
  readonly #reviews: ReviewStays;
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(cohorts: CohortStore, reviews: ReviewStays, desk: ReviewDesk, audit: AuditLog) {
    this.#cohorts = cohorts;
    this.#reviews = reviews;
    this.#desk = desk;
    this.#audit = audit;
  }

  @Get()
  async list(
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedCohort[] | string> {
    const visible = await this.#reviews.facts(visitor.wards);
    const all = await this.#cohorts.all();
    const json = all.map((cohort) => viewOf(cohort, visible, visitor));
    return this.#desk.answer(request, response, { view: 'cohorts', json, csv: cohortsCsv });
  }

  @Post()
  async save(
    @Body(new ZodPipe(newCohortSchema)) { name, filter }: NewCohort,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<SavedCohort> {
    const visible = await this.#reviews.facts(visitor.wards);
    const { stays } = selectStays(visible, await this.#desk.filterOf(visitor, filter));
    const cohort: Cohort = {
      ...{ id: randomUUID(), name, filter },
      ...{ createdAt: this.#desk.now(), createdBy: visitor.username },
      stays: stays.map(({ patientId, encounterId, admittedAt }) => ({
        ...{ patientId, encounterId, admittedAt },
      })),
    };
    await this.#cohorts.save(cohort);
    await this.#audit.record(request, {
      ...{
        action: 'review.cohort.save',
        subject: cohort.id,
        detail: { name, stays: stays.length },
      },
    });
    return viewOf({ ...cohort, createdByName: visitor.name }, visible, visitor);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @Param('id', new ZodPipe(z.uuid())) id: string,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const cohort = await this.#cohorts.find(id);
    if (!cohort) throw new NotFoundException('There is no such saved cohort.');
    if (!mayDelete(cohort, visitor)) {
      throw new ForbiddenException('Only who saved a cohort, or an administrator, may delete it.');
    }
    await this.#cohorts.remove(id);
    await this.#audit.record(request, {
      ...{ action: 'review.cohort.delete', subject: id, detail: { name: cohort.name } },
    });
  }
}

function mayDelete({ createdBy }: Cohort, { username, role }: Visitor): boolean {
  return createdBy === username || role === 'admin';
}

function viewOf(cohort: NamedCohort, visible: readonly StayKey[], visitor: Visitor): SavedCohort {
  const { id, name, createdAt, createdBy, createdByName, filter, stays } = cohort;
  return {
    ...{ id, name, createdBy, createdByName, createdAt: isoTime(createdAt) },
    filter: reviewFilterSchema.parse(filter),
    stays: visible.filter(belongsTo(stays)).length,
    mayDelete: mayDelete(cohort, visitor),
  };
}
