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
} from '@nestjs/common';
import {
  newCohortSchema,
  reviewFilterSchema,
  type NewCohort,
  type SavedCohort,
} from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { isoTime } from '../../domain/board/iso-time.ts';
import { cohortsCsv } from '../../domain/review/csv-tables.ts';
import { CohortStore, type Cohort } from '../../pipeline/review-stays.ts';
import type { CountedCohort } from '../../pipeline/review-views/cohort-views.ts';
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
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(cohorts: CohortStore, desk: ReviewDesk, audit: AuditLog) {
    this.#cohorts = cohorts;
    this.#desk = desk;
    this.#audit = audit;
  }

  @Get()
  async list(@Who() visitor: Visitor, @Req() request: Request): Promise<SavedCohort[] | string> {
    const all = await this.#desk.views.ask('cohorts', { covered: visitor.wards });
    const json = all.map((counted) => viewOf(counted, visitor));
    return this.#desk.answer(request, { view: 'cohorts', json, csv: cohortsCsv });
  }

  @Post()
  async save(
    @Body(new ZodPipe(newCohortSchema)) { name, filter }: NewCohort,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<SavedCohort> {
    const chosen = { filter: await this.#desk.filterOf(visitor, filter) };
    const stays = await this.#desk.views.ask('stay-keys', chosen);
    const cohort: Cohort = {
      ...{ id: randomUUID(), name, filter },
      ...{ createdAt: this.#desk.now(), createdBy: visitor.username },
      stays,
    };
    await this.#cohorts.save(cohort);
    await this.#audit.record(request, {
      ...{
        action: 'review.cohort.save',
        subject: cohort.id,
        detail: { name, stays: stays.length },
      },
    });
    const named = { ...cohort, createdByName: visitor.name };
    return viewOf({ cohort: named, stays: stays.length }, visitor);
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

function mayDelete({ createdBy }: Pick<Cohort, 'createdBy'>, { username, role }: Visitor): boolean {
  return createdBy === username || role === 'admin';
}

function viewOf({ cohort, stays }: CountedCohort, visitor: Visitor): SavedCohort {
  const { id, name, createdAt, createdBy, createdByName, filter } = cohort;
  return {
    ...{ id, name, createdBy, createdByName, createdAt: isoTime(createdAt) },
    ...{ filter: reviewFilterSchema.parse(filter), stays },
    mayDelete: mayDelete(cohort, visitor),
  };
}
