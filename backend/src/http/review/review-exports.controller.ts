import { once } from 'node:events';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  reviewFilterSchema,
  savedFigureSchema,
  type ReviewFilter,
  type SavedFigure,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { fhirFiles } from '../../domain/export/fhir-files.ts';
import { metadataOf } from '../../domain/export/seismometer-config.ts';
import type { DisguisedStay } from '../../domain/export/disguised-stay.ts';
import { selectStays } from '../../domain/review/stay-filter.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { StayExport } from '../../pipeline/stay-export.ts';
import { shuffled } from '../../system/disguise.ts';
import { seismometerFiles, type OutgoingFile } from '../../system/seismometer-files.ts';
import { TAR_END, tarEntry } from '../../system/tar.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { CurrentPolicy } from './current-policy.ts';
import { ReviewDesk } from './review-desk.ts';

type Files = (stays: AsyncIterable<DisguisedStay>) => AsyncIterable<OutgoingFile>;

/** Stays with everything that is charted of them, de-identified for whoever asks, as archives of files; whoever closes the connection stops the reading. */
@Controller('api/review/exports')
@Allow('review.read')
export class ReviewExportsController {
  readonly #reviews: ReviewStays;
  readonly #export: StayExport;
  readonly #desk: ReviewDesk;
  readonly #policies: CurrentPolicy;
  readonly #audit: AuditLog;

  constructor(
    reviews: ReviewStays,
    stayExport: StayExport,
    desk: ReviewDesk,
    policies: CurrentPolicy,
    audit: AuditLog,
  ) {
    this.#reviews = reviews;
    this.#export = stayExport;
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
    const files: Files = async function* (stays) {
      for await (const { name, text } of fhirFiles(stays)) {
        yield { name, content: Buffer.from(text) };
      }
    };
    await this.#send({ asked, visitor, request, response }, 'fhir', files);
  }

  @Get('seismometer')
  async seismometer(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { version } = this.#policies.model.manifest;
    const metadata = metadataOf(version, this.#policies.of(null).risk.on);
    await this.#send({ asked, visitor, request, response }, 'seismometer', (stays) =>
      seismometerFiles(stays, metadata),
    );
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

  async #send({ asked, visitor, request, response }: Asked, view: string, files: Files) {
    const filter = await this.#desk.filterOf(visitor, asked);
    const { stays } = selectStays(await this.#reviews.facts(visitor.wards), filter);
    await this.#audit.record(request, {
      ...{ action: 'review.export', subject: view, patientId: null },
      detail: { stays: stays.length, query: { ...request.query } },
    });
    const stop = new AbortController();
    response.on('close', () => {
      stop.abort();
    });
    response.type('application/x-tar');
    response.attachment(`endwatch-${view}.tar`);
    response.set('x-endwatch-stays', String(stays.length));
    const out = this.#export.of(shuffled(stays), stop.signal);
    for await (const { name, content } of files(out)) {
      if (stop.signal.aborted) return;
      if (!response.write(tarEntry(name, content, this.#desk.now()))) {
        await once(response, 'drain', { signal: stop.signal }).catch(() => undefined);
      }
    }
    response.end(TAR_END);
  }
}

interface Asked {
  readonly asked: ReviewFilter;
  readonly visitor: Visitor;
  readonly request: Request;
  readonly response: Response;
}
