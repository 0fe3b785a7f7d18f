import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { Clock } from '../pipeline/ports.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { ReviewViews } from '../pipeline/review-views/review-views.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { PatientAccess } from './access/patient-access.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { readerGone } from './review/reader-gone.ts';
import { ZodPipe } from './zod.pipe.ts';

const query = z.object({ at: z.iso.datetime({ offset: true }) });

/** What was known of a patient at a moment: a past that nothing which came later has touched. */
@Controller('api/patients')
@Allow('patient.read')
export class AsKnownController {
  readonly #queries: PatientQueries;
  readonly #views: ReviewViews;
  readonly #clock: Clock;
  readonly #access: PatientAccess;
  readonly #audit: AuditLog;

  constructor(
    queries: PatientQueries,
    views: ReviewViews,
    clock: Clock,
    access: PatientAccess,
    audit: AuditLog,
  ) {
    this.#queries = queries;
    this.#views = views;
    this.#clock = clock;
    this.#access = access;
    this.#audit = audit;
  }

  /** Of a moment that is still to come: what is known now. */
  @Get(':id/as-known')
  async read(
    @Param('id') id: string,
    @Query(new ZodPipe(query)) asked: z.output<typeof query>,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.#access.assert(visitor, id);
    const at = Math.min(Date.parse(asked.at), this.#clock.now());
    const question = { patientId: id, at };
    const [{ beside, text }, tile] = await Promise.all([
      this.#views.write('as-known', question, { form: 'json', gone: readerGone(response) }),
      this.#queries.boardRow(id),
    ]);
    if (!beside.isKnown) throw new NotFoundException('There is no such patient.');
    await this.#audit.recordOnce(request, {
      ...{ action: 'patient.read', patientId: id, wardId: tile?.ward.id ?? null },
      ...{ subject: 'as-known', detail: { at: asked.at } },
    });
    response.type('json');
    return text;
  }
}
