import { Injectable, NotFoundException } from '@nestjs/common';
import { DAY, type EpochMs } from '@endwatch/clinical';
import type { ReviewFilter } from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { instantOf } from '../../domain/on-call/plan-shifts.ts';
import type { CsvTable } from '../../domain/review/csv-tables.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { Clock } from '../../pipeline/ports.ts';
import { CohortStore } from '../../pipeline/review-stays.ts';
import {
  ReviewViews,
  type Question,
  type ViewName,
  type WrittenView,
} from '../../pipeline/review-views/review-views.ts';
import { toCsv } from '../../system/csv.ts';
import { AuditLog } from '../access/audit-log.ts';
import type { Visitor } from '../access/visitor.ts';
import { SiteTime } from '../site-time.ts';
import { readerGone } from './reader-gone.ts';

/** A small answer in both forms. */
export interface Answer<View> {
  /** As the audit and the file are named. */
  readonly view: string;
  readonly json: View;
  readonly csv: (json: View) => CsvTable;
}

/** A file, as the audit tells of it. */
interface Export {
  readonly view: string;
  readonly rows: number;
  readonly patientId?: string;
}

/** What every view of the review does with a request: its filter within the account's wards, and its answer as JSON or as CSV. */
@Injectable()
export class ReviewDesk {
  readonly #cohorts: CohortStore;
  readonly #site: SiteTime;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly views: ReviewViews;

  constructor(
    cohorts: CohortStore,
    site: SiteTime,
    audit: AuditLog,
    clock: Clock,
    views: ReviewViews,
  ) {
    this.#cohorts = cohorts;
    this.#site = site;
    this.#audit = audit;
    this.#clock = clock;
    this.views = views;
  }

  now(): EpochMs {
    return this.#clock.now();
  }

  /** Throws 404 for a cohort that is not there. */
  async filterOf(visitor: Visitor, asked: ReviewFilter): Promise<StayFilter> {
    const { ward, from, to, model, end, treatment, population, condition, cohort } = asked;
    const saved = cohort === undefined ? null : await this.#cohorts.find(cohort);
    if (cohort !== undefined && saved === null) {
      throw new NotFoundException('There is no such saved cohort.');
    }
    return {
      covered: visitor.wards,
      frozen: saved && saved.stays,
      wards: ward,
      admittedFrom: from === undefined ? null : this.#midnight(from),
      admittedBefore: to === undefined ? null : this.#midnight(dayAfter(to)),
      ...{ model: model ?? null, end, treatments: treatment },
      ...{ population: population ?? null, conditions: condition },
    };
  }

  /** Whether a spreadsheet asks. */
  wantsCsv(request: Request): boolean {
    return request.accepts(['application/json', 'text/csv']) === 'text/csv';
  }

  /** Worked out and written for this request, and ended when whoever asked has gone away; not sent yet. */
  write<View extends ViewName>(
    request: Request,
    view: View,
    question: Question<View>,
  ): Promise<WrittenView<View>> {
    const form = this.wantsCsv(request) ? 'csv' : 'json';
    return this.views.write(view, question, { form, gone: readerGone(responseOf(request)) });
  }

  /** What was written, as it goes out; each file is written down. */
  async send(
    request: Request,
    { text, rows }: Pick<WrittenView<ViewName>, 'text' | 'rows'>,
    about: Omit<Export, 'rows'>,
  ): Promise<string> {
    const response = responseOf(request).vary('Accept');
    if (rows === null) response.type('json');
    else await this.#export(request, { ...about, rows });
    return text;
  }

  async view<View extends ViewName>(
    request: Request,
    view: View,
    question: Question<View>,
  ): Promise<string> {
    return this.send(request, await this.write(request, view, question), { view });
  }

  /** Something small that is at hand. */
  async answer<View>(request: Request, { view, json, csv }: Answer<View>): Promise<View | string> {
    responseOf(request).vary('Accept');
    if (!this.wantsCsv(request)) return json;
    const table = csv(json);
    await this.#export(request, { view, rows: table.rows.length });
    return toCsv(table);
  }

  async #export(request: Request, { view, rows, patientId }: Export): Promise<void> {
    await this.#audit.record(request, {
      ...{ action: 'review.export', subject: view, patientId: patientId ?? null },
      detail: { rows, query: { ...request.query } },
    });
    const response = responseOf(request);
    response.type('text/csv');
    response.attachment(`endwatch-${view}.csv`);
  }

  #midnight(date: string): number {
    return instantOf({ date, time: '00:00' }, this.#site.timeZone);
  }
}

/** Express hangs the answer on the request. */
function responseOf(request: Request): Response {
  if (!request.res) throw new TypeError('This request has no answer.');
  return request.res;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
