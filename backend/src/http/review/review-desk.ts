import { Injectable, NotFoundException } from '@nestjs/common';
import { DAY, type BandThresholds, type EpochMs } from '@endwatch/clinical';
import type { ReviewFilter, ReviewTable } from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { instantOf } from '../../domain/on-call/plan-shifts.ts';
import type { CsvTable } from '../../domain/review/csv-tables.ts';
import type { Pause } from '../../domain/review/pause.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { Clock, RiskModel } from '../../pipeline/ports.ts';
import { CohortStore } from '../../pipeline/review-stays.ts';
import { AuditLog } from '../access/audit-log.ts';
import type { Visitor } from '../access/visitor.ts';
import { SiteTime } from '../site-time.ts';
import { toCsv } from './csv.ts';
import { readerPause } from './reader-pause.ts';

/** A view in both forms. */
export interface Answer<View> {
  /** As the audit and the file are named. */
  readonly view: string;
  readonly json: View;
  readonly csv: (json: View) => CsvTable;
  readonly patientId?: string;
}

/** What every view of the review does with a request: its filter within the account's wards, and its answer as JSON or as CSV. */
@Injectable()
export class ReviewDesk {
  readonly #cohorts: CohortStore;
  readonly #site: SiteTime;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  /** Of the model in service. */
  readonly thresholds: BandThresholds;
  /** In service. */
  readonly model: ReviewTable['model'];

  constructor(
    cohorts: CohortStore,
    site: SiteTime,
    audit: AuditLog,
    clock: Clock,
    model: RiskModel,
  ) {
    this.#cohorts = cohorts;
    this.#site = site;
    this.#audit = audit;
    this.#clock = clock;
    this.thresholds = model.manifest.thresholds;
    const { version, trainedOn } = model.manifest;
    this.model = { version, trainedOn };
  }

  /** For one request: its work lets the ward's decisions have their turn, and ends when whoever asked has gone away. */
  pause(response: Response): Pause {
    return readerPause(response);
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

  /** CSV where the request prefers it; each such export is written down. */
  async answer<View>(
    request: Request,
    response: Response,
    { view, json, csv, patientId }: Answer<View>,
  ): Promise<View | string> {
    response.vary('Accept');
    if (request.accepts(['application/json', 'text/csv']) !== 'text/csv') return json;
    const table = csv(json);
    await this.#audit.record(request, {
      ...{ action: 'review.export', subject: view, patientId: patientId ?? null },
      detail: { rows: table.rows.length, query: { ...request.query } },
    });
    response.type('text/csv');
    response.attachment(`endwatch-${view}.csv`);
    return toCsv(table);
  }

  #midnight(date: string): number {
    return instantOf({ date, time: '00:00' }, this.#site.timeZone);
  }
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
