import {
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  monthReportQuerySchema,
  monthSchema,
  type KeptReport,
  type MonthReport,
  type MonthReportQuery,
} from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { keptReportsCsv, monthReportCsv } from '../../domain/review/report/month-report.ts';
import { MonthlyReports, ReportStore } from '../../pipeline/monthly-reports.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { ReviewDesk } from './review-desk.ts';

/** The figures of each month, composed when it is over and kept as they were. */
@Controller('api/review/reports')
@Allow('review.read')
export class ReviewReportsController {
  readonly #reports: ReportStore;
  readonly #monthly: MonthlyReports;
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(reports: ReportStore, monthly: MonthlyReports, desk: ReviewDesk, audit: AuditLog) {
    this.#reports = reports;
    this.#monthly = monthly;
    this.#desk = desk;
    this.#audit = audit;
  }

  @Get()
  async list(
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<readonly KeptReport[] | string> {
    assertWholeHouse(visitor);
    const answer = { view: 'reports', json: await this.#reports.all(), csv: keptReportsCsv };
    return this.#desk.answer<readonly KeptReport[]>(request, response, answer);
  }

  @Get(':month')
  async report(
    @Param('month', new ZodPipe(monthSchema)) month: string,
    @Query(new ZodPipe(monthReportQuerySchema)) { figures }: MonthReportQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MonthReport | string> {
    assertWholeHouse(visitor);
    const kept = await this.#reports.find(month);
    if (!kept) throw new NotFoundException('No report of this month is kept.');
    const json = figures === 'kept' ? kept : await this.#compose(month, visitor);
    await this.#audit.record(request, {
      ...{ action: 'review.report.read', subject: month, detail: { figures } },
    });
    const answer = { view: `report-${month}`, json, csv: monthReportCsv };
    return this.#desk.answer<MonthReport>(request, response, answer);
  }

  /** Of the month that is running. */
  @Post()
  async composeNow(@Who() visitor: Visitor, @Req() request: Request): Promise<MonthReport> {
    assertWholeHouse(visitor);
    const report = await this.#compose(this.#monthly.running(this.#desk.now()), visitor);
    await this.#reports.keep(report);
    const { month, stays } = report;
    await this.#audit.record(request, {
      ...{ action: 'review.report.compose', subject: month, detail: { stays } },
    });
    return report;
  }

  #compose(month: string, { name }: Visitor): Promise<MonthReport> {
    return this.#monthly.compose(month, { now: this.#desk.now(), by: name });
  }
}

/** Its figures are of all wards together. */
function assertWholeHouse({ wards }: Visitor): void {
  if (wards !== null) {
    throw new ForbiddenException(
      'Reports are of the whole house; this account is for some of its wards.',
    );
  }
}
