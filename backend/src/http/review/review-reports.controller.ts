import {
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import {
  monthReportQuerySchema,
  monthSchema,
  type KeptReport,
  type MonthReport,
  type MonthReportQuery,
} from '@endwatch/contracts';
import type { Request } from 'express';
import { keptReportsCsv, monthReportCsv } from '../../domain/review/report/month-report.ts';
import { ReportStore } from '../../pipeline/monthly-reports.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { CurrentPolicy } from './current-policy.ts';
import { ReviewDesk } from './review-desk.ts';

/** The figures of each month, composed when it is over and kept as they were. */
@Controller('api/review/reports')
@Allow('review.read')
export class ReviewReportsController {
  readonly #reports: ReportStore;
  readonly #policies: CurrentPolicy;
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(reports: ReportStore, policies: CurrentPolicy, desk: ReviewDesk, audit: AuditLog) {
    this.#reports = reports;
    this.#policies = policies;
    this.#desk = desk;
    this.#audit = audit;
  }

  @Get()
  async list(
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<readonly KeptReport[] | string> {
    assertWholeHouse(visitor);
    const answer = { view: 'reports', json: await this.#reports.all(), csv: keptReportsCsv };
    return this.#desk.answer<readonly KeptReport[]>(request, answer);
  }

  @Get(':month')
  async report(
    @Param('month', new ZodPipe(monthSchema)) month: string,
    @Query(new ZodPipe(monthReportQuerySchema)) { figures }: MonthReportQuery,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<MonthReport | string> {
    assertWholeHouse(visitor);
    const kept = await this.#reports.find(month);
    if (!kept) throw new NotFoundException('No report of this month is kept.');
    const json = figures === 'kept' ? kept : await this.#compose(month, visitor);
    await this.#audit.record(request, {
      ...{ action: 'review.report.read', subject: month, detail: { figures } },
    });
    const answer = { view: `report-${month}`, json, csv: monthReportCsv };
    return this.#desk.answer<MonthReport>(request, answer);
  }

  /** Of the month that is running. */
  @Post()
  async composeNow(@Who() visitor: Visitor, @Req() request: Request): Promise<MonthReport> {
    assertWholeHouse(visitor);
    const report = await this.#compose(null, visitor);
    await this.#reports.keep(report);
    const { month, stays } = report;
    await this.#audit.record(request, {
      ...{ action: 'review.report.compose', subject: month, detail: { stays } },
    });
    return report;
  }

  /** @param month null = the one that is running */
  #compose(month: string | null, { name }: Visitor): Promise<MonthReport> {
    const question = { month, by: name, policy: this.#policies.of(null), now: this.#desk.now() };
    return this.#desk.views.ask('month', question);
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
